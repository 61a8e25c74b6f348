"""Work that several processors do at the same time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def side_by_side(work: Callable[[Item], Result], items: Sequence[Item]) -> list[Result]:
    """What ``work`` makes of each item, in the order of the items. The first item's error is raised.

    Each item has a thread, so this is for few items, and for work that cairo, zlib or numpy do.
    """
    from threading import Thread

    results: dict[int, Result] = {}
    errors: dict[int, BaseException] = {}

    def done(number: int) -> None:
        try:
            results[number] = work(items[number])
        except BaseException as error:
            errors[number] = error

    threads = [Thread(target=done, args=(number,)) for number in range(1, len(items))]
    for thread in threads:
        thread.start()
    if items:
        done(0)
    for thread in threads:
        thread.join()
    if errors:
        raise errors[min(errors)]
    return [results[number] for number in range(len(items))]
