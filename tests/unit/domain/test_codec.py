"""The codec: nothing is lost on the way to JSON and back, and other data is refused."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hardship_desk.domain.answers import (
    Answer,
    AnswerSet,
    AnswerState,
    AnswerValue,
    Row,
    StatementTag,
)
from hardship_desk.domain.codec import (
    answer_from_json,
    canonical_json,
    decode,
    decode_open,
    encode,
    encode_sparse,
)
from hardship_desk.domain.decision import DecisionFile
from hardship_desk.domain.digest import sha256_of
from hardship_desk.domain.flag import FlagResponse
from hardship_desk.domain.ids import DecisionId, DecisionTypeId, EvidenceId, FlagId, QuestionId
from hardship_desk.domain.money import Money
from hardship_desk.domain.period import Period
from hardship_desk.domain.snapshot import DecisionSnapshot
from tests.builders_snapshot import empty_snapshot, rich_snapshot

QUESTION = QuestionId("belangen.rooster")
AT = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)

scalars = st.one_of(
    st.booleans(),
    st.integers(),
    st.text(),
    st.builds(Money, st.integers()),
    st.dates(),
)
cells = st.dictionaries(st.text(), scalars, max_size=4).map(lambda found: tuple(found.items()))
rows = st.builds(lambda name, found: Row(id=name, cells=found), st.text(), cells)
periods = st.tuples(st.dates(), st.none() | st.dates()).map(
    lambda ends: Period(min(ends[0], ends[1] or ends[0]), ends[1] and max(ends[0], ends[1]))
)
values: st.SearchStrategy[AnswerValue] = st.one_of(
    scalars, periods, st.lists(st.text()).map(tuple), st.lists(rows).map(tuple)
)


@given(values, st.none() | st.sampled_from(StatementTag), st.text(), st.none() | st.dates())
def test_that_an_answer_comes_back_as_it_went(
    value: AnswerValue, tag: StatementTag | None, note: str, due: date | None
) -> None:
    answer = Answer(
        question=QUESTION,
        value=value,
        tag=tag,
        explanation=note,
        due=due,
        evidence=(EvidenceId("e1"),),
    )
    assert answer_from_json(canonical_json(answer), QUESTION) == answer


@pytest.mark.parametrize("snapshot", [empty_snapshot(), rich_snapshot()])
def test_that_what_stands_at_its_default_need_not_be_written(snapshot: DecisionSnapshot) -> None:
    short = json.loads(json.dumps(encode_sparse(snapshot)))
    assert decode(DecisionSnapshot, short) == snapshot
    assert len(json.dumps(short)) < len(json.dumps(encode(snapshot)))
    with pytest.raises(TypeError, match="object"):
        encode_sparse(object())


@pytest.mark.parametrize("snapshot", [empty_snapshot(), rich_snapshot()])
def test_that_a_snapshot_comes_back_as_it_went(snapshot: DecisionSnapshot) -> None:
    text = canonical_json(snapshot)
    assert decode(DecisionSnapshot, json.loads(text)) == snapshot
    assert canonical_json(decode(DecisionSnapshot, json.loads(text))) == text


def test_that_a_decision_with_answers_comes_back_as_it_went() -> None:
    decision = DecisionFile(
        id=DecisionId("b1"),
        type=DecisionTypeId("boete"),
        answers=AnswerSet.of((Answer(question=QUESTION, state=AnswerState.UNKNOWN),)),
        flag_responses=(FlagResponse(flag=FlagId("s03.x"), text="gehoord", at=AT),),
    )
    assert decode(DecisionFile, json.loads(canonical_json(decision))) == decision


def test_that_the_columns_of_a_row_keep_their_order() -> None:
    row = Row(id="r1", cells=(("wie", "inwoner"), ("belang", "rondkomen")))
    assert decode(Row, json.loads(canonical_json(row))) == row


def test_that_the_canonical_form_has_one_way_to_write_a_value() -> None:
    assert canonical_json(Period(date(2025, 1, 2))) == '{"from":"2025-01-02","to":null}'
    assert canonical_json(Money(5)) == '{"cents":5}'
    assert canonical_json(AnswerState.UNKNOWN) == '"onbekend"'
    assert canonical_json(("é", 1, True, None)) == '["é",1,true,null]'


def test_that_a_field_added_later_gets_its_default() -> None:
    answer = Answer(question=QUESTION, value=True)
    written = encode(answer)
    assert isinstance(written, dict)
    older = {key: value for key, value in written.items() if key != "origin"}
    assert decode(Answer, older) == answer


def test_that_the_hash_is_that_of_the_text() -> None:
    empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert sha256_of("") == empty
    assert sha256_of("é") != sha256_of("e")


def test_that_what_the_domain_does_not_hold_is_not_written() -> None:
    with pytest.raises(TypeError, match="float"):
        encode(1.5)


def test_that_an_answer_to_another_question_is_refused() -> None:
    text = canonical_json(Answer(question=QUESTION, value=True))
    with pytest.raises(ValueError, match="answer_of_other_question"):
        answer_from_json(text, QuestionId("horen.tolk"))


def test_that_an_unknown_tag_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown_tag"):
        decode_open({"euros": 5})


@pytest.mark.parametrize(
    "data",
    [
        5,
        [],
        None,
        {"question": "x"},
        {"question": 5, "value": True},
        {"question": "x", "value": 1.5},
        {"question": "x", "value": [None]},
        {"question": "x", "value": {"cents": "5"}},
        {"question": "x", "value": {"date": 5}},
        {"question": "x", "value": {"row": "r1", "cells": 5}},
        {"question": "x", "value": True, "state": "misschien"},
        {"question": "x", "value": True, "due": {"cents": 5}},
        {"question": "x", "value": True, "evidence": "abc"},
        {"question": "x", "value": True, "explanation": None},
    ],
)
def test_that_data_of_another_shape_is_a_value_error(data: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        decode(Answer, data)


def test_that_the_answers_of_a_decision_are_a_list() -> None:
    written = encode(DecisionFile(id=DecisionId("b1"), type=DecisionTypeId("boete")))
    assert isinstance(written, dict)
    with pytest.raises(ValueError, match="data_of_other_shape"):
        decode(DecisionFile, {**written, "answers": {}})


def test_that_a_change_in_the_snapshot_changes_its_canonical_form() -> None:
    snapshot = rich_snapshot()
    changed = replace(snapshot, amount=Money(41001))
    assert sha256_of(canonical_json(changed)) != sha256_of(canonical_json(snapshot))
