"""List, new dossier, dates, persons, evidence and kladblok."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hardship_desk.domain.ids import Gemeentecode, QuestionId
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.presenters.case_list import CaseListPage, CaseListPresenter
from hardship_desk.presenters.dossier import DossierPage, DossierPresenter
from hardship_desk.presenters.evidence import EvidencePage, EvidencePresenter
from hardship_desk.presenters.new_case import NewCaseForm, NewCasePage, NewCasePresenter
from hardship_desk.presenters.notes import NotesPage, NotesPresenter
from hardship_desk.presenters.open_case import OpenCase
from tests.integration.desks import open_desk_in, with_parts
from tests.unit.presenters.screens import Frame, Screen, drafts_of, open_example, window_texts

FORM = NewCaseForm(
    number="Z-1",
    municipality="GM0363",
    title="Proef",
    type="boete",
    weight="gewoon",
    weight_reason="Gewone zaak.",
    person="inwoner 1",
    conduct_from="01-01-2026",
    conduct_to="31-03-2026",
    decision_date="",
)


@pytest.fixture
def case(tmp_path: Path) -> OpenCase:
    return open_example(tmp_path)


def test_that_every_word_of_a_search_counts(tmp_path: Path) -> None:
    desk, frame = open_desk_in(tmp_path), Frame()
    screen: Screen[CaseListPage] = Screen()
    presenter = CaseListPresenter(desk, screen, window_texts(desk), frame)
    presenter.refresh()
    assert screen.page.count == f"{len(desk.cases.list_cases())} dossiers"
    presenter.search("amsterdam boete")
    assert [row.number for row in screen.page.rows] == ["VB-2026-001"]
    assert "Boete of waarschuwing" in screen.page.rows[0].kind
    presenter.search("100%")
    assert screen.page.rows == ()
    presenter.search("bestaat niet")
    assert screen.page.empty == "Geen dossier gevonden. Probeer een ander woord."
    presenter.narrow("stand", "concept")
    assert "Wis filters" in screen.page.empty
    presenter.widen()
    presenter.open(desk.cases.list_cases()[0].id)
    assert frame.went_to[0].startswith("case ")


def test_that_an_empty_form_names_every_field_that_is_needed(tmp_path: Path) -> None:
    desk, frame = open_desk_in(tmp_path), Frame()
    screen: Screen[NewCasePage] = Screen()
    presenter = NewCasePresenter(desk, screen, window_texts(desk), frame)
    presenter.start()
    presenter.create(
        replace(FORM, number="", municipality="", type="", weight="", weight_reason="")
    )
    errors = screen.page.errors
    assert errors["weight"] == "Kies kort, gewoon of zwaar."
    assert errors["type"] == "Kies een soort besluit."
    assert set(errors) == {"number", "gemeentecode", "type", "weight", "weight_reason"}
    presenter.create(FORM)
    assert frame.went_to[-1].startswith("case ")
    presenter.create(replace(FORM, number=" z-1 ", weight=""))
    assert set(screen.page.errors) == {"number", "weight"}
    assert "al in gebruik: Proef" in screen.page.errors["number"]
    presenter.create(replace(FORM, number="Z-1"))
    assert [item.number for item in desk.cases.list_cases()].count("Z-1") == 2
    presenter.create(replace(FORM, municipality="utrect"))
    assert "niet bekend" in screen.page.errors["gemeentecode"]


def test_that_a_form_begins_with_the_own_municipality(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HARDSHIP_DESK_DATA", str(tmp_path))
    desk = open_desk_in(tmp_path)
    screen: Screen[NewCasePage] = Screen()
    NewCasePresenter(desk, screen, window_texts(desk), Frame()).start()
    assert screen.page.municipality == "", "examples are nobody's work"
    own = with_parts(desk, is_practice=False)
    NewCasePresenter(own, screen, window_texts(desk), Frame()).start()
    assert screen.page.municipality == desk.cases.list_cases()[0].gemeentecode
    head = LetterFacts(phone="14 030")
    desk.organisation.save_letter_head(Gemeentecode("GM0344"), head, "Website")
    NewCasePresenter(desk, screen, window_texts(desk), Frame()).start()
    assert screen.page.municipality == "GM0344"


def test_that_dates_are_saved_and_a_wrong_one_stays(case: OpenCase) -> None:
    screen: Screen[DossierPage] = Screen()
    presenter = DossierPresenter(case, screen, window_texts(case.desk), Frame(), drafts_of(case))
    presenter.set_field("conduct_from", "nooit")
    assert screen.page.fields["conduct_from"] == "nooit"
    assert screen.page.errors["conduct_from"].startswith("Dit is geen datum")
    presenter.set_field("conduct_from", "06-01-2026")
    assert screen.page.errors == {}
    assert case.case.dates.gedraging is not None
    presenter.set_field("decision_date", "12-11-2026")
    presenter.set_field("weight", "zwaar")
    presenter.set_field("weight_reason", "")
    assert "weight_reason" in screen.page.errors
    presenter.set_field("weight_reason", "Er zijn kinderen.")
    assert (case.decision.weight.value, screen.page.errors) == ("zwaar", {})


def test_that_persons_come_and_go_but_not_the_one_of_a_decision(case: OpenCase) -> None:
    screen: Screen[DossierPage] = Screen()
    presenter = DossierPresenter(case, screen, window_texts(case.desk), Frame(), drafts_of(case))
    assert not presenter.add_person("", "zus", "", "")
    assert "role" in screen.page.errors
    assert presenter.add_person("medebewoner", "zus", "01-01-2026", "")
    added = screen.page.persons[-1]
    assert (added.role, added.label, added.period) == ("Medebewoner", "zus", "vanaf 01-01-2026")
    presenter.remove_person(added.id)
    assert added.id not in {person.id for person in screen.page.persons}
    presenter.remove_person("inwoner")
    assert "gaat een besluit" in screen.page.errors["person"]


def test_that_all_fields_of_evidence_are_kept(case: OpenCase) -> None:
    screen: Screen[EvidencePage] = Screen()
    presenter = EvidencePresenter(case, screen, window_texts(case.desk), Frame(), drafts_of(case))
    presenter.choose("")
    fields = dict.fromkeys(screen.page.fields, "")
    assert not presenter.save(fields)
    assert screen.page.errors["title"] == "Vul dit in."
    typed = {
        **fields,
        "title": "Huurcontract",
        "kind": "stuk",
        "dated": "01-02-2026",
        "verification": "origineel_gezien",
        "verified_on": "02-02-2026",
        "verified_by": "ik",
        "location": "stuk 9",
        "status": "vaststaand",
        "contradicted": "nee",
        "incriminating": "ja",
        "covers_from": "01-01-2026",
        "covers_to": "31-01-2026",
    }
    presenter.set_supports(("intake.aanleiding",))
    assert presenter.save(typed)
    chosen = screen.page.chosen
    presenter.choose("")
    presenter.choose(chosen)
    assert screen.page.fields == typed
    assert screen.page.supports == ("intake.aanleiding",)
    assert screen.page.supports_text == "Steunt 1 vraag"
    presenter.remove()
    assert chosen not in {row.id for row in screen.page.rows}


def test_that_a_sentence_gets_its_question_and_loses_it_again(case: OpenCase) -> None:
    screen: Screen[NotesPage] = Screen()
    frame = Frame()
    presenter = NotesPresenter(case, screen, window_texts(case.desk), frame)
    assert not presenter.add("gisteren", "telefoon", "inwoner")
    assert screen.page.error.startswith("Dit is geen datum")
    assert presenter.add("01-06-2026", "telefoon", "inwoner")
    before = frame.unassigned
    presenter.write(screen.page.chosen, "Zij belde zelf. Er is geen geld voor eten.")
    assert frame.unassigned == before + 2
    loose = screen.page.loose[-1]
    presenter.assign(loose.conversation, loose.id, "intake.gewenst_effect")
    assert frame.unassigned == before + 1
    answer = case.answers.get(QuestionId("intake.gewenst_effect"))
    assert answer is not None
    assert str(answer.value).endswith("Er is geen geld voor eten.")
    own = screen.page.sentences[-1]
    assert own.where.startswith("→ stap 1: Wat wil de inwoner")
    presenter.unassign(own.conversation, own.id)
    assert screen.page.loose_text == f"{before + 2} zinnen hebben nog geen vraag"


def test_that_filters_offer_what_there_is_and_can_be_wiped(tmp_path: Path) -> None:
    desk = open_desk_in(tmp_path)
    screen, frame = Screen[CaseListPage](), Frame()
    presenter = CaseListPresenter(desk, screen, window_texts(desk), frame)
    presenter.refresh()
    filters = {item.name: item for item in screen.page.filters}
    assert set(filters) == {"soort", "gemeente", "stand", "sinds"}, "one maker is no choice"
    assert "Boete of waarschuwing" in [choice.text for choice in filters["soort"].choices]
    presenter.narrow("soort", "boete")
    presenter.narrow("gemeente", "GM0363")
    assert [row.number for row in screen.page.rows] == ["VB-2026-001"]
    assert screen.page.is_filtered
    presenter.narrow("stand", "bekendgemaakt")
    assert screen.page.empty.endswith("‘Wis filters’.")
    presenter.widen()
    assert len(screen.page.rows) == len(desk.cases.list_cases())
    presenter.narrow("sinds", "vandaag")
    assert screen.page.rows
