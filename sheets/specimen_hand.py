"""Specimens of the hands, a page each: ``python sheets/specimen_hand.py neat`` draws one of them."""

import sys
from msgspec.structs import replace
from typing import ClassVar

from sketchsvg import Sheet, save
from sketchsvg.blocks.arrange import Block
from sketchsvg.blocks.writing import body_style, note_style, set_text
from sketchsvg.frame import Frame, Line, Setting, TextStyle
from sketchsvg.geometry.rect import Rect
from sketchsvg.theme import load_hand
from sketchsvg.theme.hands import describe_hand

HANDS = ("note", "neat", "quick", "caps", "mono", "child")

PANGRAM = "The quick brown fox jumps over the lazy dog."
KOREAN = "다람쥐 헌 쳇바퀴에 타고파."
BODY = (
    "키스의 고유조건은 입술끼리 만나야 하고 특별한 기술은 필요치 않다. "
    "손으로 쓴 글씨는 같은 글자도 매번 조금씩 다르지만, 한 사람의 것임을 알아볼 수 있다. "
    "Sphinx of black quartz, judge my vow: every letter is written anew, and none is quite like the one before it. "
    "Amazingly few discotheques provide jukeboxes (and 24 of them never did)."
)
MARKS = (
    "**bold**, *italic*, __underlined__, [wavy]{.wavy}, [double]{.double}, ~~struck~~, ==highlighted==, "
    "[ringed]{.ring .rose}, [boxed]{.box .cobalt}, `code 0O1lI`; **굵게** *기울여* __밑줄__ [물결]{.wavy} [동그라미]{.ring .leaf}"
)


class Sizes(Block, frozen=True, kw_only=True):
    """Rows of text, each at a size of its own in pt; size 0 is a note."""

    rows: tuple[tuple[float, str], ...]
    kind: ClassVar[str] = "sizes"

    def compose(self, width: float, setting: Setting, height: float | None = None) -> Frame:
        """The rows above each other; where there is room, notes stand further from what is above them."""
        boxes = [(size, set_text(words, width, self._style(size, setting), setting)) for size, words in self.rows]
        natural = sum(box.height + (1.0 if size else 0.2) for size, box in boxes)
        room = max(0.0, (height or natural) - natural) / sum(not size for size, _ in boxes)
        lines: list[Line] = []
        y = 0.0
        for size, box in boxes:
            y += 0.0 if size else room
            lines += box.moved(0, y)
            y += box.height + (1.0 if size else 0.2)
        return Frame(self, Rect(0, 0, width, max(y, height or 0.0)), setting, lines=tuple(lines))

    def _style(self, size: float, setting: Setting) -> TextStyle:
        return replace(body_style(setting), size=size, leading=1.34) if size else note_style(setting)

    def least_width(self, setting: Setting) -> float:
        """As narrow as it may be: the page is what it is made for."""
        return 100.0


def specimen(hand: str) -> Sheet:
    """One hand on one page."""
    habits = load_hand(hand)
    rows = (
        (48.0, hand if len(hand) < 9 else hand[:8]),
        (0.0, describe_hand(hand)),
        (30.0, "손글씨 Handwriting"),
        (0.0, "20 pt"), (20.0, f"{KOREAN} {PANGRAM}"),
        (0.0, "14 pt"), (14.0, f"{PANGRAM} {KOREAN} 안녕하세요, 반갑습니다! 0123456789"),
        (0.0, "11 pt"), (11.0, BODY),
        (0.0, "9 pt"), (9.0, BODY),
        (0.0, "7 pt"), (7.0, BODY),
        (0.0, "Letters"), (15.0, "a b c d e f g h i j k l m n o p q r s t u v w x y z A B C D E F G H I J K L M N O P Q R S T U V W X Y Z"),
        (15.0, "가 나 다 라 마 바 사 아 자 차 카 타 파 하 까 따 빠 싸 짜 · 각 넌 돋 률 몸 붑 싯 영 젖 촟 콬 툩 픞 힣 값 닭 앉 없 뷁"),
        (0.0, "Easily taken for each other"), (15.0, "O0o 1lI|! 5S 2Z 8B rn m cl d vv w  마아 뱍뱡 홋훗 즉측 쇠쇄 에애 공긍 를틀 흘훌 왜웨 워위 촉축 넓넒 ‘’ “” , . ; :"),
        (0.0, "Emphasis"), (13.0, MARKS),
        (0.0, "No two alike"), (18.0, "aaaa eeee oooo tttt nnnn ssss 아아아아 리리리 하하하 사사사 자자자"),
    )  # fmt: skip
    return Sheet(Sizes(rows=rows, name=habits.name), hand=hand, title=f"The hand {hand}", seed=7)


sheets = [specimen(hand) for hand in HANDS]

if __name__ == "__main__":
    for name in sys.argv[1:] or HANDS:
        save(specimen(name), f"specimen-{name}.pdf")
