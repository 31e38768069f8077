"""The rekenhulp page: lines while typing, copying, and a dossier that begins with the answers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hardship_desk.domain.case import Case
from hardship_desk.domain.ids import DecisionTypeId, QuestionId
from hardship_desk.presenters.new_case import NewCasePage, NewCasePresenter
from hardship_desk.presenters.rekenhulp import RekenhulpPage, RekenhulpPresenter
from hardship_desk.services.cases import NewCase
from hardship_desk.services.desk import Desk
from tests.integration.desks import open_desk_in
from tests.unit.presenters.screens import Frame, Screen, window_texts


class RekenhulpScreen(Screen[RekenhulpPage]):
    clipboard = ""

    def put_on_clipboard(self, text: str) -> None:
        self.clipboard = text


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return open_desk_in(tmp_path)


@pytest.fixture
def screen() -> RekenhulpScreen:
    return RekenhulpScreen()


@pytest.fixture
def frame() -> Frame:
    return Frame()


@pytest.fixture
def presenter(desk: Desk, screen: RekenhulpScreen, frame: Frame) -> RekenhulpPresenter:
    made = RekenhulpPresenter(desk, screen, window_texts(desk), frame)
    made.choose("boete")
    return made


def test_that_lines_appear_as_one_types(
    presenter: RekenhulpPresenter, screen: RekenhulpScreen
) -> None:
    few = len(screen.page.calculations[0].lines)
    presenter.set_day("gedraging_van", "05-01-2026")
    presenter.set_day("gedraging_tot", "31-03-2026")
    presenter.set_day("besluit", "12-06-2026")
    presenter.answer("benadeling.soort", "ingevoerd")
    presenter.answer("benadeling.bedrag", "2.130,00")
    presenter.answer("verwijtbaarheid.graad", "normale_verwijtbaarheid")
    assert len(screen.page.calculations[0].lines) > few
    assert "€ 1.065,00" in " ".join(line.outcome for line in screen.page.calculations[0].lines)


def test_that_a_mistake_stands_at_its_field(
    presenter: RekenhulpPresenter, screen: RekenhulpScreen
) -> None:
    presenter.set_day("besluit", "morgen")
    presenter.answer("benadeling.soort", "ingevoerd")
    presenter.answer("benadeling.bedrag", "veel")
    errors = {item.id: item.error for item in screen.page.days}
    errors |= {item.id: item.error for item in screen.page.questions}
    assert errors["besluit"].startswith("Dit is geen datum")
    assert errors["benadeling.bedrag"].startswith("‘veel’ is geen bedrag")


def test_that_each_calculation_keeps_what_was_typed(
    presenter: RekenhulpPresenter, screen: RekenhulpScreen
) -> None:
    presenter.set_day("besluit", "12-06-2026")
    presenter.choose("termijnen")
    assert {day.raw for day in screen.page.days} == {""}
    assert not screen.page.can_start_case
    presenter.choose("boete")
    assert screen.page.days[-1].raw == "12-06-2026"
    presenter.clear()
    assert {day.raw for day in screen.page.days} == {""}


def test_that_assumptions_are_shown(screen: RekenhulpScreen, presenter: RekenhulpPresenter) -> None:
    del presenter
    assert any("Ja" in line or "ja" in line for line in screen.page.assumed)
    assert len(screen.page.assumed) == 3


def test_that_a_copy_holds_formula_article_source_and_assumptions(
    presenter: RekenhulpPresenter, screen: RekenhulpScreen, frame: Frame
) -> None:
    presenter.show_example("boete")
    presenter.copy()
    for words in ("€ 420,45", "Formule: ", "Participatiewet art. 17", "Bron: ", "Invoer: "):
        assert words in screen.clipboard
    assert screen.page.assumed[0] in screen.clipboard
    assert frame.messages[-1].text == "De berekening staat op het klembord."


def test_that_one_of_several_calculations_can_be_copied(
    presenter: RekenhulpPresenter, screen: RekenhulpScreen
) -> None:
    presenter.show_example("termijnen")
    presenter.copy(1)
    assert screen.clipboard.startswith("Heroverweging")
    assert "bezwaar" not in screen.clipboard
    assert {item.total for item in screen.page.calculations} == {""}


def test_that_nothing_is_copied_where_nothing_is_reckoned(
    presenter: RekenhulpPresenter, screen: RekenhulpScreen
) -> None:
    presenter.choose("draagkracht")
    presenter.copy()
    assert screen.clipboard == ""


def test_that_a_municipality_can_be_chosen_where_it_is_asked(
    desk: Desk, screen: RekenhulpScreen, frame: Frame
) -> None:
    presenter = RekenhulpPresenter(desk, screen, window_texts(desk), frame)
    presenter.refresh()
    assert screen.page.municipalities == ()
    presenter._chosen = replace(presenter._chosen, asks_municipality=True)
    presenter.choose_municipality("GM0363")
    named = [choice.text for choice in screen.pages[-1].municipalities]
    assert "Amsterdam" in named
    assert presenter.known_case().form.municipality == "GM0363"
    presenter.choose_municipality("")
    assert presenter.known_case().form.municipality == ""


def new_case(desk: Desk, kind: str = "boete") -> Case:
    made = desk.cases.create_case(
        NewCase(
            number="Z-1",
            gemeentecode="GM0363",
            type=DecisionTypeId(kind),
            weight="kort" if kind != "boete" else "gewoon",
            weight_reason="Proef.",
        )
    )
    assert isinstance(made, Case)
    return made


def test_that_a_dossier_begins_with_the_days_and_the_answers(
    desk: Desk, presenter: RekenhulpPresenter, frame: Frame
) -> None:
    presenter.show_example("boete")
    known = presenter.known_case()
    screen: Screen[NewCasePage] = Screen()
    maker = NewCasePresenter(desk, screen, window_texts(desk), frame)
    maker.start(known)
    assert screen.page.known is not None
    form = replace(
        screen.page.known,
        number="Z-2",
        municipality="GM0363",
        weight="gewoon",
        weight_reason="Uit de rekenhulp.",
    )
    maker.create(form)
    case_id = next(item.id for item in desk.cases.list_cases() if item.number == "Z-2")
    case = desk.cases.open_case(case_id)
    answers = case.answers_for(case.decisions[0].id)
    assert answers.get(QuestionId("verwijtbaarheid.graad")) is not None
    assert answers.get(QuestionId("regel.kenbaar")) is None
    assert case.dates.gedraging is not None
    assert frame.went_to == [f"case {case_id}"]
    assert frame.messages[-1].text.startswith("Uw antwoorden staan in het nieuwe dossier.")


def test_that_a_dossier_of_another_kind_takes_no_answers(
    desk: Desk, presenter: RekenhulpPresenter
) -> None:
    presenter.show_example("boete")
    keep = presenter.known_case().keep
    assert keep(new_case(desk)) is True
    assert keep(new_case(desk, "terugvordering_elders")) is False
