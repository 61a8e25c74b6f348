"""Icons by name, by emoji and by file."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from sketchsvg.errors import NameUnknownError, SheetError, Source
from sketchsvg.icons import icon, icon_names

LOW, HIGH = 0.04, 0.96
HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'


def ink(curves, per_piece=40):
    """Points along all strokes of an icon."""
    t = np.linspace(0.0, 1.0, per_piece)[:, None, None]
    found = []
    for stroke in curves.strokes():
        if len(stroke) == 1:
            found.append(stroke)
            continue
        a, b, c, d = stroke[0:-1:3], stroke[1::3], stroke[2::3], stroke[3::3]
        points = a * (1 - t) ** 3 + 3 * b * (1 - t) ** 2 * t + 3 * c * (1 - t) * t**2 + d * t**3
        found.append(points.reshape(-1, 2))
    return np.concatenate(found)


@pytest.fixture
def drawing(tmp_path):
    def write(text, name="mine.svg"):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(path)

    return write


def test_there_are_many_names_in_order_and_our_own_are_among_them():
    names = icon_names()
    assert names == sorted(set(names)) and len(names) > 1500
    assert {"banana", "llama", "laptop", "globe"} <= set(names)


def test_a_sample_of_all_icons_lies_in_the_unit_square_and_is_worth_its_place():
    for name in icon_names()[::9]:
        points = ink(icon(name).curves)
        assert points.min() >= LOW - 0.003 and points.max() <= HIGH + 0.003, name
        assert np.isfinite(points).all(), name


def test_sizes_relative_to_one_another_stay_and_small_ones_grow_only_a_little():
    def extent(name):
        points = ink(icon(name).curves)
        return (points.max(axis=0) - points.min(axis=0)).max()

    assert extent("circle") == pytest.approx(HIGH - LOW, abs=0.002)
    assert 0.7 < extent("x") < 0.8
    assert extent("dot") < 0.3


def test_our_own_come_before_lucide():
    from sketchsvg.icons import lucide
    from sketchsvg.icons.drawing import read_drawing

    theirs = lucide.lucide_svg("banana")
    ours = Path(lucide.__file__).with_name("drawn") / "banana.svg"
    assert theirs is not None
    assert icon("banana").curves.starts.tolist() == read_drawing(ours.read_bytes()).starts.tolist()
    assert icon("banana").curves.starts.tolist() != read_drawing(theirs).starts.tolist()


def test_short_strokes_are_dots():
    lengths = [len(stroke) for stroke in icon("circle-alert").curves.strokes()]
    assert 1 in lengths


def test_the_label_is_plain_words():
    assert icon("message-circle").label == "message circle"


def test_an_emoji_is_a_name():
    assert icon("💬").name == "message-circle"
    assert icon("🍌").curves is icon("banana").curves


@pytest.mark.parametrize(
    ("name", "guess"), [("lapttop", "laptop"), ("Banana", "banana"), ("mesage-circle", "message-circle")]
)
def test_an_unknown_name_suggests_the_nearest(name, guess):
    with pytest.raises(NameUnknownError, match=f'"{guess}"') as caught:
        icon(name, Source("sheet.py", 3))
    assert str(caught.value).startswith("sheet.py:3: ")


@pytest.mark.parametrize("name", ["", "🫥🫥", "../drawn/banana", "drawn/banana", "banana\n", "/etc/passwd", "a b"])
def test_what_is_no_name_is_unknown(name):
    with pytest.raises(NameUnknownError):
        icon(name)


def test_the_package_lucide_is_never_imported():
    code = (
        "import sys; from sketchsvg.icons import icon; icon('laptop'); icon('🍌'); "
        "print([m for m in ('lucide', 'svgpathtools', 'scipy', 'difflib') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_file_is_fitted_by_its_ink(drawing):
    path = drawing(HEAD + '<path d="M100 50h40v10h-40z"/></svg>')
    found = icon(path)
    assert found.label == "mine"
    points = ink(found.curves)
    assert np.allclose(points.min(axis=0), (LOW, 0.5 - 0.115))
    assert np.allclose(points.max(axis=0), (HIGH, 0.5 + 0.115))


def test_a_file_is_fitted_by_its_ink_and_not_by_its_handles(drawing):
    # The curve reaches three quarters of the way to its handles.
    points = ink(icon(drawing(HEAD + '<path d="M0 0C0 20 8 20 8 0"/></svg>')).curves, 400)
    assert points[:, 1].min() == pytest.approx(LOW, abs=1e-4)
    assert points[:, 1].max() == pytest.approx(HIGH, abs=1e-4)


def test_a_file_that_is_one_dot_is_a_dot_in_the_middle(drawing):
    assert icon(drawing(HEAD + '<path d="M7 9z"/></svg>')).curves.points.tolist() == [[0.5, 0.5]]


def test_a_file_beside_the_sheet_is_found(drawing):
    path = Path(drawing(HEAD + '<circle cx="5" cy="5" r="2"/></svg>', "beside_me.svg"))
    sheet = path.parent / "sheet.py"
    assert icon("beside_me.svg", Source(str(sheet), 1)).label == "beside me"
    with pytest.raises(SheetError, match="There is no icon file"):
        icon("beside_me.svg")


BILLION_LAUGHS = (
    '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><svg><title>&c;</title></svg>'
)
REFUSED = {
    # Refused before an entity is declared, let alone put in.
    "entities": (BILLION_LAUGHS, "DOCTYPE"),
    "entities in UTF-16": (("\ufeff" + BILLION_LAUGHS).encode("utf-16-le"), "DOCTYPE"),
    "a file from elsewhere": (
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///x">]><svg>&x;</svg>',
        "DOCTYPE",
    ),
    "an external document type": ('<!DOCTYPE svg SYSTEM "http://127.0.0.1/x.dtd"><svg/>', "DOCTYPE"),
    "a script": (HEAD + "<script>alert(1)</script><path d='M0 0h1'/></svg>", "<script>"),
    "text": (HEAD + "<text>hello</text></svg>", "<text>"),
    "a picture": (HEAD + '<image href="file:///etc/passwd"/></svg>', "<image>"),
    "a reference": (HEAD + '<use href="#a"/></svg>', "<use>"),
    "nothing": (HEAD + "</svg>", "nothing"),
    "only zeros": (HEAD + '<circle cx="5" cy="5" r="0"/><rect width="0" height="4"/></svg>', "nothing"),
    "no SVG": ("<html/>", "<html>"),
    "no XML": ("hello", "well-formed"),
    "a broken path": (HEAD + '<path d="M0 0 L1"/></svg>', "position 7"),
    "a broken number": (HEAD + '<circle cx="5%" cy="5" r="2"/></svg>', 'cx="5%"'),
    "infinity": (HEAD + '<circle cx="1e999" cy="5" r="2"/></svg>', "cx="),
    "odd points": (HEAD + '<polyline points="1 2 3"/></svg>', "pairs"),
    "a broken transform": (HEAD + '<g transform="turn(3)"><path d="M0 0h1"/></g></svg>', "turn"),
    "endless transforms": (
        HEAD + '<g transform="scale(1e9)">' * 40 + "<path d='M0 0h1'/>" + "</g>" * 40 + "</svg>",
        "measure",
    ),
    "a megabyte": (HEAD + f'<path d="M0 0{"h1" * 600_000}"/></svg>', "megabyte"),
    "too many points": (HEAD + f'<path d="M0 0{"h1" * 40_000}"/></svg>', "too many"),
    "too many elements": (HEAD + '<path d="M0 0h1"/>' * 30_000 + "</svg>", "too many"),
}


@pytest.mark.parametrize(("text", "what"), REFUSED.values(), ids=REFUSED.keys())
def test_a_file_that_no_pen_can_draw_is_refused_by_name(drawing, text, what):
    path = drawing(text)
    with pytest.raises(SheetError) as caught:
        icon(path, Source("sheet.py", 7))
    assert what in caught.value.what and "mine.svg" in caught.value.what
    assert str(caught.value.where) == "sheet.py:7"


def test_handlers_styles_and_comments_are_harmless(drawing):
    text = (
        HEAD + "<!-- hello --><?go now?><style>path{}</style><title>t</title><defs><text>x</text></defs>"
        '<path onclick="alert(1)" d="M0 0h8"/><path display="none" d="M0 0v90"/></svg>'
    )
    assert np.allclose(ink(icon(drawing(text)).curves)[:, 1], 0.5)


def test_a_folder_is_no_icon(tmp_path):
    (tmp_path / "folder.svg").mkdir()
    with pytest.raises(SheetError, match="There is no icon file"):
        icon(str(tmp_path / "folder.svg"))


def test_a_name_that_no_file_system_takes_is_no_icon():
    with pytest.raises(SheetError, match="There is no icon file"):
        icon("a" * 5000 + ".svg")
    with pytest.raises(SheetError, match="There is no icon file"):
        icon("a\0.svg")


def test_a_drawing_scaled_to_nothing_is_a_dot(drawing):
    path = drawing(HEAD + '<g transform="scale(0)"><path d="M0 0h9v9"/></g></svg>')
    assert np.allclose(icon(path).curves.points, 0.5)
