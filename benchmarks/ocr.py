"""How well the hands are read: pages of text at 9 pt, drawn, read back by tesseract, and compared.

Run it with ``python benchmarks/ocr.py TEXT… [--hands neat note quick] [--font FILE.ttf] [--pages 10]``. A page is one
A4 at 300 pixels an inch; figures are the share of characters (without white space) that come back, one minus the edit
distance over the length. ``--font`` sets the same pages in an outline font beside them.
"""

import argparse
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import numpy as np

from sketchsvg.lettering.skeleton import is_writable
from sketchsvg.writing import write

PPI, SIZE, WIDTH, HEIGHT, MARGIN, LEADING = 300, 9.0, 180.0, 297.0, 15.0, 1.5
#: Reading differences that are none of the hand's: forms of quotes, dashes and dots that look alike on paper.
ALIKE = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "…": ".", "`": "'", "•": "·"})


def chunks(paths: list[Path], pages: int, characters: int) -> list[str]:
    """As many pages of words, each taken from all sources in turn."""
    sources = [plain(path.read_text(encoding="utf-8")) for path in paths]
    made = []
    for page in range(pages):
        parts = []
        for words in sources:
            begin = page * (characters // len(sources))
            text = " ".join(words)
            begin = begin % max(1, len(text) - characters // len(sources))
            parts.append(text[begin : begin + characters // len(sources)].split(" ", 1)[-1].rsplit(" ", 1)[0])
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


def read(png: bytes) -> str:
    """What tesseract reads."""
    command = ["tesseract", "-", "-", "-l", "kor+eng", "--psm", "6", "--dpi", str(PPI)]
    done = subprocess.run(
        command, input=png, capture_output=True, check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"}
    )
    return done.stdout.decode()


def share(meant: str, seen: str) -> float:
    """The share of the characters of ``meant`` that came back: 1 - edit distance / length, white space left out."""
    a, b = (squeezed(text) for text in (meant, seen))
    rows = np.array([ord(char) for char in b])
    ahead = np.arange(len(b) + 1)
    row = ahead.copy()
    for number, char in enumerate(a, 1):
        best = np.minimum(row[1:] + 1, row[:-1] + (rows != ord(char)))
        # Insertions run along the row: the least of (cost - place), each place put back.
        row = np.minimum.accumulate(np.concatenate(([number], best)) - ahead) + ahead
    return max(0.0, 1 - int(row[-1]) / len(a))


def squeezed(text: str) -> str:
    """The characters that are compared."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text).translate(ALIKE))


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("texts", nargs="+", type=Path)
    parser.add_argument("--hands", nargs="*", default=["neat", "note", "quick"])
    parser.add_argument("--font", type=Path)
    parser.add_argument("--pages", type=int, default=10)
    parser.add_argument("--characters", type=int, default=1500)
    parser.add_argument("--keep", type=Path, help="folder for what was drawn and read")
    asked = parser.parse_args()
    names = [*asked.hands, *([asked.font.stem] if asked.font else [])]
    print("| page | characters | " + " | ".join(names) + " |")
    print("|---|---|" + "---|" * len(names))
    found: list[list[float]] = []
    for number, text in enumerate(chunks(asked.texts, asked.pages, asked.characters), 1):
        pages = [drawn(text, hand, number) for hand in asked.hands]
        pages += [typeset(text, asked.font)] if asked.font else []
        seen = [read(page) for page in pages]
        if asked.keep:
            asked.keep.mkdir(parents=True, exist_ok=True)
            for name, page, words in zip(names, pages, seen, strict=True):
                (asked.keep / f"{number}-{name}.png").write_bytes(page)
                (asked.keep / f"{number}-{name}.txt").write_text(f"{text}\n\n{words}")
        found.append([share(text, words) for words in seen])
        print(f"| {number} | {len(squeezed(text))} | " + " | ".join(f"{one:.2%}" for one in found[-1]) + " |")
        sys.stdout.flush()
    means = [sum(column) / len(column) for column in zip(*found, strict=True)]
    print("| mean | | " + " | ".join(f"{mean:.2%}" for mean in means) + " |")


if __name__ == "__main__":
    main()
