"""Whatever a dossier holds comes back as it was."""

from __future__ import annotations

import tempfile
from datetime import UTC, date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from hardship_desk import storage
from hardship_desk.domain.answers import Answer, AnswerSet, AnswerState, Row, Scalar
from hardship_desk.domain.case import Case, CaseDates, Conversation, Person, Sentence
from hardship_desk.domain.decision import DecisionFile, DecisionVersion, FollowUp, Review
from hardship_desk.domain.evidence import Evidence
from hardship_desk.domain.flag import FlagResponse
from hardship_desk.domain.ids import CaseId
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.domain.weighing import WeighedFinding
from tests.unit.storage.case_samples import HandClock

TEXT = st.text(max_size=12)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
MOMENTS = st.datetimes(timezones=st.just(UTC))
SCALARS: st.SearchStrategy[Scalar] = st.one_of(
    st.booleans(), st.integers(), TEXT, st.builds(Money, st.integers()), DAYS
)
CELLS = st.dictionaries(TEXT, SCALARS, max_size=3).map(lambda cells: tuple(cells.items()))
PERIODS = st.builds(
    lambda days, open_end: Period(min(days), None if open_end else max(days)),
    st.tuples(DAYS, DAYS),
    st.booleans(),
)
VALUES = st.one_of(
    SCALARS,
    PERIODS,
    st.lists(TEXT, max_size=3).map(tuple),
    st.lists(st.builds(Row, id=TEXT, cells=CELLS), max_size=2).map(tuple),
)
STATED = {"explanation": TEXT, "due": st.none() | DAYS, "evidence": st.tuples(TEXT)}
ANSWERS = st.one_of(
    st.builds(Answer, question=TEXT, value=VALUES, **STATED),
    st.builds(
        Answer,
        question=TEXT,
        state=st.sampled_from([item for item in AnswerState if item is not AnswerState.GIVEN]),
        value=st.none(),
        **STATED,
    ),
)
ANSWER_SETS = st.lists(ANSWERS, max_size=3).map(lambda found: AnswerSet.of(tuple(found)))


def several(
    made: type, unique: str | None, /, **parts: st.SearchStrategy[object]
) -> st.SearchStrategy[tuple[object, ...]]:
    """A tuple of these, with no two of one name."""
    by = (lambda item: getattr(item, unique)) if unique else None
    return st.lists(st.builds(made, **parts), max_size=2, unique_by=by).map(tuple)


DECISIONS = several(
    DecisionFile,
    "id",
    id=TEXT,
    type=TEXT,
    person=st.none() | TEXT,
    weight_reason=TEXT,
    decision_date=st.none() | DAYS,
    sending_date=st.none() | DAYS,
    answers=ANSWER_SETS,
    weighing=several(WeighedFinding, "finding", finding=TEXT, reason=TEXT),
    flag_responses=several(FlagResponse, "flag", flag=TEXT, text=TEXT, at=st.none() | MOMENTS),
    reviews=several(Review, None, reader=TEXT, text=TEXT, at=MOMENTS),
    versions=several(
        DecisionVersion,
        "number",
        number=st.integers(1, 99),
        adopted_at=MOMENTS,
        snapshot=TEXT,
        announced_on=st.none() | DAYS,
    ),
    follow_ups=several(FollowUp, None, kind=TEXT, text=TEXT, on=DAYS, at=MOMENTS),
    current_step=st.integers(1, 16),
)
CASES = st.builds(
    Case,
    id=TEXT,
    number=TEXT,
    gemeentecode=TEXT,
    title=TEXT,
    created_at=st.none() | MOMENTS,
    changed_at=MOMENTS,
    dates=st.builds(CaseDates, gedraging=st.none() | PERIODS, melding=st.none() | DAYS),
    persons=several(Person, "id", id=TEXT, label=TEXT, period=st.none() | PERIODS),
    evidence=several(Evidence, "id", id=TEXT, title=TEXT, covers=st.none() | PERIODS),
    conversations=several(
        Conversation,
        "id",
        id=TEXT,
        on=st.none() | DAYS,
        sentences=several(Sentence, None, id=TEXT, text=TEXT),
    ),
    facts=ANSWER_SETS,
    decisions=DECISIONS,
    is_practice=st.booleans(),
)


@settings(max_examples=60, deadline=None)
@given(case=CASES)
def test_that_any_dossier_comes_back_as_it_went_in(case: Case) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "v.db"
        with storage.open_practice_vault(path, HandClock()) as vault:
            vault.cases.add_case(case)
        with storage.open_practice_vault(path, HandClock()) as vault:
            loaded = vault.cases.load(CaseId(case.id))
    assert loaded == case
    assert [list(item.answers) for item in loaded.decisions] == [
        list(item.answers) for item in case.decisions
    ]
