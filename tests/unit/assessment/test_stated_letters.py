"""Letters besides the decision: what ships is sound, and what is unsound is found."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hardship_desk.assessment.plugins.contents import Located
from hardship_desk.assessment.plugins.loader import LoadedPlugins, load_plugins
from hardship_desk.assessment.stated.letter_checks import letter_problems
from hardship_desk.assessment.stated.letters import StatedLetter, StatedPart, read_letters
from hardship_desk.domain.ids import QuestionId
from hardship_desk.domain.letter_draft import AskedField, AskedKind, DraftPart, PartKind
from hardship_desk.questionnaire.conditions import questions_in
from hardship_desk.questionnaire.loader import load_questionnaire
from hardship_desk.questionnaire.model import Question
from hardship_desk.questionnaire.toml_reader import ProblemList, parse_toml

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def plugins() -> LoadedPlugins:
    return load_plugins(ROOT / "plugins")


@pytest.fixture(scope="module")
def questions(plugins: LoadedPlugins) -> dict[QuestionId, Question]:
    questionnaire = load_questionnaire(ROOT / "resources" / "questionnaires", plugins.parts)
    return {item.id: item for step in questionnaire.steps for item in step.questions}


def _part(text: str = "", **changes: object) -> StatedPart:
    part = DraftPart(heading="Kop", text=text, items=(), kind=PartKind.TEKST)
    base = StatedPart(part=part, types=(), traits=(), outcomes=(), when=None)
    return replace(base, **changes)  # type: ignore[arg-type]  # the caller names real fields


def _letter(text: str, **changes: object) -> StatedLetter:
    field = AskedField(id="dag", text="Welke dag?", kind=AskedKind.DATUM, gap="de dag")
    base = StatedLetter(
        id="brief",
        title="Brief",
        help="Uitleg",
        types=(),
        traits=(),
        subject="Onderwerp op {gevraagd.dag}",
        asked=(field,),
        parts=(_part(text),),
        provisions=("awb-3-2-zorgvuldigheid",),
        remedy=False,
    )
    return replace(base, **changes)  # type: ignore[arg-type]  # the caller names real fields


def _reasons(letter: StatedLetter, questions: dict[QuestionId, Question]) -> list[str]:
    place = Located("letters/x.toml", "letter[brief]", letter)
    known = frozenset({"awb-3-2-zorgvuldigheid"})
    return [problem.reason for problem in letter_problems(place, questions, known)]


def test_that_every_shipped_letter_is_sound(
    plugins: LoadedPlugins, questions: dict[QuestionId, Question]
) -> None:
    provisions = frozenset(item.id for plugin in plugins.plugins for item in plugin.provisions)
    letters = [item for plugin in plugins.plugins for item in plugin.letters]
    assert {item.id for item in letters} == {
        "voornemen",
        "feitenblad",
        "gegevens_opvragen",
        "verdaging",
        "heroverweging",
    }
    for letter in letters:
        place = Located("letters/tussentijds.toml", f"letter[{letter.id}]", letter)
        assert list(letter_problems(place, questions, provisions)) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Op {gevraagd.plaats}.", "not_asked plaats"),
        ("Kenmerk {brief.bsn}.", "unknown_slot brief.bsn"),
        ("Over {niets.bekend}.", "unknown_question niets.bekend"),
        ("Over {omstandigheden.gezondheid_lichamelijk}.", "sensitive_answer_in_a_letter"),
        ("Over {regel.doel}.", "free_text_in_a_letter regel.doel"),
    ],
)
def test_that_a_slot_that_may_not_stand_there_is_named(
    questions: dict[QuestionId, Question], text: str, reason: str
) -> None:
    assert any(found.startswith(reason) for found in _reasons(_letter(text), questions))


def test_that_what_is_asked_for_nothing_and_unknown_law_are_named(
    questions: dict[QuestionId, Question],
) -> None:
    letter = _letter("Tekst.", subject="Onderwerp", provisions=("niets",))
    assert _reasons(letter, questions) == ["unknown_provision niets", "asked_for_nothing dag"]


def test_that_a_condition_on_nothing_is_named(questions: dict[QuestionId, Question]) -> None:
    table = parse_toml(
        b"""
        [[letter]]
        id = "x"
        title = "x"
        help = "x"
        subject = "x"
        [[letter.part]]
        when = { question = "niets.bekend", equals = true }
        text = "{intake.aanleiding}"
        """,
        problems := ProblemList(),
        "x.toml",
    )
    (letter,) = read_letters(table)
    assert problems.all() == ()
    assert letter.parts[0].when is not None
    assert questions_in(letter.parts[0].when)
    assert _reasons(letter, questions) == ["unknown_question niets.bekend"]
