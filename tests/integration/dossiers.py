"""Dossiers from case files, and small changes to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from hardship_desk.core_setup import Core
from hardship_desk.domain.answers import Answer
from hardship_desk.domain.case import Case
from hardship_desk.domain.ids import QuestionId
from hardship_desk.questionnaire.answer_parsing import RawAnswer, parse_answer
from hardship_desk.questionnaire.model import Questionnaire
from hardship_desk.services.ports.case_files import CaseFile


def read_case(core: Core, path: Path) -> Case:
    found = core.reader.read(path)
    assert isinstance(found, CaseFile), found
    return found.case


def with_decision_date(case: Case, day: date) -> Case:
    return case.with_decision(replace(case.decisions[0], decision_date=day))


def with_answers(case: Case, raw: Mapping[str, RawAnswer], questionnaire: Questionnaire) -> Case:
    """The case with answers to its first decision, as typed."""
    decision = case.decisions[0]
    for name, value in raw.items():
        answer = parse_answer(questionnaire.question(QuestionId(name)), value)
        assert isinstance(answer, Answer), answer
        decision = decision.with_answer(answer)
    return case.with_decision(decision)
