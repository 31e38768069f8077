"""Letters one by one: filled from the dossier, honest about gaps, and forgetful about names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hardship_desk.documents.model import Heading, Paragraph, ReportDocument, Table
from hardship_desk.documents.plain_text import whole_text
from hardship_desk.domain.answers import Answer
from hardship_desk.domain.ids import DecisionId, DecisionTypeId, QuestionId
from hardship_desk.domain.letter_draft import Addressee, LetterRequest
from hardship_desk.services.desk import Desk
from hardship_desk.services.letters import COMBINED, DECISION, LetterForm
from hardship_desk.services.problems import CaseProblem
from tests.integration.desks import Work, example, open_desk_in

WHO = Addressee(name="mevrouw A. Proef", address="Straat 1\n1234 AB Plaats")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return open_desk_in(tmp_path_factory.mktemp("kluis"))


@pytest.fixture
def work(desk: Desk) -> Work:
    return example(desk)


def _letter(work: Work, name: str, request: LetterRequest | None = None) -> ReportDocument:
    asked = request or LetterRequest()
    return work.desk.letters.document(work.case_id, work.decision_id, name, asked)


def _names(work: Work) -> set[str]:
    found = work.desk.letters.available(work.case_id, work.decision_id)
    return {item.id for item in found}


def test_that_only_fitting_letters_are_offered(work: Work) -> None:
    assert _names(work) == {"voornemen", "feitenblad", "gegevens_opvragen", "heroverweging"}
    application = example(work.desk, "VB-2026-003", "bijzondere_bijstand")
    assert _names(application) == {"feitenblad", "gegevens_opvragen", "verdaging"}


def test_that_a_letter_that_does_not_fit_is_no_letter(work: Work) -> None:
    with pytest.raises(KeyError):
        _letter(work, "verdaging")


def test_that_the_intention_of_a_fine_says_that_one_may_be_silent(work: Work) -> None:
    given = (("plan", "Wij willen u een boete opleggen.\nEen hoge."), ("reageren_tot", "1-12-2026"))
    text = whole_text(_letter(work, "voornemen", LetterRequest(addressee=WHO, given=given)))
    assert "Wij willen u een boete opleggen.\nEen hoge." in text
    assert "tot en met 1 december 2026" in text
    assert "Daarom hoeft u geen vragen te beantwoorden" in text
    assert "Geachte mevrouw A. Proef," in text
    assert "mevrouw A. Proef\nStraat 1\n1234 AB Plaats" in text
    assert "5:10a" in text
    assert "bezwaar" not in text.lower()


def test_that_what_is_not_told_is_a_gap_and_never_made_up(work: Work) -> None:
    text = whole_text(_letter(work, "voornemen"))
    for gap in ("wat wij van plan zijn", "de laatste dag om te reageren", "naam van de inwoner"):
        assert f"[nog invullen: {gap}]" in text
    wrong = LetterRequest(given=(("reageren_tot", "morgen"),))
    assert "[nog invullen: de laatste dag om te reageren]" in whole_text(
        _letter(work, "voornemen", wrong)
    )


def test_that_every_asked_paper_is_an_item(work: Work) -> None:
    given = (("gegevens", "loonstrook mei\n\nloonstrook juni"), ("waarom", "wij rekenen"))
    letter = _letter(work, "gegevens_opvragen", LetterRequest(given=given))
    items = [block.items for block in letter.blocks if hasattr(block, "items")]
    assert ("loonstrook mei", "loonstrook juni") in items


def test_that_looking_again_has_a_term_of_its_own(work: Work) -> None:
    request = LetterRequest(sent_on=date(2027, 1, 4))
    text = whole_text(_letter(work, "heroverweging", request))
    assert "Op 12 oktober 2026 namen wij een besluit." in text
    assert "De laatste dag is 15 februari 2027." in text
    assert "4 januari 2027" in text
    unknown = whole_text(_letter(work, "heroverweging"))
    assert "De laatste dag is [nog invullen: laatste dag voor bezwaar]." in unknown


def test_that_the_last_day_follows_the_day_of_sending(work: Work) -> None:
    later = LetterRequest(addressee=WHO, sent_on=date(2026, 10, 20))
    assert "De laatste dag is 1 december 2026." in whole_text(_letter(work, DECISION, later))
    gap = "De laatste dag is [nog invullen: laatste dag voor bezwaar]."
    assert gap in whole_text(_letter(work, DECISION)), "a concept was not sent"


def test_that_the_fact_sheet_holds_facts_and_papers_but_nothing_sensitive(work: Work) -> None:
    letter = _letter(work, "feitenblad")
    facts, papers = [block for block in letter.blocks if isinstance(block, Table)][1:]
    assert "Van 5 januari tot en met 31 maart 2026" in facts.rows[1][0]
    assert facts.header[1] == "Klopt dit?"
    assert len(papers.rows) == len(work.case.evidence)
    assert "Wat wij hebben opgeschreven" in [
        block.text for block in letter.blocks if isinstance(block, Heading)
    ]


def test_that_an_empty_dossier_gives_a_fact_sheet_that_says_so(work: Work) -> None:
    bare = replace(work.case, evidence=(), dates=replace(work.case.dates, gedraging=None))
    desk = work.desk
    snapshot = replace(
        desk.reporting.snapshot(work.case_id, work.decision_id),
        evidence=(),
        answers=(),
        conduct=None,
    )
    (draft,) = (
        item
        for item in desk.letters.available(work.case_id, work.decision_id)
        if item.id == "feitenblad"
    )
    assert bare.evidence == ()
    papers = desk.letters._building._tools.papers
    text = whole_text(papers.draft(snapshot, draft, LetterRequest()))
    assert text.count("Hier hebben wij nog niets opgeschreven.") == 2


def test_that_one_letter_holds_what_was_decided_here(work: Work) -> None:
    letter = _letter(work, COMBINED, LetterRequest(addressee=WHO))
    headings = [block.text for block in letter.blocks if isinstance(block, Heading)]
    assert headings.count("Bent u het niet eens met ons besluit?") == 1
    assert "Wij leggen u een boete op" in headings
    assert "Het bedrag dat u moet terugbetalen staat in een eerder besluit" not in headings


def test_that_two_decisions_stand_in_one_letter(tmp_path: Path) -> None:
    work = example(open_desk_in(tmp_path))
    case = work.case
    second = replace(
        work.decision,
        id=DecisionId("boete-2"),
        answers=work.decision.answers.with_answer(
            Answer(question=QuestionId("conclusie.uitkomst"), value="waarschuwing")
        ),
    )
    work.desk.cases.import_case(replace(case.with_decision(second), number="NIEUW"))  # type: ignore[arg-type]
    found = example(work.desk, "NIEUW")
    letter = _letter(found, COMBINED)
    table = [block for block in letter.blocks if isinstance(block, Table)][1]
    assert [row[0] for row in table.rows] == [
        "Wij leggen u een boete op",
        "U krijgt een waarschuwing",
    ]
    texts = [block.text for block in letter.blocks if isinstance(block, Paragraph)]
    assert sum("kunt bezwaar maken bij" in text for text in texts) == 1
    assert "Wij namen twee besluiten" in letter.title


@pytest.mark.parametrize("form", list(LetterForm))
def test_that_a_letter_is_saved_in_each_form_without_a_name_in_the_vault(
    work: Work, tmp_path: Path, form: LetterForm
) -> None:
    ids = (work.case_id, work.decision_id)
    path = work.desk.letters.save(*ids, "voornemen", LetterRequest(addressee=WHO), (tmp_path, form))
    assert path == tmp_path / "VB-2026-001" / f"brief-voornemen-boete.{form.ending}"
    assert path.stat().st_size > 800
    stored = repr(work.case)
    assert "A. Proef" not in stored
    assert "A. Proef" not in path.name
    if form is LetterForm.HTML:
        again = LetterRequest(addressee=WHO, given=(("plan", "Iets anders."),))
        where = (tmp_path, form)
        assert work.desk.letters.save(*ids, "voornemen", again, where) == path
        path.write_bytes(b"met de hand gewijzigd")
        beside = work.desk.letters.save(*ids, "voornemen", again, where)
        assert beside.parent.name == "VB-2026-001-2"
        assert path.read_bytes() == b"met de hand gewijzigd"


def test_that_a_preview_is_a_page(work: Work) -> None:
    ids = (work.case_id, work.decision_id)
    html = work.desk.letters.preview(*ids, DECISION, LetterRequest(addressee=WHO))
    assert html.startswith("<!DOCTYPE html>")
    assert "mevrouw A. Proef" in html


def test_that_the_sheet_comes_back_as_the_view_of_the_resident(tmp_path: Path) -> None:
    work = example(open_desk_in(tmp_path))
    ids = (work.case_id, work.decision_id)
    sheets = work.desk.fact_sheets
    assert sheets.take_back(*ids, "9-11-2026", "Ik werkte tot april. Niet tot maart.") is None
    sheet = work.case.conversations[-1]
    assert sheet.channel == "feitenblad"
    assert {item.assigned_to for item in sheet.sentences} == {"horen.zienswijze"}
    view = work.case.answers_for(work.decision_id).get(QuestionId("horen.zienswijze"))
    assert view is not None
    assert str(view.value).endswith("Ik werkte tot april. Niet tot maart.")


def test_that_an_empty_sheet_or_no_day_is_refused(work: Work) -> None:
    ids = (work.case_id, work.decision_id)
    before = work.case.conversations
    for on, text in (("9-11-2026", " "), ("ooit", "Tekst."), ("", "x" * 100_001)):
        assert isinstance(work.desk.fact_sheets.take_back(*ids, on, text), CaseProblem)
    assert len(work.case.conversations) <= len(before) + 1
    assert DecisionTypeId("boete") == work.decision.type
