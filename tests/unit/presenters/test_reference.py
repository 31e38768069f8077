"""The reference page: what it shows for a day, for a dossier, and what can be copied."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from hardship_desk.domain.period import Period
from hardship_desk.plugin_api.context import ContextDates
from hardship_desk.presenters.kompas import misfits_of, provisions_of
from hardship_desk.presenters.reference import ReferencePage, ReferencePresenter
from hardship_desk.presenters.reference_days import ReferenceDays
from hardship_desk.presenters.reference_entry import EntryPage, EntryWriter
from hardship_desk.services.desk import Desk
from hardship_desk.services.reference import EntryKind
from tests.integration.desks import open_desk_in
from tests.unit.presenters.screens import Frame, open_example, window_texts

OLD_DATES = ContextDates(
    gedraging=Period(date(2025, 1, 1), date(2025, 3, 31)),
    melding=date(2025, 5, 1),
    besluit=date(2026, 8, 1),
)


class ReferenceScreen:
    def __init__(self) -> None:
        self.page: ReferencePage | None = None
        self.entry: EntryPage | None = None
        self.problem = ""
        self.clipboard = ""
        self.reading_problem = ""

    def show_reading_problem(self, text: str) -> None:
        self.reading_problem = text

    def show_page(self, page: ReferencePage) -> None:
        self.page = page

    def show_entry(self, page: EntryPage | None) -> None:
        self.entry = page

    def show_day_problem(self, text: str) -> None:
        self.problem = text

    def put_on_clipboard(self, text: str) -> None:
        self.clipboard = text

    @property
    def rows(self) -> dict[str, str]:
        assert self.page is not None
        return {row.key: row.state for row in self.page.rows}

    @property
    def shown(self) -> EntryPage:
        assert self.entry is not None
        return self.entry


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("HARDSHIP_DESK_DATA", str(tmp_path))
    return open_desk_in(tmp_path)


@pytest.fixture
def screen() -> ReferenceScreen:
    return ReferenceScreen()


@pytest.fixture
def frame() -> Frame:
    return Frame()


@pytest.fixture
def presenter(desk: Desk, screen: ReferenceScreen, frame: Frame) -> ReferencePresenter:
    made = ReferencePresenter(desk, screen, window_texts(desk), frame)
    made.start()
    return made


NEW, OLD = "bepaling:pw-52-voorschot:2026-01-01", "bepaling:pw-52-voorschot:"


def test_that_a_version_of_another_day_is_shown_as_such(
    presenter: ReferencePresenter, screen: ReferenceScreen
) -> None:
    presenter.search("52 voorschot")
    assert screen.rows[NEW] == ""
    assert screen.rows[OLD].endswith("gold tot en met 31-12-2025")
    presenter.choose(OLD)
    assert screen.shown.warning == "Geldt niet op 25-11-2026, gold tot en met 31-12-2025."


def test_that_another_day_shows_the_version_of_that_day(
    presenter: ReferencePresenter, screen: ReferenceScreen
) -> None:
    presenter.search("52 voorschot")
    assert screen.shown.key == NEW
    presenter.set_day("01-02-2025")
    assert screen.shown.key == OLD
    assert screen.shown.warning == ""
    assert screen.rows[NEW] == "geldt niet op 01-02-2025, gaat in op 01-01-2026"
    assert "90 procent" in screen.shown.plain()


def test_that_an_unknown_future_warns(
    presenter: ReferencePresenter, screen: ReferenceScreen
) -> None:
    presenter.set_day("31-12-2026")
    assert screen.page is not None
    assert screen.page.warning == ""
    presenter.set_day("01-01-2027")
    assert "op of na 01-01-2027 was de wettekst nog niet bekend" in screen.page.warning
    assert "nog niet bekend" in screen.shown.warning


def test_that_a_wrong_day_changes_nothing(
    presenter: ReferencePresenter, screen: ReferenceScreen
) -> None:
    presenter.set_day("01-02-2025")
    before = screen.rows
    presenter.set_day("morgen")
    assert screen.problem
    assert screen.rows == before
    presenter.set_day("")
    assert screen.problem == ""
    assert screen.rows != before


def test_that_in_a_dossier_the_anchor_of_a_provision_counts(
    presenter: ReferencePresenter, screen: ReferenceScreen
) -> None:
    presenter.start(OLD_DATES)
    presenter.open_provision("pw-52-voorschot")
    assert screen.shown.key == OLD
    assert "In dit dossier is dat 01-05-2025." in screen.shown.plain()
    presenter.open_provision("pw-18a-1-boete")
    assert "In dit dossier is dat 31-03-2025." in screen.shown.plain()
    presenter.open_provision("pw-22a-kostendelersnorm")
    assert "Die staat nog niet in dit dossier." in screen.shown.plain()


def test_that_opening_a_provision_forgets_the_search(
    presenter: ReferencePresenter, screen: ReferenceScreen
) -> None:
    presenter.choose_kind("uitspraak")
    presenter.search("huisgenoot")
    presenter.open_provision("awb-5-53-rapport-en-horen")
    assert screen.page is not None
    assert (screen.page.words, screen.page.kind) == ("", "")
    assert "5:53" in screen.shown.title


def test_that_an_unknown_provision_is_said(presenter: ReferencePresenter, frame: Frame) -> None:
    presenter.open_provision("bestaat-niet")
    assert frame.messages[-1].text == "Deze tekst staat niet in de naslag."


def test_that_nothing_found_says_so(presenter: ReferencePresenter, screen: ReferenceScreen) -> None:
    presenter.search("zzzz")
    assert screen.page is not None
    assert screen.page.empty
    assert screen.entry is None
    presenter.copy()
    assert screen.clipboard == ""


def test_that_a_kind_can_be_chosen(presenter: ReferencePresenter, screen: ReferenceScreen) -> None:
    assert [choice.id for choice in presenter.kinds()] == ["", "bepaling", "botsing", "uitspraak"]
    presenter.choose_kind("botsing")
    assert {key.split(":")[0] for key in screen.rows} == {"botsing"}


def test_that_an_entry_and_a_part_can_be_copied(
    presenter: ReferencePresenter, screen: ReferenceScreen, frame: Frame
) -> None:
    presenter.open_provision("pw-18a-4-waarschuwing")
    presenter.copy()
    assert screen.clipboard.startswith("Participatiewet art. 18a lid 4")
    for words in ("Wat u vaststelt", "Waarom:", "kan", "Bron: Participatiewet", "Hoe zeker:"):
        assert words in screen.clipboard
    presenter.copy(1)
    assert screen.clipboard.startswith("Wat u vaststelt\n- ")
    assert frame.messages[-1].text == "De tekst staat op het klembord."


def test_that_a_ruling_known_by_summary_says_so(
    presenter: ReferencePresenter, screen: ReferenceScreen
) -> None:
    presenter.open("uitspraak:ECLI:NL:CRVB:2015:1880")
    assert screen.shown.chips[0] == "alleen samenvatting gelezen"
    assert "Wat is gelezen: alleen samenvatting gelezen" in screen.shown.plain()


def test_that_a_later_ruling_is_marked(
    presenter: ReferencePresenter, screen: ReferenceScreen
) -> None:
    presenter.set_day("01-01-2015")
    assert screen.rows["uitspraak:ECLI:NL:CRVB:2016:12"] == "uitspraak van na 01-01-2015"


def test_that_a_text_that_was_not_read_for_that_day_says_so(
    presenter: ReferencePresenter, screen: ReferenceScreen
) -> None:
    presenter.set_day("01-01-2016")
    presenter.open_provision("pw-18a-4-waarschuwing")
    assert "De tekst van 01-01-2016 zelf is niet gelezen." in screen.shown.plain()
    assert "Hoe zeker: afgeleid" in screen.shown.plain()


def test_that_every_entry_has_a_page_with_source_and_certainty(desk: Desk) -> None:
    texts = window_texts(desk)
    writer, days = (
        EntryWriter(desk.reference, texts, desk.readings),
        ReferenceDays(today=date(2026, 11, 24)),
    )
    for entry in desk.reference.find(""):
        page = writer.page(entry, days)
        plain = page.plain()
        assert page.title
        assert "Bron: " in plain
        assert "Hoe zeker: " in plain
        if entry.kind is EntryKind.PROVISION:
            assert "Moet of kan: " in plain
            assert "Welke dag telt: " in plain
            assert "Wat de motivering bevat" in plain
        for part in page.parts:
            for line in part.lines:
                assert not line.link or desk.reference.entry(line.link) is not None


def test_that_no_code_name_reaches_the_page(desk: Desk) -> None:
    writer = EntryWriter(desk.reference, window_texts(desk), desk.readings)
    days = ReferenceDays(today=date(2026, 11, 24))
    for entry in desk.reference.find(""):
        without_links = [
            word for word in writer.page(entry, days).plain().split() if "://" not in word
        ]
        assert [word for word in without_links if "_" in word] == []


def test_that_the_kompas_names_the_provisions_of_the_step(tmp_path: Path) -> None:
    case = open_example(tmp_path / "zaak")
    found = {choice.id: choice for choice in provisions_of(case, (2,))}
    assert found["pw-17-inlichtingenplicht-begrenzing"].text == "Participatiewet 17"
    assert all(choice.detail for choice in found.values())


SUMMARY = "uitspraak:ECLI:NL:CRVB:2015:1880"


def test_that_a_summary_may_be_cited_after_someone_read_the_ruling(
    presenter: ReferencePresenter, screen: ReferenceScreen, frame: Frame
) -> None:
    presenter.open(SUMMARY)
    assert screen.shown.reading is not None
    assert screen.shown.reading.said == ""
    presenter.tick("20-11-2026", "M. de Jurist")
    assert screen.shown.reading.said == "zelf gelezen op 20-11-2026 door M. de Jurist"
    assert screen.shown.chips[0] == "zelf gelezen op 20-11-2026 door M. de Jurist"
    assert "mag nu in motivering" in frame.messages[-1].text
    presenter.untick()
    assert screen.shown.chips[0] == "alleen samenvatting gelezen"


def test_that_a_reading_needs_a_day_that_was_and_a_name(
    presenter: ReferencePresenter, screen: ReferenceScreen, desk: Desk
) -> None:
    presenter.open(SUMMARY)
    for day, who in (("ooit", "M."), ("31-12-2026", "M."), ("20-11-2026", " ")):
        presenter.tick(day, who)
        assert screen.reading_problem
    assert desk.readings.reading("ECLI:NL:CRVB:2015:1880") is None


def test_that_only_a_summary_asks_to_be_read(
    presenter: ReferencePresenter, screen: ReferenceScreen
) -> None:
    presenter.open("uitspraak:ECLI:NL:CRVB:2016:12")
    assert screen.shown.reading is None
    presenter.open_provision("pw-18a-1-boete")
    assert screen.shown.reading is None
    presenter.tick("20-11-2026", "M.")
    assert screen.reading_problem == ""


def test_that_a_provision_for_another_kind_of_decision_says_why(
    presenter: ReferencePresenter, screen: ReferenceScreen
) -> None:
    presenter.start(OLD_DATES, "boete")
    presenter.open_provision("pw-58-8-dringende-redenen")
    assert screen.shown.warning.startswith(
        "Participatiewet art. 58 lid 8 past niet bij dit besluit (boete of waarschuwing)"
    )
    assert "bedoeld voor terugvordering" in screen.shown.warning
    presenter.open_provision("pw-18a-4-waarschuwing")
    assert "past niet" not in screen.shown.warning
    presenter.open_provision("awb-3-4-evenredigheid")
    assert "past niet" not in screen.shown.warning
    presenter.start(OLD_DATES, "terugvordering_elders")
    presenter.open_provision("pw-18a-4-waarschuwing")
    assert "past niet" not in screen.shown.warning


def test_that_step_2_says_which_clauses_do_not_fit_and_why(tmp_path: Path) -> None:
    case = open_example(tmp_path / "zaak")
    texts = window_texts(case.desk)
    found = misfits_of(case, (2,), texts)
    assert any(reason.startswith("Participatiewet art. 58") for reason in found)
    assert not any(reason.startswith("Participatiewet art. 18a lid 4") for reason in found)
    assert misfits_of(case, (7,), texts) == ()
