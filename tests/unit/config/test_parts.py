"""Parts that come when they are first asked for."""

from __future__ import annotations

from threading import Barrier, Thread

import pytest

from hardship_desk.config.parts import is_made, part


class Whole:
    def __init__(self) -> None:
        self.made: list[str] = []
        self.broken = True
        self.meet = Barrier(2)

    @part
    def first(self) -> str:
        """The first."""
        self.made.append("first")
        return f"first after {self.second}"

    @part
    def second(self) -> str:
        self.made.append("second")
        return "second"

    @part
    def wrong(self) -> str:
        if self.broken:
            raise ValueError("broken")
        return "whole"


def test_that_a_part_is_made_when_it_is_asked_for_and_once() -> None:
    whole = Whole()
    assert not is_made(whole, "first")
    assert (whole.first, whole.first) == ("first after second",) * 2
    assert whole.made == ["first", "second"]
    assert is_made(whole, "second")
    assert Whole.first.__doc__ == "The first."


def test_that_two_who_ask_at_the_same_time_get_the_same() -> None:
    whole, got = Whole(), []

    def ask() -> None:
        whole.meet.wait()
        got.append(whole.first)

    threads = [Thread(target=ask) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got[0] is got[1]
    assert whole.made == ["first", "second"]


def test_that_what_went_wrong_is_tried_again() -> None:
    whole = Whole()
    with pytest.raises(ValueError, match="broken"):
        _ = whole.wrong
    whole.broken = False
    assert whole.wrong == "whole"
