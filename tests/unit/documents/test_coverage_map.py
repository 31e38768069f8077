"""The dekkingskaart: each sentence has its grounds, and own words without one are bare."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hardship_desk.core_setup import build_core
from hardship_desk.documents.coverage_map import (
    Support,
    build_coverage_map,
    coverage_of,
    sentences_of,
)
from hardship_desk.documents.model import Heading, Table
from hardship_desk.documents.working_papers import PaperHead
from hardship_desk.domain.decision import Consideration
from hardship_desk.domain.snapshot import DecisionSnapshot
from hardship_desk.domain.weighing import WeighedFinding, Weight
from tests.builders_snapshot import rich_snapshot
from tests.integration.desks import FixedClock


def snapshot(**changes: str) -> tuple[DecisionSnapshot, Consideration]:
    base = rich_snapshot()
    finding, answer = base.findings[0], base.answers[0]
    weighed = WeighedFinding(finding=finding.id, weight=Weight.ZWAAR, reason="Dat telt hier zwaar")
    item = Consideration(
        id="c",
        step=6,
        text=changes.get("text", f"{finding.text} Zo staat het vast."),
        own_text=changes.get("own_text", ""),
        findings=(finding.id,),
        answers=(answer.question,),
    )
    return replace(base, weighing=(weighed,), considerations=(item,)), item


def test_that_a_sentence_of_the_program_rests_on_what_is_cited() -> None:
    first, *_, last = coverage_of(*snapshot())
    assert first.direct
    assert Support.NORM in {ground.support for ground in first.grounds}
    assert not last.direct
    assert {ground.support for ground in last.grounds} == set(Support)


def test_that_own_words_rest_only_on_what_they_name() -> None:
    basis = rich_snapshot().findings[0].basis.dutch()
    own = f"Volgens {basis} mag dit. Dat telt hier zwaar. U bent altijd te laat."
    norm, weighed, bare = coverage_of(*snapshot(own_text=own))
    assert [ground.support for ground in norm.grounds] == [Support.NORM]
    assert [ground.support for ground in weighed.grounds] == [Support.WEIGHING]
    assert bare.bare


def test_that_sentences_are_cut_at_their_end_only() -> None:
    text = "Dit staat in art. 18a lid 2. Het is € 1.200. Wij zien dat.\nEn dit"
    assert sentences_of(text) == (
        "Dit staat in art. 18a lid 2.",
        "Het is € 1.200.",
        "Wij zien dat.",
        "En dit",
    )


def test_that_the_paper_counts_and_marks_the_bare_ones() -> None:
    texts = build_core(FixedClock()).texts
    head = PaperHead(
        number="Z-1",
        kind="Boete",
        author="A",
        created=datetime(2026, 11, 26, tzinfo=UTC),
        is_practice=False,
    )
    found, _ = snapshot(own_text="U bent altijd te laat.")
    document = build_coverage_map(head, found, texts)
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert tables[0].rows == (
        ("U bent altijd te laat.", "⚠ Los: eigen tekst, nergens op gesteund"),
    )
    assert "1 zinnen" in repr(document)
    twice = replace(found.considerations[0], own_text="")
    steps = [
        block.text
        for block in build_coverage_map(
            head, replace(found, considerations=(twice, twice)), texts
        ).blocks
        if isinstance(block, Heading) and block.level == 2
    ]
    assert len(steps) == 1
    empty = build_coverage_map(head, replace(found, considerations=()), texts)
    assert "nog geen overwegingen" in repr(empty)
