"""Reads questions and flags from TOML; used for the core questionnaire and for plugins alike."""

from __future__ import annotations

from hardship_desk.domain.answers import StatementTag
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.flag import Moment, Severity
from hardship_desk.domain.ids import DecisionTypeId, FindingId, FlagId, QuestionId
from hardship_desk.questionnaire.condition_reader import read_condition
from hardship_desk.questionnaire.model import (
    LAST_STEP,
    AnswerType,
    Column,
    Condition,
    FlagDefinition,
    Option,
    Printed,
    Question,
    Scope,
)
from hardship_desk.questionnaire.toml_reader import TableReader

_CHOOSING = (AnswerType.ONE_OF, AnswerType.MANY_OF)
_NO_CELL = (
    AnswerType.MANY_OF,
    AnswerType.PERIOD,
    AnswerType.ROWS,
    # A cell that is left empty already says "onbekend".
    AnswerType.YES_NO_UNKNOWN,
)
_USUAL_WEIGHTS = frozenset({CaseWeight.GEWOON, CaseWeight.ZWAAR})


def read_question(table: TableReader, step: int | None = None) -> Question:
    """One question; `step` is given by the file it stands in, or read from its own key."""
    question = Question(
        id=QuestionId(table.text("id")),
        step=step if step is not None else _read_step(table),
        type=table.choice("type", AnswerType),
        text=table.text("text"),
        help=table.text("help", ""),
        why=table.text("why", ""),
        basis=table.text("basis", ""),
        scope=table.choice("scope", Scope, Scope.DECISION),
        required=table.flag("required", default=True),
        types=tuple(DecisionTypeId(item) for item in table.texts("types")),
        traits=table.texts("traits"),
        not_types=tuple(DecisionTypeId(item) for item in table.texts("not_types")),
        after=_read_after(table),
        weights=frozenset(table.choices("weights", CaseWeight)) or _USUAL_WEIGHTS,
        options=table.each("options", _read_option),
        options_from=table.text("options_from", ""),
        columns=table.each("columns", _read_column),
        tags=table.choices("tags", StatementTag),
        when=_read_when(table),
        printed=table.choice("printed", Printed, Printed.PROCESDOSSIER),
        sensitive=table.text("sensitive", ""),
        minimum=table.optional_number("minimum"),
        maximum=table.optional_number("maximum"),
    )
    _check_shape(table, question)
    return question


def read_flag(table: TableReader) -> FlagDefinition:
    """One flag; fires on `when` or on a finding, never on both."""
    finding = table.text("finding", "")
    flag = FlagDefinition(
        id=FlagId(table.text("id")),
        step=_step_of_flag(table),
        severity=table.choice("severity", Severity),
        moment=table.choice("moment", Moment),
        text=table.text("text"),
        advice=table.text("advice"),
        basis=table.text("basis"),
        hard=table.flag("hard", default=False),
        types=tuple(DecisionTypeId(item) for item in table.texts("types")),
        traits=table.texts("traits"),
        not_types=tuple(DecisionTypeId(item) for item in table.texts("not_types")),
        weights=frozenset(table.choices("weights", CaseWeight)) or frozenset(CaseWeight),
        when=_read_when(table),
        finding=FindingId(finding) if finding else None,
    )
    if (flag.when is None) == (flag.finding is None):
        table.problem("when", "exactly_one_of_when_and_finding")
    if flag.hard and flag.severity is not Severity.BLOKKADE:
        table.problem("hard", "only_a_blokkade_is_hard")
    return flag


def _read_step(table: TableReader) -> int:
    step = table.number("step")
    if not 1 <= step <= LAST_STEP:
        table.problem("step", "no_such_step")
        return 1
    return step


def _read_after(table: TableReader) -> QuestionId | None:
    name = table.text("after", "")
    return QuestionId(name) if name else None


def _step_of_flag(table: TableReader) -> int:
    """The step that the id of a flag names: `s03.boete_zonder_zienswijze` belongs to step 3."""
    head = table.text("id").partition(".")[0]
    digits = head.removeprefix("s")
    if (
        head.startswith("s")
        and digits.isascii()
        and digits.isdigit()
        and 1 <= int(digits) <= LAST_STEP
    ):
        return int(digits)
    table.problem("id", "flag_id_names_no_step")
    return 1


def _read_option(table: TableReader) -> Option:
    return Option(
        id=table.text("id"),
        text=table.text("text"),
        help=table.text("help", ""),
        provision=table.text("provision", ""),
    )


def _read_column(table: TableReader) -> Column:
    column = Column(
        id=table.text("id"),
        type=table.choice("type", AnswerType),
        text=table.text("text"),
        options=table.each("options", _read_option),
        required=table.flag("required", default=False),
    )
    if column.type in _NO_CELL:
        table.problem("type", "no_type_for_a_column")
    elif (column.type is AnswerType.ONE_OF) != bool(column.options):
        table.problem("options", "options_belong_to_one_of_and_many_of")
    return column


def _read_when(table: TableReader) -> Condition | None:
    inner = table.table("when")
    return read_condition(inner) if inner is not None else None


def _check_shape(table: TableReader, question: Question) -> None:
    has_options = bool(question.options or question.options_from)
    if (question.type in _CHOOSING) != has_options:
        table.problem("options", "options_belong_to_one_of_and_many_of")
    if (question.type is AnswerType.ROWS) != bool(question.columns):
        table.problem("columns", "columns_belong_to_rows")
    ids = [option.id for option in question.options]
    if len(set(ids)) != len(ids):
        table.problem("options", "option_twice")
