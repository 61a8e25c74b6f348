"""Emphasis beside Korean: ``**마크다운(Markdown)**을`` is bold, where CommonMark leaves the asterisks standing.

CommonMark's rule of flanking (section 6.2) asks for white or punctuation outside where there is punctuation inside.
Scripts without spaces between a word and its particle have neither, so that a letter of theirs counts as both. The
same file reads ``==highlight==`` and ``~~struck~~``.
"""

from __future__ import annotations

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter


def emphasis_plugin(md: MarkdownIt) -> None:
    """Puts our rules in the place of CommonMark's."""
    md.inline.ruler.at("emphasis", _emphasis)
    md.inline.ruler.before("emphasis", "highlight", _paired("=", "highlight"))
    md.inline.ruler.before("emphasis", "struck", _paired("~", "struck"))


def _emphasis(state: StateInline, silent: bool) -> bool:
    """Each sign of a run becomes a token of text, and a delimiter that is paired later."""
    marker = state.src[state.pos]
    if silent or marker not in "*_":
        return False
    opens, closes, length = _flanks(state, state.pos, splits_words=marker == "*")
    for _ in range(length):
        token = state.push("text", "", 0)
        token.content = marker
        state.delimiters.append(
            Delimiter(
                marker=ord(marker), length=length, token=len(state.tokens) - 1, end=-1, open=opens, close=closes
            )
        )
    state.pos += length
    return True


def _flanks(state: StateInline, start: int, splits_words: bool) -> tuple[bool, bool, int]:
    """Whether the run of signs at ``start`` can open and close, and its length."""
    end = start
    while end < state.posMax and state.src[end] == state.src[start]:
        end += 1
    before = state.src[start - 1] if start else " "
    after = state.src[end] if end < state.posMax else " "
    sign_before, sign_after = _is_sign(before), _is_sign(after)
    white_before, white_after = isWhiteSpace(ord(before)), isWhiteSpace(ord(after))
    left = not white_after and (not sign_after or white_before or sign_before or _is_dense(before))
    right = not white_before and (not sign_before or white_after or sign_after or _is_dense(after))
    opens = left and (splits_words or not right or sign_before)
    closes = right and (splits_words or not left or sign_after or _is_dense(after))
    return opens, closes, end - start


def _is_sign(char: str) -> bool:
    return isMdAsciiPunct(ord(char)) or isPunctChar(char)


def _is_dense(char: str) -> bool:
    """Whether words of the character's script stand without spaces beside their particles: Hangul, kana, Han."""
    return (
        "\u1100" <= char <= "\u11ff" or "\u3040" <= char <= "\u318f" or "\u3400" <= char <= "\u9fff"
        or "\ua960" <= char <= "\ua97f" or "\uac00" <= char <= "\ud7ff" or "\uf900" <= char <= "\ufaff"
    )  # fmt: skip


def _paired(sign: str, name: str) -> Callable[[StateInline, bool], bool]:
    """A rule for words between two doubled signs."""
    pair = sign * 2

    def rule(state: StateInline, silent: bool) -> bool:
        begin = state.pos
        if not state.src.startswith(pair, begin) or begin + 2 >= state.posMax:
            return False
        if isWhiteSpace(ord(state.src[begin + 2])) or state.src[begin + 2] == sign:
            return False
        end = state.src.find(pair, begin + 3, state.posMax)
        if end < 0 or isWhiteSpace(ord(state.src[end - 1])):
            return False
        if not silent:
            limit = state.posMax
            state.push(f"{name}_open", "", 1)
            state.pos, state.posMax = begin + 2, end
            state.md.inline.tokenize(state)
            state.push(f"{name}_close", "", -1)
            state.posMax = limit
        state.pos = end + 2
        return True

    return rule
