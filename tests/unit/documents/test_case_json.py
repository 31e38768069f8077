from __future__ import annotations

import json
from dataclasses import replace

from hardship_desk.documents.case_json import case_json
from hardship_desk.domain.criteria import Criterion
from hardship_desk.domain.ids import DecisionId
from tests.builders_snapshot import empty_snapshot, rich_snapshot
from tests.unit.documents.papers_for_tests import practice_snapshot


def test_that_the_same_decisions_give_the_same_text() -> None:
    assert case_json((rich_snapshot(),)) == case_json((rich_snapshot(),))


def test_that_decision_calculation_and_flags_are_told() -> None:
    data = json.loads(case_json((rich_snapshot(),)))
    (decision,) = data["besluiten"]
    assert decision["uitkomst"] == "boete"
    assert decision["bedrag_cent"] == 41000
    assert decision["berekend_cent"] == 41000
    assert decision["vastgesteld"] is True
    assert len(decision["berekening"]) == 6
    assert all(line["bron"] and line["grondslag"] for line in decision["berekening"])
    assert [flag["ernst"] for flag in decision["vlaggen"]] == ["W", "B", "A"]
    assert [item["weging"] for item in decision["bevindingen"]] == ["zwaar", None]


def test_that_all_criteria_and_plugins_are_told_once() -> None:
    second = replace(rich_snapshot(), decision_id=DecisionId("boete-2"))
    data = json.loads(case_json((rich_snapshot(), second)))
    assert [item["id"] for item in data["criteria"]] == [item.value for item in Criterion]
    assert [item["plugin"] for item in data["regels"]] == ["amsterdam", "landelijk"]


def test_that_a_criterion_names_all_places() -> None:
    first = rich_snapshot()
    moved = tuple(replace(item, where="Elders.") for item in first.criteria)
    data = json.loads(case_json((first, replace(first, criteria=moved))))
    assert data["criteria"][0]["behandeld_in"].endswith("; Elders.")


def test_that_an_empty_concept_and_no_decision_are_told() -> None:
    (decision,) = json.loads(case_json((empty_snapshot(),)))["besluiten"]
    assert decision["bedrag_cent"] is None
    assert decision["berekend_cent"] is None
    assert json.loads(case_json(()))["zaaknummer"] is None


def test_that_practice_is_marked() -> None:
    assert json.loads(case_json((practice_snapshot(),)))["oefening"] is True
    assert json.loads(case_json((rich_snapshot(),)))["oefening"] is False


def test_that_a_line_without_period_has_no_days() -> None:
    snapshot = rich_snapshot()
    computation = snapshot.computations[0]
    line = replace(computation.lines[0], valid=None)
    bare = replace(snapshot, computations=(replace(computation, lines=(line,)),))
    (told,) = json.loads(case_json((bare,)))["besluiten"][0]["berekening"]
    assert told["geldig_van"] is None
