"""Shares: how the length of a row or a column is divided, solved with kiwisolver."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

#: Digits after the point that count: a nanometre.
DIGITS = 6


class Part(Struct, frozen=True):
    """One part of a length: its ``share`` in percent if one was asked for, else the length it would like and its least.

    ``weight`` says how much of what is left over it takes (or gives, where there is too little).
    """

    share: float | None = None
    natural: float = 0.0
    least: float = 0.0
    weight: float = 1.0


def divide(length: float, parts: Sequence[Part]) -> list[float]:
    """The lengths of ``parts`` that fill ``length``, each to a nanometre.

    Shares are required: part i is exactly ``share / 100 * length``. The others fill the rest: they keep their natural
    lengths as nearly as can be, all off by the same amount a weight, and never under their least where that is
    possible. Shares that are over 100 in all, or that leave nothing for the others, are a ``ValueError``.
    """
    import kiwisolver as kiwi

    asked = sum(part.share for part in parts if part.share is not None)
    free = [part for part in parts if part.share is None]
    if asked > 100 + 1e-6 or (free and asked > 100 - 1e-6):
        raise ValueError(f"shares add up to {asked:g} %" + (" and leave nothing for the rest" if free else ""))
    if not free and asked < 100 - 1e-6:
        raise ValueError(f"shares add up to {asked:g} %, not 100 %")
    solver = kiwi.Solver()
    sizes = [kiwi.Variable(f"size{index}") for index in range(len(parts))]
    solver.addConstraint((sum(sizes[1:], kiwi.Expression([kiwi.Term(sizes[0])])) == length) | "required")
    slack = kiwi.Variable("slack")
    # With shares alone the last of them follows from the sum: stating it again could only contradict it by rounding.
    last = len(parts) - 1 if not free else -1
    for index, (size, part) in enumerate(zip(sizes, parts, strict=True)):
        if part.share is not None:
            if index != last:
                solver.addConstraint((size == length * part.share / 100) | "required")
        else:
            solver.addConstraint((size >= 0) | "required")
            solver.addConstraint((size >= part.least) | "strong")
            solver.addConstraint((size == part.natural + slack * part.weight) | "medium")
    solver.updateVariables()
    # The solver walks its variables in the order of their addresses: the last digits differ from run to run.
    return [round(float(size.value()), DIGITS) for size in sizes]
