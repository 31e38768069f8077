"""Notes first: sentences get their question afterwards and keep their origin."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.domain.case import Conversation
from hardship_desk.domain.ids import ConversationId, QuestionId
from hardship_desk.services.problems import CaseProblem
from hardship_desk.services.sentences import split_sentences
from tests.integration.desks import Work, new_work, open_desk_in

TEXT = "Ik dacht dat het mocht. Mijn dochter was ziek.\nBel dhr. Bedacht terug."
VIEW = QuestionId("horen.zienswijze")


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return new_work(open_desk_in(tmp_path))


@pytest.fixture
def talk(work: Work) -> ConversationId:
    made = work.desk.notes.add_conversation(work.case_id, "18-05-2026", "telefoon", "inwoner")
    assert not isinstance(made, CaseProblem)
    assert work.desk.notes.write(work.case_id, made, TEXT) is None
    return made


def conversation(work: Work, talk: ConversationId) -> Conversation:
    return next(item for item in work.case.conversations if item.id == talk)


def test_that_the_text_becomes_sentences(work: Work, talk: ConversationId) -> None:
    assert [line.text for line in conversation(work, talk).sentences] == [
        "Ik dacht dat het mocht.",
        "Mijn dochter was ziek.",
        "Bel dhr. Bedacht terug.",
    ]
    assert len(work.desk.notes.unassigned(work.case_id)) == 3


def test_that_a_sentence_moves_into_an_answer_with_its_origin(
    work: Work, talk: ConversationId
) -> None:
    first, second, _ = conversation(work, talk).sentences
    ids = (work.case_id, work.decision_id, talk)
    work.answer("horen.zienswijze_gegeven", "ja")
    for sentence in (first, second, first):
        assert work.desk.notes.assign(*ids, sentence.id, VIEW) is None
    answer = work.decision.answers.get(VIEW)
    assert answer is not None
    assert answer.value == "Ik dacht dat het mocht. Mijn dochter was ziek."
    assert answer.origin == (first.id, second.id)
    assert len(work.desk.notes.unassigned(work.case_id)) == 1


def test_that_a_choice_stays_with_the_caseworker(work: Work, talk: ConversationId) -> None:
    first = conversation(work, talk).sentences[0]
    graad = QuestionId("verwijtbaarheid.graad")
    work.desk.notes.assign(work.case_id, work.decision_id, talk, first.id, graad)
    assert work.decision.answers.get(graad) is None
    assert conversation(work, talk).sentences[0].assigned_to == graad


def test_that_a_sentence_can_stand_on_its_own_again(work: Work, talk: ConversationId) -> None:
    first = conversation(work, talk).sentences[0]
    fact = QuestionId("intake.aanleiding")
    work.desk.notes.assign(work.case_id, work.decision_id, talk, first.id, fact)
    work.desk.notes.unassign(work.case_id, talk, first.id)
    assert len(work.desk.notes.unassigned(work.case_id)) == 3
    assert work.case.facts.get(fact) is not None


def test_that_writing_on_keeps_what_was_assigned(work: Work, talk: ConversationId) -> None:
    first = conversation(work, talk).sentences[0]
    work.desk.notes.assign(work.case_id, work.decision_id, talk, first.id, VIEW)
    work.desk.notes.write(work.case_id, talk, f"Nieuw begin. {TEXT}")
    kept = {line.text: line for line in conversation(work, talk).sentences}
    assert kept[first.text].assigned_to == VIEW
    assert kept[first.text].id == first.id
    assert kept["Nieuw begin."].assigned_to is None


def test_that_a_text_that_is_too_long_changes_nothing(work: Work, talk: ConversationId) -> None:
    problem = work.desk.notes.write(work.case_id, talk, "x" * 100_001)
    assert problem is not None
    assert problem.code == "too_long"
    assert len(conversation(work, talk).sentences) == 3


def test_that_an_answer_takes_no_sentence_beyond_its_length(
    work: Work, talk: ConversationId
) -> None:
    work.answer("horen.zienswijze_gegeven", "ja")
    work.answer(VIEW, "x" * 99_990)
    first = conversation(work, talk).sentences[0]
    problem = work.desk.notes.assign(work.case_id, work.decision_id, talk, first.id, VIEW)
    assert problem is not None
    assert problem.code == "too_long"
    assert conversation(work, talk).sentences[0].assigned_to is None


def test_that_a_wrong_day_is_refused(work: Work) -> None:
    made = work.desk.notes.add_conversation(work.case_id, "gisteren", "", "")
    assert made == CaseProblem(field="on", code="geen_datum")


def test_that_what_is_not_there_is_a_key_error(work: Work, talk: ConversationId) -> None:
    with pytest.raises(KeyError):
        work.desk.notes.write(work.case_id, ConversationId("weg"), "x")
    with pytest.raises(KeyError):
        work.desk.notes.unassign(work.case_id, talk, "weg")  # type: ignore[arg-type]  # on purpose


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ()),
        ("Een. Twee!", ("Een.", "Twee!")),
        ("Bij art. 17 staat dat. Ja?", ("Bij art. 17 staat dat.", "Ja?")),
        ("- punt een\n- punt twee", ("punt een", "punt twee")),
        ('Zij zei: "Nee." En toen?', ('Zij zei: "Nee."', "En toen?")),
        ("Mr. A. Bedacht belde.", ("Mr. A. Bedacht belde.",)),
    ],
)
def test_that_sentences_end_where_a_reader_ends_them(text: str, parts: tuple[str, ...]) -> None:
    assert split_sentences(text) == parts
