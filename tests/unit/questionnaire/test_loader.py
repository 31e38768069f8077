"""Loading a questionnaire as a whole: every mistake is named, all at once."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from hardship_desk.domain.flag import Moment, Severity
from hardship_desk.domain.ids import FindingId, FlagId, QuestionId
from hardship_desk.questionnaire.joining import PluginParts
from hardship_desk.questionnaire.loader import (
    QuestionnaireProblems,
    load_questionnaire,
)
from hardship_desk.questionnaire.model import AnswerType, FlagDefinition, Question

SHIPPED = Path(__file__).resolve().parents[3] / "resources" / "questionnaires"
STEP = "steps/s03_horen.toml"
TYPE = "types/boete/type.toml"
QUESTION = '\n[[question]]\nid = "horen.proef"\ntype = "yes_no"\ntext = "x"\n'
FLAG = (
    '\n[[flag]]\nid = "s03.proef"\nseverity = "A"\nmoment = "vaststellen"\ntext = "x"\n'
    'advice = "y"\nbasis = "z"\nfinding = "boete.x"\n'
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of what is shipped, to make mistakes in."""
    return shutil.copytree(SHIPPED, tmp_path / "vragen")


def mistakes(folder: Path, *parts: PluginParts) -> list[str]:
    with pytest.raises(QuestionnaireProblems) as caught:
        load_questionnaire(folder, parts)
    assert str(caught.value) == "\n".join(str(item) for item in caught.value.problems)
    return [str(item) for item in caught.value.problems]


def append(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def plugin_question(name: str, step: int = 3) -> Question:
    return Question(id=QuestionId(name), step=step, type=AnswerType.YES_NO, text="x")


def plugin_flag(name: str) -> FlagDefinition:
    return FlagDefinition(
        id=FlagId(name),
        step=3,
        severity=Severity.AANDACHTSPUNT,
        moment=Moment.VASTSTELLEN,
        text="x",
        advice="y",
        basis="z",
        finding=FindingId("boete.x"),
    )


def test_that_the_hash_follows_every_file(folder: Path) -> None:
    before = load_questionnaire(folder)
    assert before.sha256 == load_questionnaire(SHIPPED).sha256
    append(folder, STEP, QUESTION)
    after = load_questionnaire(folder)
    assert after.sha256 != before.sha256
    assert after.question(QuestionId("horen.proef")).step == 3


@pytest.mark.parametrize(
    ("file", "text", "mistake"),
    [
        (
            STEP,
            f"{QUESTION}soort = 1\n",
            "s03_horen.toml: question[horen.proef].soort: unknown_key",
        ),
        (STEP, QUESTION * 2, "questions: horen.proef: question_twice"),
        (
            STEP,
            f'{QUESTION}types = ["bestaat_niet"]\n',
            "step 3: horen.proef.types: unknown_type",
        ),
        (
            STEP,
            f'{QUESTION}when = {{ question = "horen.weg", equals = true }}\n',
            "step 3: horen.proef.when: unknown_question horen.weg",
        ),
        ("flags.toml", FLAG * 2, "flags: s03.proef: flag_twice"),
        ("flags.toml", f'{FLAG}types = ["bestaat_niet"]\n', "flags: s03.proef.types: unknown_type"),
        (
            "flags.toml",
            FLAG.replace(
                'finding = "boete.x"', 'when = { question = "horen.weg", answered = false }'
            ),
            "flags: s03.proef.when: unknown_question horen.weg",
        ),
        (
            "criteria.toml",
            '\n[[criterion]]\nid = "W99"\ntext = "x"\nsteps = [1]\n',
            "criteria.toml: criterion: nineteen_criteria_expected",
        ),
        (
            "fasen.toml",
            '\n[[phase]]\nid = "x"\ntitle = "X"\nsteps = [3]\n',
            "fasen.toml: phase.steps: each_step_in_one_phase",
        ),
    ],
)
def test_that_a_mistake_is_named_with_file_and_key(
    folder: Path, file: str, text: str, mistake: str
) -> None:
    append(folder, file, text)
    assert mistakes(folder) == [mistake]


def test_that_there_are_sixteen_steps(folder: Path) -> None:
    (folder / "steps" / "s16_opvolging.toml").unlink()
    found = mistakes(folder)
    assert "steps: number: sixteen_steps_expected" in found
    assert "fasen.toml: phase.steps: each_step_in_one_phase" in found


def test_that_no_route_leaves_out_a_core_step(folder: Path) -> None:
    route = '\n[[route]]\nweight = "kort"\nsteps = [1, 2, 9, 11, 13]\n'
    append(folder, TYPE, route)
    assert mistakes(folder) == [
        "boete/type.toml: route[4].steps: core_step_missing",
        "boete/type.toml: route[4].skipped_because: missing",
    ]


def test_that_every_mistake_is_named_at_once(folder: Path) -> None:
    append(folder, STEP, QUESTION * 2)
    append(folder, "flags.toml", FLAG * 2)
    change(folder, "fasen.toml", "version", "versie")
    assert mistakes(folder) == [
        "fasen.toml: version: missing",
        "fasen.toml: versie: unknown_key",
        "questions: horen.proef: question_twice",
        "flags: s03.proef: flag_twice",
    ]


def test_that_what_a_plugin_adds_comes_behind_the_core() -> None:
    parts = PluginParts(
        plugin="amsterdam",
        questions=(plugin_question("amsterdam.proef"),),
        flags=(plugin_flag("s03.amsterdam_proef"),),
    )
    core, whole = load_questionnaire(SHIPPED), load_questionnaire(SHIPPED, (parts,))
    assert whole.step(3).questions == (*core.step(3).questions, *parts.questions)
    assert whole.step(4) == core.step(4)
    assert whole.flags == (*core.flags, *parts.flags)


def test_that_a_plugin_takes_nothing_from_another() -> None:
    taken, flag = plugin_question("amsterdam.proef"), plugin_flag("s03.amsterdam_proef")
    first = PluginParts(plugin="amsterdam", questions=(taken,), flags=(flag,))
    second = PluginParts(
        plugin="haarlem",
        questions=(replace(taken, text="y"), plugin_question("horen.zienswijze_gegeven")),
        flags=(flag, plugin_flag("s03.hulp_niet_geboden")),
    )
    assert mistakes(SHIPPED, first, second) == [
        "haarlem: amsterdam.proef: question_of_another_plugin_or_the_core",
        "haarlem: horen.zienswijze_gegeven: question_of_another_plugin_or_the_core",
        "haarlem: s03.amsterdam_proef: flag_of_another_plugin_or_the_core",
        "haarlem: s03.hulp_niet_geboden: flag_of_another_plugin_or_the_core",
    ]


def test_that_a_type_is_fed_by_types_that_exist(folder: Path) -> None:
    change(folder, TYPE, "fed_by = [", 'fed_by = ["zomaar", ')
    assert mistakes(folder) == ["boete/type.toml: fed_by: unknown_type"]
