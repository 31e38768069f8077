"""Texts to use again: what is offered and found, one's own, and where a slot is still open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hardship_desk.domain.flag import Moment
from hardship_desk.domain.ids import CaseId, DecisionId, DecisionTypeId, Gemeentecode
from hardship_desk.domain.stock_text import StockText
from hardship_desk.plugin_api.catalogue import Provision
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.open_slots import field_after, open_fields
from hardship_desk.presenters.overview import OverviewPage, OverviewPresenter
from hardship_desk.presenters.stock_texts import (
    OwnTextsPage,
    OwnTextsPresenter,
    StockTextFinder,
)
from hardship_desk.services.stock_texts import StockTextService
from tests.integration.desks import FixedClock, Work, example, open_desk_in
from tests.unit.presenters.screens import Frame, Screen, window_texts

REASONS = "conclusie.redenen"
OPEN = "Op [nog invullen: datum] spraken wij u."


@pytest.fixture
def work(tmp_path: Path) -> Work:
    return example(open_desk_in(tmp_path))


def opened(work: Work) -> OpenCase:
    case = OpenCase(work.desk, work.case_id)
    case.switch_to(work.decision_id)
    return case


class Placed(Frame):
    """A window that can open a dossier at a place."""

    def show_place(self, case_id: CaseId, decision: DecisionId, step: int, question: str) -> None:
        self.went_to.append(f"{case_id} {decision} {step} {question}")


class Book:
    """A book with these texts, on the provisions of the desk."""

    def __init__(self, provisions: tuple[Provision, ...], *texts: StockText) -> None:
        self._provisions = provisions
        self._texts = texts

    def stock_texts(self, _gemeentecode: Gemeentecode) -> tuple[StockText, ...]:
        return self._texts

    def provisions(self) -> tuple[Provision, ...]:
        return self._provisions


class NoOwn:
    """A store that keeps nothing."""

    def own_texts(self) -> tuple[()]:
        return ()

    def save_own_text(self, _text: object) -> None:
        raise AssertionError

    def remove_own_text(self, _text_id: str) -> None:
        raise AssertionError


def offered(work: Work, *texts: StockText, clock: FixedClock | None = None) -> list[str]:
    case = opened(work)
    some = next(item for item in _provisions(work) if item.id == "awb-3-46-motivering")
    dated = replace(some, valid_from=date(2020, 1, 1), valid_until=date(2026, 6, 30))
    service = StockTextService(
        Book((dated,), *texts), NoOwn(), work.desk.questionnaire, clock or FixedClock()
    )
    dates = case.assessment.context.dates
    return [item.text.id for item in service.offered(case.case, case.decision, dates)]


def _provisions(work: Work) -> tuple[Provision, ...]:
    entries = (entry.item for entry in work.desk.reference.find(""))
    return tuple(item for item in entries if isinstance(item, Provision))


def text(name: str, **fields: object) -> StockText:
    made = StockText(id=name, title="Proef", text="Tekst.")
    return replace(made, **fields)  # type: ignore[arg-type]  # fields of the text


def test_that_own_and_national_texts_are_found_by_a_few_letters(work: Work) -> None:
    work.desk.stock_texts.keep("Bellen", "Wij belden u over hulp.")
    finder = StockTextFinder(opened(work), window_texts(work.desk))
    everything = finder.find("")
    assert everything[0].title == "Bellen"
    assert everything[0].detail == "Eigen tekst"
    assert len(everything) > 6
    titles = [item.title for item in finder.find("hulp")]
    assert titles[:2] == ["Hulp bij deze brief", "Bellen"], "words in the title come first"
    assert finder.find("xyzzy") == ()


def test_that_a_text_on_law_is_offered_only_while_it_holds(work: Work) -> None:
    case = opened(work)
    inside = case.assessment.context.dates.besluit
    assert inside is not None
    on_law = text("a.recht", basis="awb-3-46-motivering")
    assert offered(work, on_law) == (["a.recht"] if inside <= date(2026, 6, 30) else [])
    case.desk.cases.set_decision_date(work.case_id, work.decision_id, "01-07-2026")
    assert offered(work, on_law, text("a.gewoon")) == ["a.gewoon"]
    case.desk.cases.set_decision_date(work.case_id, work.decision_id, "30-06-2026")
    assert offered(work, on_law, text("a.nergens", basis="weg-1")) == ["a.recht"]


def test_that_local_texts_come_first_and_others_stay_away(work: Work) -> None:
    other = text("b.giften", types=(DecisionTypeId("giften_middelen"),))
    past = text("b.oud", valid_until=date(2020, 1, 1))
    found = offered(work, text("landelijk.a"), other, past, text("b.lokaal"))
    assert found == ["b.lokaal", "landelijk.a"]


def test_that_the_source_of_a_text_on_law_is_shown(work: Work) -> None:
    case = opened(work)
    some = next(item for item in _provisions(work) if item.id == "awb-3-46-motivering")
    object.__setattr__(
        case.desk,
        "stock_texts",
        StockTextService(
            Book((some,), text("a.b", basis=some.id, publisher="Gemeente Proefdorp")),
            NoOwn(),
            work.desk.questionnaire,
            FixedClock(),
        ),
    )
    [line] = StockTextFinder(case, window_texts(work.desk)).find("proefdorp")
    assert some.basis.dutch() in line.detail
    assert some.source.title in line.detail


def presenter(work: Work) -> tuple[OwnTextsPresenter, Screen[OwnTextsPage]]:
    screen, frame = Screen[OwnTextsPage](), Frame()
    made = OwnTextsPresenter(work.desk.stock_texts, screen, window_texts(work.desk), frame)
    return made, screen


def test_that_an_own_text_is_kept_mended_and_can_be_kept_again(work: Work) -> None:
    own, screen = presenter(work)
    own.start("Wij spraken u op [nog invullen: dag] over uw vraag.")
    assert screen.page.title == "Wij spraken u op [nog invullen:"
    own.keep("", "Gesprek", screen.page.text)
    [kept] = screen.page.own
    assert (screen.page.chosen, kept.title) == (kept.id, "Gesprek")
    own.keep(kept.id, "Gesprek", "Korter.")
    assert [item.text for item in screen.page.own] == ["Korter."]
    own.remove(kept.id, "Gesprek", "Korter.")
    assert (screen.page.own, screen.page.chosen, screen.page.text) == ((), "", "Korter.")
    assert "Gesprek" in screen.page.said
    own.keep("", "Gesprek", "Korter.")
    assert len(screen.page.own) == 1
    own.start()
    own.choose(screen.page.own[0].id)
    own.choose("weg")
    assert screen.page.title == "Gesprek"


@pytest.mark.parametrize("wrong", ["", "   ", "BSN 123456782 staat erin", "a" * 100_001])
def test_that_an_own_text_holds_words_and_nobody(work: Work, wrong: str) -> None:
    own, screen = presenter(work)
    own.keep("", "Naam", wrong)
    assert screen.page.problem
    assert screen.page.own == ()


def test_that_a_slot_blocks_adoption_and_leads_to_its_field(work: Work) -> None:
    work.answer(REASONS, OPEN)
    case = opened(work)
    consideration = case.assessment.considerations[0]
    case.desk.decisions.set_own_text(
        work.case_id, work.decision_id, consideration.id, "Omdat [nog invullen: waarom]."
    )
    case.reload()
    case.assess()
    blocking = case.assessment.blocking(Moment.VASTSTELLEN)
    assert {REASONS, f"overweging.{consideration.id}"} == {
        flag.id.partition("open_plek_")[2] for flag in blocking if "open_plek" in flag.id
    }
    first, second = open_fields(case)
    assert (first.question, first.slots) == (REASONS, ("datum",))
    assert field_after(case, "") == first
    assert field_after(case, first.question) == second
    assert field_after(case, second.question) == first
    result = case.desk.decisions.adopt(work.case_id, work.decision_id, "C. Beslisser", "Mandaat")
    assert result.version is None


def test_that_the_overview_names_what_is_still_to_be_filled_in(work: Work) -> None:
    work.answer(REASONS, OPEN)
    case = opened(work)
    screen, frame = Screen[OverviewPage](), Placed()
    overview = OverviewPresenter(case, screen, window_texts(work.desk), frame)
    overview.refresh()
    [line] = [item for item in screen.page.to_find_out if item.lead == "open plek"]
    assert line.detail == "datum"
    assert any(REASONS in flag.key for flag in screen.page.flags)
    work.answer(REASONS, "Op 3 mei spraken wij u.")
    overview.refresh()
    assert field_after(case, "") is None
