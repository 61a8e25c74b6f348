"""How well the hands are read: pages of text at 9 pt, drawn, read back by tesseract, and compared.

Run it with ``python benchmarks/ocr.py [TEXT…] [--hands neat note quick] [--font FILE.ttf …] [--pages 10] [--seeds 1]``.
Without texts it takes those in ``benchmarks/texts``: notes in Korean with English terms, and English prose; every page
gets its share of each. A page is a column of 90 mm at 300 pixels an inch, read as one block (``--psm 6``) by
``kor+eng``. One setting is not as tesseract comes, how fast lines may bend (``textord_skew_lag``): else it takes
now and then a page, of fonts as well, for one that slopes, and reads nothing of it; other pages it leaves as they are.
Figures are the share of characters, white space left out, that come back: one minus the edit distance over the length.

What tesseract makes of the letters themselves shows ``--language kor`` or ``eng``: only the words of that language are
drawn, and only it is read. Mixed pages lose more, in print as well: tesseract's Korean has no Latin letters at all, its
English no Hangul, and a word like ``Git은`` is read as one or the other.

``--font`` sets the same pages in an outline font beside them. With ``--errors`` the misread words of every hand follow,
parted by whether the last font, which should be a printed one, is misread in the same place.
"""

import argparse
import os
import re
import subprocess
import sys
import unicodedata
from collections import Counter
from pathlib import Path

import numpy as np

from sketchsvg.lettering.skeleton import is_writable
from sketchsvg.writing import write

PPI, SIZE, WIDTH, MARGIN, LEADING = 300, 9.0, 90.0, 12.0, 1.5
#: By what is read, which words are drawn.
WORDS = {"kor+eng": ".+", "kor": "[가-힣]+[.,]?", "eng": "[!-~]+"}
TEXTS = Path(__file__).parent / "texts"
#: Reading differences that are none of the hand's: forms of quotes, dashes and dots that look alike on paper.
ALIKE = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": ".", "`": "'", "•": "·"})


def chunks(paths: list[Path], pages: int, words: int, language: str) -> list[str]:
    """As many pages of words: each gets the next part of every source, in proportion to the sources' lengths."""
    sources = [
        [word for word in plain(path.read_text(encoding="utf-8")) if re.fullmatch(WORDS[language], word)]
        for path in paths
    ]
    together = sum(len(source) for source in sources)
    page = min(together // pages, words)
    made = []
    for number in range(pages):
        parts = []
        for source in sources:
            share = page * len(source) // together
            parts.extend(source[number * share : (number + 1) * share])
        made.append(" ".join(parts))
    return made


def plain(text: str) -> list[str]:
    """The words of a source without its markup, and without what the hand does not write."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub(r"```.*?```|<[^>]*>|https?://\S+|\]\([^)]*\)", " ", text, flags=re.S)
    text = re.sub(r"[#*_`|>\[\]{}$~=\\:@^<+]", " ", text)
    text = "".join(char if char.isspace() or is_writable(char) else " " for char in text)
    return [word for word in text.split() if re.search(r"\w", word)]


def drawn(text: str, hand: str, seed: int) -> bytes:
    """A page in a hand."""
    page = write(text, size=SIZE, width=WIDTH, leading=LEADING, hand=hand, paper="#ffffff", margin=MARGIN, seed=seed)
    return page.to_png(PPI)


def typeset(text: str, font: Path) -> bytes:
    """The same page in an outline font, its letters as high as ours."""
    from io import BytesIO

    from PIL import Image, ImageDraw, ImageFont

    face = ImageFont.truetype(str(font), 100)
    _, top, _, bottom = face.getbbox("한")
    # As large as our syllables, which are 0.80 em high without the pen.
    em = SIZE / 72 * PPI
    face = ImageFont.truetype(str(font), em * 85 / (bottom - top))
    room = WIDTH / 25.4 * PPI
    lines, line = [], ""
    for word in text.split(" "):
        longer = f"{line} {word}".strip()
        if face.getlength(longer) > room:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    pitch = em * LEADING
    edge = MARGIN / 25.4 * PPI
    image = Image.new("L", (round(room + 2 * edge), round(pitch * len(lines) + 2 * edge)), 255)
    draw = ImageDraw.Draw(image)
    for number, row in enumerate(lines):
        draw.text((edge, edge + number * pitch), row, font=face, fill=30)
    held = BytesIO()
    image.save(held, "PNG", dpi=(PPI, PPI))
    return held.getvalue()


def read(png: bytes, language: str) -> str:
    """What tesseract reads."""
    command = ["tesseract", "-", "-", "-l", language, "--psm", "6", "--dpi", str(PPI)]
    command += ["-c", "textord_skew_lag=0.2"]
    done = subprocess.run(
        command, input=png, capture_output=True, check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"}
    )
    return done.stdout.decode()


def share(meant: str, seen: str) -> float:
    """The share of the characters of ``meant`` that came back: 1 - edit distance / length, white space left out."""
    a, b = squeezed(meant), squeezed(seen)
    return max(0.0, 1 - int(distances(a, b)[-1, -1]) / len(a))


def distances(a: str, b: str) -> np.ndarray:
    """The edit distances of all beginnings of ``a`` and ``b``."""
    there = np.array([ord(char) for char in b], dtype=np.int64)
    ahead = np.arange(len(b) + 1)
    rows = np.empty((len(a) + 1, len(b) + 1), dtype=np.int32)
    rows[0] = ahead
    for number, char in enumerate(a, 1):
        best = np.minimum(rows[number - 1, 1:] + 1, rows[number - 1, :-1] + (there != ord(char)))
        # Insertions run along the row: the least of (cost - place), each place put back.
        rows[number] = np.minimum.accumulate(np.concatenate(([number], best)) - ahead) + ahead
    return rows


def came_back(meant: str, seen: str) -> list[str]:
    """For each word of ``meant`` the characters that were read in its place."""
    words = [squeezed(word) for word in meant.split()]
    owner = [number for number, word in enumerate(words) for _ in word]
    a, b = "".join(words), squeezed(seen)
    rows = distances(a, b)
    found = [""] * len(words)
    i, j = len(a), len(b)
    while j:
        word = owner[max(0, i - 1)]
        if i and rows[i, j] == rows[i - 1, j - 1] + (a[i - 1] != b[j - 1]):
            found[word] = b[j - 1] + found[word]
            i, j = i - 1, j - 1
        elif i and rows[i, j] == rows[i - 1, j] + 1:
            i -= 1
        else:
            found[word] = b[j - 1] + found[word]
            j -= 1
    return found


def squeezed(text: str) -> str:
    """The characters that are compared."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text).translate(ALIKE))


def misread(text: str, seen: str, reference: str) -> tuple[Counter[str], Counter[str]]:
    """Words that were misread, as ``word > what was read``: those only here, and those in the reference as well."""
    ours: Counter[str] = Counter()
    theirs: Counter[str] = Counter()
    for word, here, there in zip(text.split(), came_back(text, seen), came_back(text, reference), strict=True):
        if here != squeezed(word):
            (ours if there == squeezed(word) else theirs)[f"{word} > {here or 'nothing'}"] += 1
    return ours, theirs


def arguments() -> argparse.Namespace:
    """What the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="*", type=Path, default=sorted(TEXTS.glob("*.txt")))
    parser.add_argument("--hands", nargs="*", default=["neat", "note", "quick"])
    parser.add_argument("--font", nargs="*", type=Path, default=[])
    parser.add_argument("--language", choices=WORDS, default="kor+eng")
    parser.add_argument("--pages", type=int, default=10)
    parser.add_argument("--words", type=int, default=300, help="of a page, at most")
    parser.add_argument("--seeds", type=int, default=1, help="how often every hand writes every page")
    parser.add_argument("--errors", action="store_true", help="list what was misread")
    parser.add_argument("--keep", type=Path, help="folder for what was drawn and read")
    return parser.parse_args()


def main() -> None:
    """Prints the table."""
    asked = arguments()
    names = [*asked.hands, *(font.stem for font in asked.font)]
    print("| page | characters | " + " | ".join(names) + " |")
    print("|---|---|" + "---|" * len(names))
    found: list[list[float]] = []
    wrong = {name: (Counter[str](), Counter[str]()) for name in names}
    for number, text in enumerate(chunks(asked.texts, asked.pages, asked.words, asked.language), 1):
        seeds = [number + 1000 * again for again in range(asked.seeds)]
        pages = [[drawn(text, hand, seed) for seed in seeds] for hand in asked.hands]
        pages += [[typeset(text, font)] for font in asked.font]
        seen = [[read(page, asked.language) for page in again] for again in pages]
        if asked.keep:
            asked.keep.mkdir(parents=True, exist_ok=True)
            for name, page, words in zip(names, pages, seen, strict=True):
                (asked.keep / f"{number}-{name}.png").write_bytes(page[0])
                (asked.keep / f"{number}-{name}.txt").write_text(f"{text}\n\n{words[0]}", encoding="utf-8")
        for name, words in zip(names, seen, strict=True):
            for counted, more in zip(wrong[name], misread(text, words[0], seen[-1][0]), strict=True):
                counted.update(more)
        found.append([sum(share(text, one) for one in words) / len(words) for words in seen])
        print(f"| {number} | {len(squeezed(text))} | " + " | ".join(f"{one:.2%}" for one in found[-1]) + " |")
        sys.stdout.flush()
    means = [sum(column) / len(column) for column in zip(*found, strict=True)]
    print("| mean | | " + " | ".join(f"{mean:.2%}" for mean in means) + " |")
    for name, (ours, theirs) in wrong.items() if asked.errors else ():
        print(f"\n{name}, misread where {names[-1]} is not ({ours.total()}):", *listed(ours), sep="\n  ")
        print(f"{name}, misread where {names[-1]} is as well ({theirs.total()}):", *listed(theirs), sep="\n  ")


def listed(words: Counter[str]) -> list[str]:
    """Words by how often they occur."""
    return [f"{word} ({often})" if often > 1 else word for word, often in words.most_common()]


if __name__ == "__main__":
    main()
