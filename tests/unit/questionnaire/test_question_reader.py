"""Reading questions and flags: defaults, and every mistake in their shape."""

from __future__ import annotations

import pytest

from hardship_desk.domain.answers import StatementTag
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.flag import Moment, Severity
from hardship_desk.questionnaire.model import AnswerType, Printed, Question, Scope
from hardship_desk.questionnaire.question_reader import read_flag, read_question
from tests.unit.questionnaire.builders import problems_of, table

SIMPLE = 'id = "horen.tolk"\ntype = "yes_no"\ntext = "Was er een tolk?"\n'
FLAG = 'severity = "W"\nmoment = "vaststellen"\ntext = "x"\nadvice = "y"\nbasis = "Awb art. 4:8"\n'
FIRES = 'when = { question = "horen.tolk", equals = false }\n'


def mistakes_in(text: str, step: int | None = 3) -> list[str]:
    reader = table(text)
    read_question(reader, step)
    return problems_of(reader)


def flag_mistakes_in(text: str) -> list[str]:
    reader = table(text)
    read_flag(reader)
    return problems_of(reader)


def test_that_a_plain_question_gets_the_usual_settings() -> None:
    reader = table(SIMPLE)
    found = read_question(reader, 3)
    assert problems_of(reader) == []
    assert (found.step, found.type, found.scope) == (3, AnswerType.YES_NO, Scope.DECISION)
    assert found.required
    assert found.weights == {CaseWeight.GEWOON, CaseWeight.ZWAAR}
    assert found.printed is Printed.PROCESDOSSIER
    assert (found.minimum, found.maximum, found.when) == (None, None, None)


def test_that_a_full_question_is_read_whole() -> None:
    reader = table(
        'id = "a.b"\nstep = 7\ntype = "one_of"\ntext = "t"\nhelp = "h"\nwhy = "w"\nbasis = "b"\n'
        'scope = "dossier"\nrequired = false\ntypes = ["boete"]\nweights = ["kort"]\n'
        'options = [{ id = "x", text = "X", help = "hx" }]\ntags = ["oordeel"]\n'
        'printed = "brief"\nsensitive = "kinderen"\nminimum = 1\nmaximum = 9\n' + FIRES
    )
    found = read_question(reader)
    reader.finish()
    assert problems_of(reader) == []
    assert (found.step, found.scope, found.printed) == (7, Scope.DOSSIER, Printed.BRIEF)
    assert (found.minimum, found.maximum, found.required) == (1, 9, False)
    assert found.weights == {CaseWeight.KORT}
    assert found.tags == (StatementTag.OORDEEL,)
    assert [(item.id, item.text, item.help) for item in found.options] == [("x", "X", "hx")]
    assert found.when is not None


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ('type = "one_of"', ["options: options_belong_to_one_of_and_many_of"]),
        (
            'type = "yes_no"\noptions = [{ id = "x", text = "X" }]',
            ["options: options_belong_to_one_of_and_many_of"],
        ),
        (
            'type = "many_of"\noptions = [{ id = "x", text = "X" }, { id = "x", text = "Y" }]',
            ["options: option_twice"],
        ),
        ('type = "one_of"\noptions_from = "outcomes"', []),
        ('type = "rows"', ["columns: columns_belong_to_rows"]),
        (
            'type = "date"\ncolumns = [{ id = "x", type = "date", text = "X" }]',
            ["columns: columns_belong_to_rows"],
        ),
        (
            'type = "rows"\ncolumns = [{ id = "x", type = "rows", text = "X" }]',
            ["columns[x].type: no_type_for_a_column"],
        ),
        (
            'type = "rows"\ncolumns = [{ id = "x", type = "one_of", text = "X" }]',
            ["columns[x].options: options_belong_to_one_of_and_many_of"],
        ),
        ('type = "soms"', [f"type: unknown_value 'soms' ({', '.join(AnswerType)})"]),
    ],
)
def test_that_a_mistake_in_the_shape_of_a_question_is_named(text: str, problems: list[str]) -> None:
    assert mistakes_in(f'id = "a.b"\ntext = "t"\n{text}') == problems


@pytest.mark.parametrize("step", [1, 16])
def test_that_a_plugin_question_names_its_step(step: int) -> None:
    reader = table(f"step = {step}\n{SIMPLE}")
    found: Question = read_question(reader)
    assert (found.step, problems_of(reader)) == (step, [])


@pytest.mark.parametrize("step", [-1, 0, 17])
def test_that_a_plugin_question_stands_in_one_of_sixteen_steps(step: int) -> None:
    assert mistakes_in(f"step = {step}\n{SIMPLE}", step=None) == ["step: no_such_step"]


def test_that_a_flag_is_read_with_the_step_of_its_id() -> None:
    reader = table(f'id = "s03.x"\n{FLAG}{FIRES}')
    flag = read_flag(reader)
    reader.finish()
    assert problems_of(reader) == []
    assert (flag.step, flag.severity, flag.moment) == (
        3,
        Severity.WAARSCHUWING,
        Moment.VASTSTELLEN,
    )
    assert flag.weights == frozenset(CaseWeight)
    assert flag.finding is None
    assert not flag.hard


def test_that_a_flag_may_fire_on_a_finding() -> None:
    reader = table(f'id = "s06.x"\n{FLAG}finding = "boete.bewijs_ontbreekt"')
    assert read_flag(reader).finding == "boete.bewijs_ontbreekt"
    assert problems_of(reader) == []


@pytest.mark.parametrize("name", ["x", "s17.x", "s00.x", "s3", "3.x", "s².x", "sx.y"])
def test_that_the_id_of_a_flag_names_its_step(name: str) -> None:
    expected = [] if name == "s3" else ["id: flag_id_names_no_step"]
    assert flag_mistakes_in(f'id = "{name}"\n{FLAG}{FIRES}') == expected


def test_that_a_flag_fires_on_one_thing() -> None:
    problem = ["when: exactly_one_of_when_and_finding"]
    assert flag_mistakes_in(f'id = "s03.x"\n{FLAG}') == problem
    assert flag_mistakes_in(f'id = "s03.x"\nfinding = "boete.x"\n{FLAG}{FIRES}') == problem


def test_that_only_a_blokkade_is_hard() -> None:
    text = f'id = "s03.x"\nhard = true\n{FLAG}{FIRES}'
    assert flag_mistakes_in(text) == ["hard: only_a_blokkade_is_hard"]
    assert flag_mistakes_in(text.replace('"W"', '"B"')) == []
