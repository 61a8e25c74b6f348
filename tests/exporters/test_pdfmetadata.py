import io
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from sketchsvg import Sheet, section, text, title
from sketchsvg.errors import SheetError
from sketchsvg.exporters.pdfmetadata import about, metadata, without_claims
from sketchsvg.finish import Finish
from sketchsvg.inked import InkedPage
from sketchsvg.printing import to_print
from sketchsvg.readers import read
from sketchsvg.scene import Word

ROOT = Path(__file__).parents[2]
SAID = {
    "title": "제목 <1>", "author": "Kim & Co.", "subject": "Models", "keywords": ("a", "나"), "language": "ko",
    "description": "What it shows",
}  # fmt: skip


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


@pytest.fixture
def pdf() -> pikepdf.Pdf:
    return opened(Sheet(text("words"), page="60x30", **SAID).to_pdf())


def test_what_the_sheet_says_is_in_the_properties(pdf: pikepdf.Pdf):
    info = pdf.docinfo
    assert [str(info[key]) for key in ("/Title", "/Author", "/Subject", "/Keywords", "/Creator")] == [
        "제목 <1>", "Kim & Co.", "Models", "a, 나", "sketchsvg",
    ]


def test_what_the_sheet_says_is_in_the_packet(pdf: pikepdf.Pdf):
    with pdf.open_metadata() as found:
        assert found["dc:title"] == "제목 <1>"
        assert found["dc:creator"] == ["Kim & Co."]
        assert found["dc:description"] == "What it shows"
        assert found["dc:subject"] == {"a", "나"}
        assert found["dc:language"] == {"ko"}
        assert found["pdf:Keywords"] == str(pdf.docinfo["/Keywords"])
        assert found["pdf:Producer"] == str(pdf.docinfo["/Producer"])
        assert found["xmp:CreatorTool"] == str(pdf.docinfo["/Creator"])
        assert found["xmp:CreateDate"] == found["xmp:ModifyDate"] == "2000-01-01T00:00:00Z"
        assert (found["pdfaid:part"], found["pdfaid:conformance"], found["pdfuaid:part"]) == ("2", "U", "1")


def test_a_page_without_a_title_does_not_claim_to_be_accessible():
    pdf = opened(Sheet(text("words"), page="60x30").to_pdf())
    with pdf.open_metadata() as found:
        assert found["pdfaid:part"] == "2"
        assert "pdfuaid:part" not in found
        assert "dc:title" not in found


def test_a_character_that_no_archive_takes_is_no_archives():
    assert not about([InkedPage(50, 50, (), (Word("a\ufeff", 1, 1, 5, 5),), title="t")]).archive


def test_the_packet_is_xml_that_is_not_packed(pdf: pikepdf.Pdf):
    stream = pdf.Root.Metadata
    assert "/Filter" not in stream
    etree.fromstring(stream.read_bytes().split(b"?>", 1)[1].rsplit(b"<?xpacket", 1)[0])


def test_without_claims_a_packet_names_no_norm():
    said = about([InkedPage(50, 50, (), (), title="t")])
    assert b"pdfaid" in metadata(said)
    assert without_claims(metadata(said)) == metadata(said, claims=False)
    assert b"pdfaid" not in metadata(said, claims=False)
    assert b"pdfuaid" not in metadata(said, claims=False)


def test_pages_on_printers_sheets_claim_nothing():
    from sketchsvg.book import Chapter
    from sketchsvg.imposing import Imposition

    sheets = tuple(Sheet(title("t") / section(str(n), text("words")), page="A5") for n in range(2))
    folded = opened(to_print([Chapter("", sheets)], Finish(), Imposition(pages="2")))
    assert b"pdfaid" not in folded.Root.Metadata.read_bytes()
    assert b"<dc:title>" in folded.Root.Metadata.read_bytes()


def test_front_matter_names_subject_and_keywords(tmp_path: Path):
    (tmp_path / "n.md").write_text("---\ntitle: T\nsubject: S\nkeywords: a, b\nauthor: A\n---\n\nwords\n", encoding="utf-8")
    (sheet,) = read(str(tmp_path / "n.md"))
    assert (sheet.subject, sheet.keywords, sheet.author) == ("S", ("a", "b"), "A")
    (tmp_path / "n.md").write_text("---\nkeywords:\n  - a\n  - b c\n---\n\nwords\n", encoding="utf-8")
    assert read(str(tmp_path / "n.md"))[0].keywords == ("a", "b c")


def test_keywords_are_several():
    with pytest.raises(SheetError, match="Keywords"):
        Sheet(text("words"), keywords="a, b")  # type: ignore[arg-type]


SURROUNDINGS = [
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Seoul", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "ko_KR.UTF-8", "NPY_DISABLE_CPU_FEATURES": "AVX2 AVX512F FMA3"},
]


def test_the_bytes_are_the_same_whatever_surrounds_them(tmp_path: Path):
    path = tmp_path / "notes.md"
    path.write_text("---\ntitle: 제목\npage: A6\n---\n\n## Head\n\n- [item](https://example.org)\n\n| a | b |\n|-|-|\n| 1 | 2 |\n", encoding="utf-8")
    sums = set()
    for number, around in enumerate(SURROUNDINGS):
        out = tmp_path / f"{number}.pdf"
        subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "sketchsvg", "render", str(path), "-o", str(out)], cwd=ROOT, check=True,
            env={**os.environ, **around, "SOURCE_DATE_EPOCH": "1700000000"}, capture_output=True,
        )  # fmt: skip
        sums.add(sha256(out.read_bytes()).hexdigest())
    assert len(sums) == 1
    with pikepdf.open(tmp_path / "0.pdf") as pdf, pdf.open_metadata() as found:
        assert str(pdf.docinfo.CreationDate) == "D:20231114221320Z"
        assert found["xmp:CreateDate"] == "2023-11-14T22:13:20Z"
