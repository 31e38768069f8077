"""Waiting beside the window: one at a time, and what was overtaken tells nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.presenters.rules_waiting import RulesWaiting

T = TypeVar("T")


class Beside:
    """Work that is finished when the test says so."""

    def __init__(self) -> None:
        self.finish: list[Callable[[], object]] = []
        self.fail: list[Callable[[], object]] = []

    def __call__(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], object],
        on_failed: Callable[[HardshipDeskError], object],
    ) -> None:
        self.finish.append(lambda: on_done(work()))
        self.fail.append(lambda: on_failed(HardshipDeskError("x")))


def waiting() -> tuple[RulesWaiting, Beside, list[str], Callable[[str], Callable[[], object]]]:
    beside, found = Beside(), list[str]()
    return (
        RulesWaiting(beside, lambda: found.append("klaar")),
        beside,
        found,
        lambda name: lambda: found.append(name),
    )


def test_that_it_tells_when_the_rules_are_ready() -> None:
    rules, beside, seen, work = waiting()
    rules.wait(work("een"))
    assert seen == []
    beside.finish[0]()
    assert seen == ["een", "klaar"]
    rules.wait(work("twee"))
    beside.fail[1]()
    assert seen == ["een", "klaar", "klaar"]


def test_that_only_the_last_of_those_meanwhile_is_done() -> None:
    rules, beside, seen, work = waiting()
    for name in ("een", "twee", "drie"):
        rules.wait(work(name))
    beside.finish[0]()
    assert seen == ["een"]
    beside.finish[1]()
    assert seen == ["een", "drie", "klaar"]
    assert len(beside.finish) == 2


def test_that_a_closed_dossier_hears_nothing() -> None:
    rules, beside, seen, work = waiting()
    rules.wait(work("een"))
    rules.stop()
    beside.finish[0]()
    assert seen == ["een"]
