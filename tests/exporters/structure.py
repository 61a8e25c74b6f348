"""What a validator of tagged and of archived PDFs looks at, rule by rule; each problem found is one sentence.

Rules are those of ISO 32000-1 (14.6 to 14.9), ISO 14289-1 (PDF/UA-1, numbered as in the Matterhorn protocol where it has
one) and ISO 19005-2 (PDF/A-2u), as far as a machine can tell.
"""

import io
import itertools
import re
from collections import Counter
from collections.abc import Iterator

import pikepdf
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

STANDARD = {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private", "P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead", "TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Ruby", "Warichu", "Figure", "Formula", "Form"}
#: Where elements may stand that may not stand anywhere.
PARENTS = {
    "LI": {"L"}, "Lbl": {"LI"}, "LBody": {"LI"}, "TR": {"Table", "THead", "TBody", "TFoot"}, "TH": {"TR"}, "TD": {"TR"},
    "H1": {"Document", "Part", "Sect"}, "H2": {"Document", "Part", "Sect"}, "H3": {"Document", "Part", "Sect"},
}  # fmt: skip
#: What may stand in elements that may not hold anything.
CHILDREN = {"L": {"LI", "L", "Caption"}, "LI": {"Lbl", "LBody"}, "Table": {"TR", "THead", "TBody", "TFoot", "Caption"}, "TR": {"TH", "TD"}}
PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "Tj", "TJ", "'", '"', "sh"}


def elements(element: Dictionary) -> Iterator[Dictionary]:
    """An element and all below it, in reading order."""
    yield element
    for kid in kids(element):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from elements(kid)


def kids(element: Dictionary) -> list:
    below = element.get("/K", None)
    if below is None:
        return []
    return list(below) if isinstance(below, Array) else [below]


def kind(element: Dictionary) -> str:
    return str(element.S)[1:]


def top(pdf: pikepdf.Pdf) -> Dictionary:
    return pdf.Root.StructTreeRoot.K


def number_tree(tree: Dictionary) -> dict[int, object]:
    numbers = list(tree.Nums)
    keys = [int(key) for key in numbers[::2]]
    assert keys == sorted(set(keys)), "the keys of a number tree rise"
    return dict(zip(keys, numbers[1::2], strict=True))


class Content:
    """The marked content of a page: what each id is marked as and shows, and what is drawn outside of everything."""

    def __init__(self, page: pikepdf.Page, codes: dict[int, str]) -> None:
        self.marked: dict[int, str] = {}
        self.text: dict[int, str] = {}
        self.artifacts: list[str] = []
        self.problems: list[str] = []
        self._read(page, codes)

    def _read(self, page: pikepdf.Page, codes: dict[int, str]) -> None:
        stack: list[tuple[str, int | None]] = []
        saved, in_text = 0, False
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name in ("BMC", "BDC"):
                properties = operands[1] if name == "BDC" else {}
                number = int(properties["/MCID"]) if "/MCID" in properties else None
                tag = str(operands[0])[1:]
                if stack:
                    self.problems.append(f"{tag} is marked inside of {stack[-1][0]}")
                if number is None and tag != "Artifact":
                    self.problems.append(f"{tag} is marked without an id")
                if number in self.marked:
                    self.problems.append(f"the id {number} is there twice")
                if number is not None:
                    self.marked[number] = tag
                    self.text[number] = ""
                stack.append((tag, number))
            elif name == "EMC":
                if not stack:
                    self.problems.append("an end without a beginning")
                else:
                    stack.pop()
            elif name in PAINTING:
                if not stack:
                    self.problems.append(f"{name} draws what is neither content nor artifact")
                if name == "Tj":
                    words = "".join(codes[int.from_bytes(pair, "big")] for pair in _pairs(bytes(operands[0])))
                    if stack and stack[-1][1] is not None:
                        self.text[stack[-1][1]] += words
                    else:
                        self.artifacts.append(words)
            elif name in ("BT", "ET"):
                if in_text == (name == "BT"):
                    self.problems.append(f"{name} where it may not be")
                in_text = name == "BT"
            elif name in ("q", "Q"):
                saved += 1 if name == "q" else -1
                if saved < 0 or saved > 28:
                    self.problems.append(f"{saved} states are saved")
        if stack or in_text or saved:
            self.problems.append("something is not ended")


def contents(pdf: pikepdf.Pdf) -> list[Content]:
    return [Content(page, codes_of(page)) for page in pdf.pages]


def codes_of(page: pikepdf.Page) -> dict[int, str]:
    """What the codes of the page's font mean, from its ToUnicode map."""
    stream = page.obj.Resources.Font["/Words"].ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"^<([0-9a-f]{4})> <([0-9a-f]+)>$", stream, re.MULTILINE)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


def structure_problems(pdf: pikepdf.Pdf) -> list[str]:
    """What is wrong with the structure tree and its ties to the pages."""
    root, found = pdf.Root, []
    found += _catalog(root)
    tree = root.StructTreeRoot
    owners = number_tree(tree.ParentTree)
    if int(tree.ParentTreeNextKey) <= max(owners):
        found.append("ParentTreeNextKey is in use")
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    read = contents(pdf)
    for number, content in enumerate(read):
        found += [f"page {number}: {problem}" for problem in content.problems]
    claimed = Counter()
    links = set()
    for element in elements(tree.K):
        found += _element(element, tree)
        for kid in kids(element):
            if isinstance(kid, int):
                page = pages[element.Pg.objgen]
                claimed[page, kid] += 1
                if read[page].marked.get(kid) != kind(element):
                    found.append(f"page {page}: {kid} is marked {read[page].marked.get(kid)}, not {kind(element)}")
                owner = owners[int(pdf.pages[page].obj.StructParents)][kid]
                if owner.objgen != element.objgen:
                    found.append(f"page {page}: the parent of {kid} is another element")
            elif str(kid.get("/Type", "")) == "/OBJR":
                annotation = kid.Obj
                links.add(annotation.objgen)
                if owners[int(annotation.StructParent)].objgen != element.objgen or kind(element) != "Link":
                    found.append("a link belongs to another element (28-011)")
    for number, content in enumerate(read):
        ids = sorted(content.marked)
        if ids != list(range(len(ids))) or [claimed[number, one] for one in ids] != [1] * len(ids):
            found.append(f"page {number}: not every marked content belongs to one element: {ids}")
        if len(owners[int(pdf.pages[number].obj.StructParents)]) != len(ids):
            found.append(f"page {number}: the parent tree knows other ids")
    if set(claimed.values()) - {1}:
        found.append("a marked content belongs to two elements")
    for number, page in enumerate(pdf.pages):
        if page.obj.get("/Tabs", None) != Name.S:
            found.append(f"page {number}: the order of tabs is not that of the structure (28-009)")
        for annotation in page.obj.get("/Annots", []):
            found += _annotation(annotation, links)
    found += _headings(tree.K)
    found += _notes(tree)
    return found


def _catalog(root: Dictionary) -> list[str]:
    found = []
    if root.MarkInfo.Marked is not True or "/Suspects" in root.MarkInfo:
        found.append("the document is not marked (06-001)")
    if root.ViewerPreferences.DisplayDocTitle is not True:
        found.append("the title is not shown (07-001)")
    if not re.fullmatch(r"[a-z]{2,8}(-[A-Za-z0-9]{1,8})*", str(root.Lang)):
        found.append(f"{root.Lang} is no language (11-006)")
    if kind(root.StructTreeRoot.K) != "Document":
        found.append("the document is no Document")
    return found


def _element(element: Dictionary, tree: Dictionary) -> list[str]:
    found, name = [], kind(element)
    mapped = tree.get("/RoleMap", {})
    if name not in STANDARD and str(mapped.get(element.S, ""))[1:] not in STANDARD:
        found.append(f"{name} is no standard type and mapped to none (02-001)")
    below = [one for one in kids(element) if isinstance(one, Dictionary) and "/S" in one]
    for one in below:
        if one.P.objgen != element.objgen:
            found.append(f"the parent of a {kind(one)} is another element")
        if kind(one) in PARENTS and name not in PARENTS[kind(one)]:
            found.append(f"{kind(one)} in {name} (09-004 and on)")
        if name in CHILDREN and kind(one) not in CHILDREN[name]:
            found.append(f"{name} holds {kind(one)}")
    if name in ("Figure", "Formula") and not str(element.get("/Alt", "")).strip():
        found.append(f"a {name} without words (13-004, 17-002)")
    if name in CHILDREN and not below:
        found.append(f"{name} is empty")
    if name == "L":
        labelled = any(kind(one) == "Lbl" for item in below for one in kids(item) if isinstance(one, Dictionary))
        numbering = str(element.get("/A", Dictionary()).get("/ListNumbering", "/None"))
        if labelled == (numbering == "/None"):
            found.append(f"a list with {'' if labelled else 'no '}labels is numbered {numbering}")
    if name == "Table":
        widths = {len(kids(row)) for row in below if kind(row) == "TR"}
        if len(widths) != 1:
            found.append(f"rows of {widths} cells (15-005)")
    if name == "TH" and str(element.A.get("/Scope", "")) not in ("/Column", "/Row", "/Both"):
        found.append("a header of nothing (15-003)")
    if name == "Figure" and "/A" in element:
        left, bottom, right, top_ = (float(side) for side in element.A.BBox)
        if not (left < right and bottom < top_):
            found.append("a figure without a place")
    return found


def _annotation(annotation: Dictionary, links: set) -> list[str]:
    found = []
    if annotation.Subtype != Name.Link or annotation.objgen not in links:
        found.append("an annotation that no element holds (28-002)")
    if not str(annotation.get("/Contents", "")).strip():
        found.append("a link without words (28-012)")
    if int(annotation.F) != 4:
        found.append("a link that is not printed (ISO 19005-2, 6.3.2)")
    if ("/A" in annotation) == ("/Dest" in annotation):
        found.append("a link that leads nowhere, or to two places")
    return found


def _headings(document: Dictionary) -> list[str]:
    levels = [int(kind(one)[1]) for one in elements(document) if re.fullmatch("H[1-6]", kind(one))]
    found = []
    if levels and levels[0] != 1:
        found.append(f"the first heading is of level {levels[0]} (14-002)")
    for before, after in itertools.pairwise(levels):
        if after > before + 1:
            found.append(f"a heading of level {after} after one of {before} (14-003)")
    return found


def _notes(tree: Dictionary) -> list[str]:
    notes = [one for one in elements(tree.K) if kind(one) == "Note"]
    names = [str(one.get("/ID", "")) for one in notes]
    found = []
    if len(set(names)) != len(names) or "" in names:
        found.append("notes without an id of their own (19-003, 19-004)")
    if notes:
        known = list(tree.IDTree.Names)
        if [str(name) for name in known[::2]] != sorted(names):
            found.append("the tree of ids does not know all notes")
    return found


def archive_problems(pdf: pikepdf.Pdf, *, pictures: bool = False) -> list[str]:
    """What PDF/A-2u would not keep, and images where no ``pictures`` of pixels were asked for."""
    found = []
    if pdf.is_encrypted:
        found.append("it is encrypted (6.1.3)")
    if len(pdf.trailer.ID) != 2:
        found.append("it has no id (6.1.3)")
    root = pdf.Root
    for key in ("/AA", "/OpenAction", "/AcroForm", "/Names", "/Collection", "/Requirements", "/NeedsRendering", "/OCProperties"):
        if key in root:
            found.append(f"the catalog has {key}")
    intents = [one for one in root.OutputIntents if one.S == Name.GTS_PDFA1]
    if len(intents) != 1 or int(intents[0].DestOutputProfile.N) != 3:
        found.append("colours have no meaning (6.2.3)")
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            found += _dictionary(annotation.get("/A", Dictionary()))
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            found += _stream(thing)
            if thing.get("/Subtype", None) == Name.Image:
                found += _image(thing) if pictures else ["an image: nothing here is one"]
        if isinstance(thing, pikepdf.Dictionary):
            found += _dictionary(thing)
    for page in pdf.pages:
        found += _colours(page.obj.Resources, page)
        for font in page.obj.Resources.Font.values():
            found += font_problems(font)
    return found


def _stream(stream: pikepdf.Stream) -> list[str]:
    filters = str(stream.get("/Filter", ""))
    found = [f"{filters} (6.1.7.2)"] if "LZW" in filters or "Crypt" in filters else []
    found += [f"a stream has {key} (6.1.7.1)" for key in ("/F", "/FFilter", "/FDecodeParms") if key in stream]
    if stream.get("/Subtype", None) == Name.Form and {"/OPI", "/PS", "/Subtype2", "/Ref"} & set(stream.keys()):
        found.append("a form of a kind that is not kept (6.2.9)")
    return found


def _image(image: pikepdf.Stream) -> list[str]:
    found = [f"an image has {key} (6.2.8)" for key in ("/Alternates", "/OPI") if key in image]
    if image.get("/Interpolate", False):
        found.append("an image is interpolated (6.2.8)")
    if image.ColorSpace not in (Name.DeviceGray, Name.DeviceRGB) or int(image.BitsPerComponent) != 8:
        found.append("an image whose colours have no meaning (6.2.4)")
    if "/SMask" in image and image.SMask.ColorSpace != Name.DeviceGray:
        found.append("a mask that is not grey (ISO 32000-1, 11.6.5.3)")
    return found


def _dictionary(thing: Dictionary) -> list[str]:
    found = []
    if str(thing.get("/Type", "")) == "/ExtGState":
        if {"/TR", "/HTP"} & set(thing.keys()) or str(thing.get("/TR2", "/Default")) != "/Default":
            found.append("a graphics state with a transfer function (6.2.5)")
        if str(thing.get("/BM", "/Normal")) not in ("/Normal", "/Compatible", "/Multiply"):
            found.append("an unknown way to blend (6.2.10)")
    if str(thing.get("/Type", "")) == "/Action" and thing.S not in (Name.URI, Name.GoTo):
        found.append(f"the action {thing.S} (6.5.1)")
    for key in ("/AA", "/JS"):
        if key in thing:
            found.append(f"{key} (6.5.2)")
    return found


def _colours(resources: Dictionary, page: pikepdf.Page) -> list[str]:
    names = {str(operator) for _, operator in pikepdf.parse_content_stream(page)}
    found = [f"the colour operator {one} needs another profile (6.2.4)" for one in names & {"k", "K"}]
    if "/ColorSpace" in resources:
        found.append("colour spaces that nobody asked for")
    return found


def font_problems(font: Dictionary) -> list[str]:
    """What is wrong with the font of the words: its widths, its codes, what they mean (6.2.11)."""
    found = []
    below = font.DescendantFonts[0]
    data = below.FontDescriptor.FontFile2.read_bytes()
    if len(data) != int(below.FontDescriptor.FontFile2.Length1):
        found.append("the font's length is another")
    file = TTFont(io.BytesIO(data))
    glyphs = below.CIDToGIDMap.read_bytes()
    widths = [int(width) for width in below.W[1]]
    order = file.getGlyphOrder()
    for code, width in enumerate(widths, int(below.W[0])):
        glyph = int.from_bytes(glyphs[2 * code : 2 * code + 2], "big")
        if not glyph:
            found.append(f"the code {code} shows no glyph (6.2.11.8)")
        if file["hmtx"][order[glyph]][0] * 1000 / file["head"].unitsPerEm != width:
            found.append(f"the width of {code} is not that of its glyph (6.2.11.5)")
    stream = font.ToUnicode.read_bytes().decode("ascii")
    meant = re.findall(r"^<([0-9a-f]{4})> <([0-9a-f]+)>$", stream, re.MULTILINE)
    if [int(code, 16) for code, _ in meant] != list(range(1, len(widths) + 1)):
        found.append("not every code has a meaning (6.2.11.7.2)")
    if any(value in ("0000", "feff", "fffe") for _, value in meant):
        found.append("a code means no character (6.2.11.7.2)")
    if str(font.Encoding) != "/Identity-H" or str(below.CIDSystemInfo.Ordering) != "Identity":
        found.append("codes are read in two ways (6.2.11.3)")
    return found


def _pairs(data: bytes) -> Iterator[bytes]:
    for at in range(0, len(data), 2):
        yield data[at : at + 2]
