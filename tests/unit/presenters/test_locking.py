from __future__ import annotations

import pytest

from hardship_desk.presenters.locking import (
    IdleWatch,
    LockStep,
    PinGuard,
    pin_problem,
)


@pytest.mark.parametrize(
    ("minutes", "after", "step", "left"),
    [
        (5, 0, LockStep.NOTHING, 300),
        (5, 239, LockStep.NOTHING, 61),
        (5, 240, LockStep.WARN, 60),
        (5, 299, LockStep.WARN, 1),
        (5, 300, LockStep.LOCK, 0),
        (5, 90_000, LockStep.LOCK, 0),
        (1, 29, LockStep.NOTHING, 31),
        (1, 30, LockStep.WARN, 30),
    ],
)
def test_that_it_warns_a_minute_before_it_locks(
    minutes: int, after: float, step: LockStep, left: int
) -> None:
    watch = IdleWatch(minutes, 1000.0)
    moment = watch.look(1000.0 + after)
    assert (moment.step, moment.left) == (step, left)


def test_that_a_sign_of_life_and_a_talk_give_more_time() -> None:
    watch = IdleWatch(5, 0)
    watch.touch(290)
    assert watch.look(301).step is LockStep.NOTHING
    watch.talk(301, on=True)
    assert watch.talking
    assert watch.look(301 + 899).step is LockStep.WARN
    assert watch.look(301 + 900).step is LockStep.LOCK
    watch.talk(1300, on=False)
    assert watch.look(1600).step is LockStep.LOCK


def test_that_three_errors_end_a_pin() -> None:
    guard = PinGuard()
    assert not guard.opens("2580")
    guard.set("2580")
    assert guard.opens("2580")
    assert [guard.opens("1111") for _ in range(2)] == [False, False]
    assert guard.opens("2580")
    assert [guard.opens("1111") for _ in range(3)] == [False] * 3
    assert not guard.usable
    assert not guard.opens("2580")


@pytest.mark.parametrize(
    ("pin", "again", "problem"),
    [
        ("2580", "2580", ""),
        ("258", "258", "slot.pin_vorm"),
        ("25a0", "25a0", "slot.pin_vorm"),
        ("1111", "1111", "slot.pin_makkelijk"),
        ("1234", "1234", "slot.pin_makkelijk"),
        ("4321", "4321", "slot.pin_makkelijk"),
        ("2580", "2581", "slot.pin_ongelijk"),
    ],
)
def test_that_a_pin_has_a_form(pin: str, again: str, problem: str) -> None:
    assert pin_problem(pin, again) == problem
