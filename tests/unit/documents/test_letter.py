from __future__ import annotations

from dataclasses import replace
from datetime import date

import pyphen
import pytest

from hardship_desk.documents.letter import build_letter
from hardship_desk.documents.letter_checks import letter_hints, letter_notes, letter_problems
from hardship_desk.documents.model import Notice, Paragraph, ReportDocument
from hardship_desk.documents.readability import readability
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.ids import DecisionTypeId
from hardship_desk.domain.legal_basis import LegalBasis
from hardship_desk.domain.period import Period
from hardship_desk.domain.snapshot import DecisionSnapshot, LetterFacts
from tests.builders_snapshot import empty_snapshot, rich_snapshot, steps
from tests.unit.documents.papers_for_tests import (
    TEXTS,
    letter_text,
    practice_snapshot,
    rich_letter,
    with_answer,
    without_answer,
)


def _problems(snapshot: DecisionSnapshot) -> tuple[str, ...]:
    return letter_problems(build_letter(snapshot, TEXTS), snapshot, TEXTS)


def test_that_the_letter_says_what_was_decided_and_what_it_means() -> None:
    text = letter_text(rich_snapshot())
    assert "Wij leggen u een boete op. Het bedrag is € 410,00." in text
    assert "Wij hebben dit besloten op 20 november 2026." in text
    assert "de periode van 1 januari 2025 tot en met 31 maart 2025" in text
    assert "U betaalt in 6 maanden." in text


def test_that_unknown_facts_are_visibly_asked() -> None:
    text = letter_text(replace(empty_snapshot(), municipality=""))
    for name in ("afzender", "naam", "besluit", "betekenis", "aanleiding", "redenen", "mening", "reactie",
                 "contactpersoon", "telefoon", "laatste_dag", "adres_bezwaar", "ondertekenaar",
                 "opnieuw", "regels"):  # fmt: skip
        assert f"[nog invullen: {TEXTS.get(f'brief.wat.{name}')}]" in text


def test_that_payment_facts_are_asked_where_money_is_due() -> None:
    snapshot = without_answer("bekend.betaalwijze", "bekend.betaaltermijn")
    text = letter_text(replace(snapshot, letter=LetterFacts()))
    assert f"[nog invullen: {TEXTS.get('brief.wat.betaalwijze')}]" in text
    assert f"[nog invullen: {TEXTS.get('brief.wat.betaaltermijn')}]" in text


def test_that_a_known_term_is_used() -> None:
    facts = replace(rich_snapshot().letter, payment_term="voor 1 maart 2027")
    assert "Binnen welke tijd: voor 1 maart 2027." in letter_text(
        replace(rich_snapshot(), letter=facts)
    )


def test_that_an_unknown_sending_date_and_municipality_are_asked() -> None:
    text = letter_text(replace(rich_snapshot(), sending_date=None, municipality=""))
    assert "[nog invullen: datum van verzending]" in text
    assert "wethouders van [nog invullen: naam van de gemeente]" in text


def test_that_the_municipality_of_the_dossier_is_the_sender_until_another_is_given() -> None:
    bare = replace(rich_snapshot(), letter=LetterFacts(), municipality="Proefdorp")
    assert "Gemeente Proefdorp" in letter_text(bare)
    gap = f"[nog invullen: {TEXTS.get('brief.wat.afzender')}]"
    assert gap not in letter_text(bare)
    assert gap in letter_text(replace(bare, municipality=""))
    named = replace(bare, letter=LetterFacts(sender="Werkplein Proef"))
    assert "Gemeente Proefdorp" not in letter_text(named)
    assert "Werkplein Proef" in letter_text(named)


def test_that_sensitive_answers_never_stand_in_the_letter() -> None:
    assert "Slaapt slecht, vergeet afspraken." not in letter_text(rich_snapshot())
    told = with_answer("horen.zienswijze", sensitive="gezondheid")
    assert "Ik lag in scheiding" not in letter_text(told)


def test_that_internal_answers_never_stand_in_the_letter() -> None:
    text = letter_text(rich_snapshot())
    assert "De inwoner hoorde drie maanden niets van ons." not in text
    assert "mag niet gedrukt" not in text


def test_that_other_answers_for_the_letter_stand_under_why() -> None:
    snapshot = with_answer("regel.uitleg", shown="De regel is helder.", printed="brief")
    assert "De regel is helder." in letter_text(snapshot)


def test_that_practice_is_marked_in_the_letter() -> None:
    letter = build_letter(practice_snapshot(), TEXTS)
    assert letter.watermark == "OEFENING"
    assert any(isinstance(b, Notice) and b.kind == "oefening" for b in letter.blocks)
    assert letter.header.startswith("CONCEPT")


def test_that_a_concept_is_marked_and_an_adopted_letter_is_not() -> None:
    assert build_letter(empty_snapshot(), TEXTS).watermark == "CONCEPT"
    letter = rich_letter()
    assert (letter.watermark, letter.header) == ("", "")
    assert letter.author == "Gemeente Amsterdam, afdeling Inkomen"


def test_that_the_author_is_the_municipality_where_the_sender_is_unknown() -> None:
    assert build_letter(empty_snapshot(), TEXTS).author == "Amsterdam"


def test_that_a_decision_without_amount_asks_for_no_payment() -> None:
    text = letter_text(replace(rich_snapshot(), amount=None))
    assert "U hoeft door dit besluit niets te betalen." in text
    assert "Zorg dat u op tijd betaalt." not in text


def test_that_an_open_period_has_no_end() -> None:
    snapshot = replace(rich_snapshot(), conduct=Period(date(2025, 1, 1)))
    assert "de periode vanaf 1 januari 2025" in letter_text(snapshot)


def test_that_an_undated_decision_names_no_day() -> None:
    assert "Wij hebben dit besloten op" not in letter_text(
        replace(rich_snapshot(), decision_date=None)
    )


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("uitgenodigd_niet_gekomen", "Wij kregen geen reactie van u."),
        ("nee", "U zei of schreef:"),
        ("ja", "U zei of schreef:"),
    ],
)
def test_that_the_view_is_told_as_it_went(choice: str, expected: str) -> None:
    assert expected in letter_text(with_answer("horen.zienswijze_gegeven", choice=choice))


def test_that_not_hearing_names_its_ground() -> None:
    snapshot = with_answer("horen.zienswijze_gegeven", choice="nee")
    ground = with_answer("horen.grond_niet_horen", shown="er was haast").answers[-1]
    told = replace(snapshot, answers=(*snapshot.answers, ground))
    assert "Dat mag volgens de wet: er was haast." in letter_text(told)
    unknown = replace(ground, state="onbekend")
    asked = replace(snapshot, answers=(*snapshot.answers, unknown))
    assert "Dat mag volgens de wet" not in letter_text(asked)


def test_that_the_remedy_stands_complete() -> None:
    text = letter_text(rich_snapshot())
    assert "bezwaar maken bij het college van burgemeester en wethouders van Amsterdam" in text
    assert "De laatste dag is 5 januari 2027." in text
    assert "Postbus 2, 1000 AB Amsterdam" in text
    assert "voorlopige voorziening" in text


def test_that_a_decision_on_an_objection_leads_to_court() -> None:
    text = letter_text(with_answer("intake.fase", choice="bezwaar"))
    assert "U kunt in beroep gaan bij [nog invullen: welke rechtbank]." in text
    assert "U kunt bezwaar maken" not in text


def test_that_the_decision_type_alone_leads_to_court() -> None:
    snapshot = replace(rich_snapshot(), type=DecisionTypeId("bezwaar"))
    assert "U kunt in beroep gaan" in letter_text(snapshot)
    assert "U kunt bezwaar maken" not in letter_text(snapshot)
    bare = replace(snapshot, letter=replace(snapshot.letter, objection_address=""))
    assert "bezwaar_adres_ontbreekt" not in _problems(bare)


def test_that_the_review_date_stands_or_is_asked() -> None:
    assert "Op 24 februari 2027 kijken wij opnieuw" in letter_text(rich_snapshot())
    bare = replace(rich_snapshot(), letter=replace(rich_snapshot().letter, review_date=None))
    assert "[nog invullen: wanneer wij opnieuw kijken]" in letter_text(bare)
    answer = with_answer("opvolging.datum", state="nvt").answers[-1]
    none = replace(bare, answers=(answer,))
    assert "Er is geen nieuwe datum afgesproken." in letter_text(none)
    skipped = replace(bare, answers=(), steps=steps(16))
    assert "Er is geen nieuwe datum afgesproken." not in letter_text(skipped)
    assert "Laat het ons weten, dan kijken wij opnieuw." in letter_text(skipped)


def test_that_an_answer_for_the_resident_stands_under_what_it_means() -> None:
    snapshot = with_answer(
        "conclusie.mededeling", shown="Uw uitkering loopt door.", printed="brief"
    )
    assert "Uw uitkering loopt door." in letter_text(snapshot)


def test_that_plugins_add_their_paragraphs() -> None:
    assert "Wij helpen u met een plan, zonder kosten." in letter_text(rich_snapshot())


def test_that_the_contact_may_come_from_the_answers() -> None:
    desk = replace(rich_snapshot().letter, contact_person="Team Inkomen")
    assert "Bel met A. de Vries" in letter_text(replace(rich_snapshot(), letter=desk))
    facts = replace(rich_snapshot().letter, contact_person="", payment_way="")
    text = letter_text(replace(rich_snapshot(), letter=facts))
    assert "Bel met A. de Vries" in text
    assert "Hoe u betaalt: in termijnen." in text


def test_that_a_number_named_with_the_contact_is_the_only_one_in_the_letter() -> None:
    named = with_answer("bekend.contactpersoon", shown="A. de Vries, 026 - 123 45 67")
    assert "Bel met A. de Vries, 026 - 123 45 67." in letter_text(named)


def test_that_a_complete_letter_only_lacks_the_name_of_the_resident() -> None:
    assert _problems(rich_snapshot()) == ("nog_in_te_vullen",)


def test_that_an_empty_letter_names_every_problem() -> None:
    assert _problems(empty_snapshot()) == (
        "uitkomst_ontbreekt",
        "bezwaar_termijn_ontbreekt",
        "bezwaar_adres_ontbreekt",
        "contactpersoon_ontbreekt",
        "ondertekenaar_ontbreekt",
        "nog_in_te_vullen",
    )


def test_that_each_problem_and_hint_is_a_sentence() -> None:
    for snapshot in (rich_snapshot(), empty_snapshot()):
        letter = build_letter(snapshot, TEXTS)
        notes = letter_notes(letter, snapshot, TEXTS)
        own = [note for note in notes if note.startswith("Eigen tekst")]
        assert len(notes) - len(own) == len(_problems(snapshot))
        assert all(note.endswith(".") for note in notes)
    assert "bij: naam en adres van de inwoner, naam van de inwoner." in " ".join(
        letter_notes(rich_letter(), rich_snapshot(), TEXTS)
    )
    hard = Paragraph(text=" ".join(["onverantwoordelijkheidsgevoelens", "en"] * 12) + ".")
    notes = letter_notes(replace(rich_letter(), blocks=(hard,)), rich_snapshot(), TEXTS)
    assert [note for note in notes if note.endswith("alleen een tip.")] == list(notes[-2:])


def test_that_a_stigma_is_found() -> None:
    snapshot = with_answer("conclusie.redenen", shown="U bent een Fraudeur.")
    assert "woord_fraude" in _problems(snapshot)


def test_that_no_own_sentence_holds_a_stigma() -> None:
    for snapshot in (rich_snapshot(), empty_snapshot(), practice_snapshot()):
        assert "fraud" not in letter_text(snapshot).lower()


def test_that_the_own_sentences_are_short() -> None:
    assert "lange_zinnen" not in letter_hints(rich_letter())


def test_that_hard_reading_is_hinted() -> None:
    hard = " ".join(["onverantwoordelijkheidsgevoelens", "en"] * 12) + "."
    letter = replace(rich_letter(), blocks=(Paragraph(text=hard),))
    assert letter_hints(letter) == ("lange_zinnen", "moeilijke_woorden")
    assert letter_hints(replace(letter, blocks=())) == ()


def test_that_readability_counts_sentences_words_and_syllables() -> None:
    found = readability("Wij kijken opnieuw. Bel ons!")
    assert found is not None
    assert (found.sentences, found.words) == (2, 5)
    assert readability("1234 — !") is None
    assert not any(known.cache for known in pyphen.hdcache.values())  # no word of a dossier stays


def test_that_the_letter_is_a_document_of_its_own_language() -> None:
    letter: ReportDocument = rich_letter()
    assert letter.language == "nl-NL"
    assert letter.page_label == "Pagina {page} van {total}"


def test_that_the_rules_of_the_letter_are_those_of_this_case() -> None:
    text = letter_text(rich_snapshot())
    named = text.split("Op welke regels")[1]
    laws = [item.basis for item in rich_snapshot().findings if item.basis.law]
    assert laws
    for basis in laws:
        law, _, article = basis.dutch().partition(" art. ")
        assert law in named
        assert article in named
    assert letter_text(replace(rich_snapshot(), findings=())).count("Participatiewet") >= 1


def test_that_rules_stand_in_the_order_of_the_law() -> None:
    finding = rich_snapshot().findings[0]
    bases = [
        LegalBasis(law="Algemene wet bestuursrecht", article=article)
        for article in ("5:46", "5:5", "3:4")
    ]
    many = tuple(replace(finding, basis=basis) for basis in bases)
    named = letter_text(replace(rich_snapshot(), findings=many)).split("Op welke regels")[1]
    assert "Algemene wet bestuursrecht, artikelen 3:4; 5:5; 5:46" in named


def test_that_the_short_route_leaves_no_gap_for_a_reaction_nobody_asked() -> None:
    asked = tuple(item for item in rich_snapshot().answers if item.question != "horen.reactie")
    short = replace(rich_snapshot(), weight=CaseWeight.KORT, answers=asked)
    assert "wat wij met die mening deden" not in letter_text(short)
    view = letter_text(short).split("Wat vond u?")[1].split("Wat moet of kunt u doen?")[0]
    assert "daarmee" not in view
    assert "De redenen van ons besluit leest u onder" in view
    usual = replace(short, weight=CaseWeight.GEWOON)
    assert "wat wij met die mening deden" in letter_text(usual)
    told = letter_text(replace(rich_snapshot(), weight=CaseWeight.KORT))
    assert "Wat vond u, en wat deden wij daarmee?" in told


def test_that_nobody_signs_with_the_mandate_of_another() -> None:
    snapshot = rich_snapshot()
    assert snapshot.adoption is not None
    by_another = letter_text(snapshot).split("Met vriendelijke groet,")[1]
    assert "B. Bakker, teammanager\nMandaat" not in by_another
    assert "genomen door behandelaar C (mandaat of functie: Mandaatbesluit 2026" in by_another
    for signatory in ("Behandelaar C, klantmanager", ""):
        facts = replace(snapshot.letter, signatory=signatory)
        own = letter_text(replace(snapshot, letter=facts)).split("Met vriendelijke groet,")[1]
        assert f"{signatory or 'behandelaar C'}\nMandaat: Mandaatbesluit 2026, nr. 14" in own
        assert "genomen door" not in own
    alike = replace(snapshot.letter, signatory="Behandelaar Cornelisse")
    said = letter_text(replace(snapshot, letter=alike))
    assert "genomen door behandelaar C (" in said, "a name that begins so is another's"
