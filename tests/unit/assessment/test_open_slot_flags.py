"""A slot that is still open keeps a decision from being adopted, and says in which field."""

from __future__ import annotations

from pathlib import Path

from hardship_desk.assessment.open_slot_flags import open_slot_flags, question_of, slots_of
from hardship_desk.assessment.texts import Texts
from hardship_desk.domain.answers import Answer, AnswerSet, AnswerState, AnswerValue, Row
from hardship_desk.domain.decision import Consideration
from hardship_desk.domain.flag import Flag, Moment, Severity
from hardship_desk.domain.ids import FlagId, QuestionId
from hardship_desk.questionnaire.model import AnswerType, Question

TEXTS = Texts.load_folder(Path(__file__).resolve().parents[3] / "resources" / "texts")
NAME = QuestionId("conclusie.redenen")
OWN = QuestionId("overweging.boete.graad")
OPEN = "Op [nog invullen: datum] en [nog invullen: uur]."
PARAGRAPH = Consideration(id="boete.graad", step=8, text="De gemeente keek naar wat u deed.")


def flags(
    value: AnswerValue | None, *, step: int = 13, own: str = "", why: str = ""
) -> tuple[Flag, ...]:
    question = Question(id=NAME, step=step, type=AnswerType.LONG_TEXT, text="Waarom?")
    state = AnswerState.NOT_APPLICABLE if why else AnswerState.GIVEN
    answer = Answer(question=NAME, state=state, value=value, explanation=why)
    owned = AnswerSet.of((Answer(question=OWN, value=own),)) if own else AnswerSet()
    return open_slot_flags((question,), AnswerSet.of((answer,)), owned, (PARAGRAPH,), TEXTS)


def test_that_an_open_slot_is_a_hard_flag_that_names_field_and_slots() -> None:
    [flag] = flags(OPEN)
    assert flag.severity is Severity.BLOKKADE
    assert flag.hard
    assert flag.moment is Moment.VASTSTELLEN
    assert flag.step == 13
    assert "‘Waarom?’" in flag.text
    assert "datum; uur" in flag.text
    assert question_of(flag.id) == NAME


def test_that_a_text_without_slots_fires_nothing() -> None:
    assert flags("Op 3 mei.") == ()
    assert slots_of(None) == ()
    assert question_of(FlagId("s13.stempel")) == ""


def test_that_a_later_step_is_filled_in_before_its_own_moment() -> None:
    assert [flag.moment for flag in flags(OPEN, step=15)] == [Moment.BEKENDMAKEN]


def test_that_a_reason_and_a_cell_of_a_table_count_too() -> None:
    assert len(flags(None, why="n.v.t., omdat [nog invullen]")) == 1
    row = Row(id="1", cells=(("wat", "[nog invullen: wie]"), ("telt", True)))
    [flag] = flags((row,))
    assert "wie" in flag.text
    assert flags(("een", "twee")) == ()


def test_that_an_own_paragraph_counts_while_it_is_printed() -> None:
    [flag] = flags("Klaar.", own="Omdat [nog invullen: reden].")
    assert (flag.step, question_of(flag.id)) == (8, OWN)
    assert "‘De gemeente keek naar wat u deed. …’" in flag.text
    elsewhere = Answer(question=QuestionId("overweging.weg"), value="[nog invullen: x]")
    assert open_slot_flags((), AnswerSet(), AnswerSet.of((elsewhere,)), (PARAGRAPH,), TEXTS) == ()
