from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from hardship_desk import storage
from hardship_desk.domain.answers import Answer, AnswerState
from hardship_desk.domain.ids import DecisionId
from hardship_desk.services.ports.cases import AnswerChange, CaseRepository
from hardship_desk.storage import OpenVault
from tests.unit.storage.case_samples import (
    BOETE,
    CASE,
    DEBTS,
    INCOME,
    NOON,
    HandClock,
    empty_case,
    income,
)
from tests.unit.storage.conftest import CHEAP, PASSPHRASE, reopen


def test_that_a_fact_and_an_answer_to_the_same_question_stand_apart(cases: CaseRepository) -> None:
    cases.add_case(empty_case())
    cases.save_answer(CASE, None, income(1))
    cases.save_answer(CASE, BOETE, income(2))
    loaded = cases.load(CASE)
    assert loaded.facts.get(INCOME) == income(1)
    assert loaded.decision(BOETE).answers.get(INCOME) == income(2)
    assert [item.answer for item in cases.answer_history(CASE, None, INCOME)] == [income(1)]


def test_that_an_answer_to_an_absent_decision_is_a_key_error(
    cases: CaseRepository, vault: OpenVault
) -> None:
    cases.add_case(empty_case())
    with pytest.raises(KeyError):
        cases.save_answer(CASE, DecisionId("anders"), income(1))
    assert vault.audit_head().count == 1
    assert cases.load(CASE) == empty_case()


def test_that_history_keeps_every_state(vault: OpenVault, path: Path) -> None:
    cases = vault.cases
    cases.add_case(empty_case())
    unknown = Answer(question=INCOME, state=AnswerState.UNKNOWN)
    cases.save_answer(CASE, None, income(1))
    cases.save_answer(CASE, None, unknown)
    cases.remove_answer(CASE, None, INCOME)
    cases.save_answer(CASE, None, income(2))
    vault.close()
    with reopen(path) as again:
        assert again.cases.answer_history(CASE, None, INCOME) == tuple(
            AnswerChange(at=NOON + timedelta(minutes=minute), answer=answer, by="gebruiker-1")
            for minute, answer in enumerate((income(1), unknown, None, income(2)), 2)
        )


def test_that_history_names_who_saved_where_somebody_signed_in(path: Path) -> None:
    vault = storage.create_vault(path, PASSPHRASE, HandClock(), name="J. Jansen", cost=CHEAP)
    vault.cases.add_case(empty_case())
    vault.cases.save_answer(CASE, None, income(1))
    assert [line.by for line in vault.cases.answer_history(CASE, None, INCOME)] == ["J. Jansen"]
    vault.close()


def test_that_taking_away_what_is_not_there_adds_no_history(cases: CaseRepository) -> None:
    cases.add_case(empty_case())
    cases.remove_answer(CASE, BOETE, INCOME)
    assert cases.answer_history(CASE, BOETE, INCOME) == ()


def test_that_a_taken_away_answer_is_gone(cases: CaseRepository) -> None:
    cases.add_case(empty_case())
    cases.save_answer(CASE, BOETE, income(1))
    cases.save_answer(CASE, BOETE, Answer(question=DEBTS, value=True))
    cases.remove_answer(CASE, BOETE, INCOME)
    assert [item.question for item in cases.load(CASE).decision(BOETE).answers] == [DEBTS]


def test_that_each_save_moves_the_moment_of_change(cases: CaseRepository) -> None:
    cases.add_case(empty_case())
    cases.save_answer(CASE, None, income(1))
    first = cases.load(CASE).changed_at
    cases.save_answer(CASE, None, income(2))
    second = cases.load(CASE).changed_at
    assert first is not None
    assert second is not None
    assert NOON < first < second
