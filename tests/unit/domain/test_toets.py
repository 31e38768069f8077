"""The check of a text: states follow from what is marked."""

from __future__ import annotations

from datetime import date

from hardship_desk.domain.ids import DecisionTypeId
from hardship_desk.domain.toets import ElementState, Passage, Toets

TEXT = "U meldde uw werk niet. Dat is verwijtbaar."
EMPTY = Toets(title="", type=DecisionTypeId("boete"), day=date(2026, 1, 1), text=TEXT)
THIN = Passage(element="a", start=0, end=22, thin=True)
GOOD = Passage(element="a", start=23, end=len(TEXT))


def test_that_an_element_without_a_passage_is_missing() -> None:
    assert EMPTY.state_of("a") is ElementState.ONTBREEKT
    assert EMPTY.quotes("a") == ()


def test_that_one_passage_that_says_enough_establishes_it() -> None:
    thin = EMPTY.marked(THIN)
    assert thin.state_of("a") is ElementState.DUN
    both = thin.marked(GOOD)
    assert both.state_of("a") is ElementState.VASTGESTELD
    assert both.quotes("a") == ("U meldde uw werk niet.", "Dat is verwijtbaar.")
    assert both.state_of("b") is ElementState.ONTBREEKT


def test_that_marking_the_same_stretch_again_replaces_it() -> None:
    again = EMPTY.marked(THIN).marked(Passage(element="a", start=0, end=22))
    assert len(again.passages) == 1
    assert again.state_of("a") is ElementState.VASTGESTELD


def test_that_leaving_out_and_marking_undo_each_other() -> None:
    out = EMPTY.marked(GOOD).left_out("a")
    assert out.state_of("a") is ElementState.NVT
    assert out.passages == ()
    assert out.marked(GOOD).state_of("a") is ElementState.VASTGESTELD
    assert out.cleared("a").state_of("a") is ElementState.ONTBREEKT


def test_that_a_group_is_left_out_in_one_go_and_stays_known_as_such() -> None:
    group = EMPTY.marked(GOOD).left_out("b").left_out_together(("a", "b", "c", "d"))
    assert group.together == ("c", "d")
    assert group.state_of("a") is ElementState.VASTGESTELD
    assert group.state_of("d") is ElementState.NVT
    assert group.left_out("c").together == ("d",)
    assert group.cleared("d").together == ("c",)
    again = group.marked(Passage(element="c", start=0, end=5))
    assert (again.state_of("c"), again.together) == (ElementState.VASTGESTELD, ("d",))


def test_that_a_remark_is_kept_once_and_can_go() -> None:
    said = EMPTY.remarked("a", " Vraag na. ").remarked("a", "Toch niet.")
    assert (said.remark("a"), said.remark("b")) == ("Toch niet.", "")
    assert said.remarked("a", " ").remarks == ()
