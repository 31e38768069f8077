from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from hardship_desk.documents.model import Heading, Notice, Paragraph, Table
from hardship_desk.documents.report import build_report
from hardship_desk.documents.sections.dutch_time import dutch_time
from hardship_desk.domain.criteria import Criterion
from hardship_desk.domain.decision import CaseWeight
from hardship_desk.domain.flag import FlagStatus
from hardship_desk.domain.legal_basis import LegalBasis, Source
from hardship_desk.domain.money import Money
from hardship_desk.domain.snapshot import ShownPerson, ShownTable
from tests.builders_snapshot import empty_snapshot, flags, rich_snapshot, steps
from tests.unit.documents.papers_for_tests import (
    TEXTS,
    practice_snapshot,
    report_text,
    rich_report,
    with_answer,
    without_answer,
)


def test_that_all_nineteen_criteria_stand_in_the_report() -> None:
    tables = [block for block in rich_report().blocks if isinstance(block, Table)]
    cells = {row[0] for table in tables for row in table.rows}
    assert {item.value for item in Criterion} <= cells
    assert len(Criterion) == 19


def test_that_each_calculation_line_stands_with_its_source() -> None:
    text = report_text(rich_snapshot())
    for computation in rich_snapshot().computations:
        for number, line in enumerate(computation.lines, start=1):
            assert f"{number}. {line.description}" in text
            assert line.basis.dutch() in text
            assert line.source.url in text
            assert line.outcome in text


def test_that_the_total_ends_the_calculation() -> None:
    (table,) = [
        block for block in rich_report().blocks if isinstance(block, Table) and block.total_row
    ]
    assert table.rows[-1][-1] == "€ 410,00"


def test_that_the_sections_stand_in_order() -> None:
    titles = [
        block.text
        for block in rich_report().blocks
        if isinstance(block, Heading) and block.level == 2
    ]
    numbers = [title.split(".")[0] for title in titles]
    assert numbers == [
        *(str(number) for number in range(1, 16)),
        *(f"Bijlage {x}" for x in "ABCDEF"),
    ]


def test_that_anchors_are_unique() -> None:
    anchors = [b.anchor for b in rich_report().blocks if isinstance(b, Heading) and b.anchor]
    assert len(anchors) == len(set(anchors))


def test_that_every_answer_stands_in_the_report_unless_it_may_not_be_printed() -> None:
    text = report_text(rich_snapshot())
    for answer in rich_snapshot().answers:
        assert (answer.text in text) == (answer.printed != "niet")
    assert "mag niet gedrukt" not in text


def test_that_a_skipped_step_says_why() -> None:
    text = report_text(rich_snapshot())
    assert "Niet uitgewerkt\nBotsende wetgeving, Gelijke gevallen. Reden: Korte route" in text
    assert "12. Vergelijkbare gevallen\nOp deze route overgeslagen" in text


def test_that_steps_skipped_for_one_reason_are_told_once() -> None:
    text = report_text(replace(rich_snapshot(), steps=steps(4, 5, 12)))
    assert "Omstandigheden, Doenvermogen, Gelijke gevallen. Reden: Korte route" in text
    assert text.count("Reden: Korte route") == 1
    assert text.count("Op deze route overgeslagen") == 2


def test_that_a_short_answer_stands_on_the_line_of_its_question() -> None:
    shown = {
        block.question: block for block in rich_report().blocks if isinstance(block, Paragraph)
    }
    assert not shown["horen.zienswijze"].run_in
    snapshot = with_answer("belangen.vrij", text="Kan het?", shown="ja", table=None, explanation="")
    assert "Kan het? Ja" in report_text(snapshot)
    long = with_answer("belangen.vrij", text="Kan het?", shown="w" * 100, explanation="")
    assert f"Kan het?\n{'w' * 100}" in report_text(long)


def test_that_a_table_leaves_out_columns_without_anything() -> None:
    rooster = rich_snapshot().answer("belangen.rooster")
    assert rooster is not None
    table = ShownTable(header=("Feit", "Sinds"), rows=(("Ziek", " "), ("Schuld", "")))
    text = report_text(with_answer("belangen.rooster", table=table))
    assert f"{rooster.text}\nFeit\nZiek\nSchuld" in text


def test_that_each_place_of_a_source_is_named_once() -> None:
    text = report_text(rich_snapshot())
    urls = {line.source.url for item in rich_snapshot().computations for line in item.lines}
    assert all(text.count(url) == 1 for url in urls)
    bare = replace(rich_snapshot(), computations=(), findings=(), rules=())
    assert "Waar de bronnen staan" not in report_text(bare)


@pytest.mark.parametrize(
    ("state", "explanation", "expected"),
    [
        ("nvt", "dit speelt niet", "n.v.t., omdat dit speelt niet"),
        ("nvt", "", "n.v.t., zonder opgave van reden"),
        ("onbekend", "", "onbekend"),
        ("open", "", "nog niet ingevuld"),
    ],
)
def test_that_an_answer_that_was_not_given_is_never_blank(
    state: str, explanation: str, expected: str
) -> None:
    snapshot = with_answer("belangen.vrij", state=state, explanation=explanation, shown="")
    blocks = build_report(snapshot, TEXTS).blocks
    (block,) = [
        b for b in blocks if isinstance(b, Paragraph) and b.question == "belangen.vrij" and b.label
    ]
    assert block.text == expected


def test_that_an_empty_table_says_so() -> None:
    rooster = rich_snapshot().answer("belangen.rooster")
    assert rooster is not None
    assert rooster.table is not None
    snapshot = with_answer("belangen.rooster", table=replace(rooster.table, rows=()))
    assert TEXTS.get("rapport.antwoord.leeg_tabel") in report_text(snapshot)


def test_that_an_answer_shows_what_supports_it() -> None:
    text = report_text(rich_snapshot())
    assert "Onderbouwing: Loonstroken januari tot en met maart 2025" in text
    assert "Herleid, niet uit een bron: eerste loonstrook" in text
    assert "Toelichting: Alleen de beperking, geen diagnose." in text


def test_that_the_view_of_the_resident_is_a_quote() -> None:
    quotes = [b for b in rich_report().blocks if isinstance(b, Paragraph) and b.quote]
    assert [quote.question for quote in quotes] == ["horen.zienswijze"]


def test_that_findings_stand_with_direction_weighing_and_source() -> None:
    text = report_text(rich_snapshot())
    assert "pleit voor de inwoner" in text
    assert "weegt zwaar; De gemeente had eerder kunnen bellen." in text
    assert "informeert alleen" in text
    assert (
        "Steunt op: Boetebesluit art. 2a lid 2 onder d; Hoeveel verwijt treft de inwoner?" in text
    )


def test_that_a_consideration_without_citations_has_no_source() -> None:
    snapshot = rich_snapshot()
    bare = replace(snapshot.considerations[0], findings=(), answers=())
    text = report_text(replace(snapshot, considerations=(bare,)))
    assert "Het verwijt is verminderd" in text
    assert "Steunt op" not in text


def test_that_an_empty_concept_is_honest() -> None:
    snapshot = empty_snapshot()
    document = build_report(snapshot, TEXTS)
    text = report_text(snapshot)
    assert "Er is nog geen uitkomst gekozen." in text
    assert "De redenen zijn nog niet opgeschreven." in text
    assert "Er is geen berekening gemaakt." in text
    assert "Er is nog geen oordeel van een tweede lezer vastgelegd." in text
    assert "Er zijn geen bewijsstukken vastgelegd." in text
    assert "Er is geen enkele controle afgegaan." in text
    assert document.header.startswith("CONCEPT")
    assert document.footer.startswith("CONCEPT")
    assert document.watermark == "CONCEPT"
    assert not document.footer.endswith(" · ")


def test_that_an_adopted_report_is_marked_as_nothing_else() -> None:
    document = rich_report()
    assert document.watermark == ""
    assert "CONCEPT" not in document.header + document.footer
    assert document.created == datetime(2026, 11, 24, 15, 2, tzinfo=UTC)
    assert "versie 2, vastgesteld op 24-11-2026, 16:02 uur door behandelaar C" in report_text(
        rich_snapshot()
    )


def test_that_practice_is_marked_everywhere() -> None:
    document = build_report(practice_snapshot(), TEXTS)
    assert document.watermark == "OEFENING"
    assert any(isinstance(b, Notice) and b.kind == "oefening" for b in document.blocks)


def test_that_an_outcome_without_amount_stands_alone() -> None:
    snapshot = replace(rich_snapshot(), amount=None, outcome_title="Geen boete")
    assert "Besluit: geen boete\n" in report_text(snapshot)


def test_that_a_calculation_without_amount_says_so() -> None:
    snapshot = rich_snapshot()
    bare = replace(snapshot.computations[0], total=None, provenance=None)
    text = report_text(replace(snapshot, computations=(bare,)))
    assert "Er is geen bedrag berekend: Hoogte van de boete." in text
    assert "geen bedrag" in text
    assert "Berekend met" not in text


def test_that_a_calculation_line_shows_what_it_lacks() -> None:
    snapshot = rich_snapshot()
    line = replace(
        snapshot.computations[0].lines[0],
        inputs=(),
        formula="",
        valid=None,
        amount=Money(100),
        outcome="naar boven",
        source=Source(title="Beleid", note="gelezen"),
        basis=LegalBasis(ecli="ECLI:NL:CRVB:2016:12"),
    )
    computation = replace(snapshot.computations[0], lines=(line,))
    text = report_text(replace(snapshot, computations=(computation,)))
    assert "Geldig: in de tekst van deze bron; het begin is niet nagegaan" in text
    assert "€ 1,00; naar boven" in text
    assert "Bron: Beleid (gelezen)" in text
    assert "Invoer" not in text


def test_that_a_plugin_without_title_is_named_by_its_id() -> None:
    text = report_text(replace(rich_snapshot(), plugins=()))
    assert "Berekend met: landelijk 1.0.0." in text


def test_that_open_blocks_are_counted_in_the_summary() -> None:
    block = replace(flags()[1], status=FlagStatus.OPEN, response=None, hard=True, basis="")
    text = report_text(replace(rich_snapshot(), flags=(block,)))
    assert "Bij dit besluit staat nog 1 controle open." in text
    both = replace(rich_snapshot(), flags=(block, block))
    assert "Bij dit besluit staan nog 2 controles open." in report_text(both)
    assert "wettelijk verbod, niet te passeren" in text


def test_that_an_override_names_its_reason_and_reader() -> None:
    text = report_text(rich_snapshot())
    assert "Het belang staat bij het doel van de regel.; Tweede lezer: M. Jansen" in text


def test_that_a_passed_flag_without_an_answer_prints_an_empty_cell() -> None:
    passed = replace(flags()[1], response=None)
    text = report_text(replace(rich_snapshot(), flags=(passed,)))
    assert "Er staat geen publiek belang in het rooster.\t" in text


def test_that_the_reader_takes_the_place_of_an_empty_review_step() -> None:
    assert "Bij de stap Collegiale toets is nog niets ingevuld." not in report_text(rich_snapshot())
    skipped = replace(rich_snapshot(), steps=steps(14))
    assert "14. Collegiale toets\nOp deze route overgeslagen" in report_text(skipped)


def test_that_persons_stand_by_role_and_label() -> None:
    text = report_text(rich_snapshot())
    assert "Het besluit gaat over\tinwoner A" in text
    named = replace(rich_snapshot(), person=ShownPerson(role="inwoner", label="A"))
    assert "inwoner: A" in report_text(named)
    bare = replace(rich_snapshot(), person=ShownPerson(role="inwoner", label=""))
    assert "Het besluit gaat over\tinwoner\n" in report_text(bare)


def test_that_a_deviation_stands_in_the_summary() -> None:
    snapshot = with_answer("conclusie.afwijkingsgrond", shown="Hardheidsclausule", step=13)
    assert "Afwijking van de hoofdregel" in report_text(snapshot)
    assert "Afwijking van de hoofdregel" not in report_text(rich_snapshot())


def test_that_reasons_may_be_missing() -> None:
    snapshot = without_answer("conclusie.redenen")
    assert "De redenen zijn nog niet opgeschreven." in report_text(snapshot)


def test_that_an_unknown_step_is_left_out() -> None:
    assert report_text(replace(rich_snapshot(), steps=()))


@pytest.mark.parametrize(
    ("moment", "hour"),
    [
        (datetime(2026, 1, 15, 12, tzinfo=UTC), 13),
        (datetime(2026, 7, 15, 12, tzinfo=UTC), 14),
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), 1),
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), 3),
        (datetime(2026, 10, 25, 0, 59, tzinfo=UTC), 2),
        (datetime(2026, 10, 25, 1, 0, tzinfo=UTC), 2),
    ],
)
def test_that_moments_are_shown_on_a_dutch_clock(moment: datetime, hour: int) -> None:
    assert dutch_time(moment).hour == hour


def test_that_a_finding_that_pleads_is_marked_until_it_is_weighed() -> None:
    assert "nog niet gewogen" in report_text(replace(rich_snapshot(), weighing=()))
    short = report_text(replace(rich_snapshot(), weighing=(), weight=CaseWeight.KORT))
    assert "nog niet gewogen" not in short
    assert "op de korte route niet apart gewogen" in short
    assert "hoe dat is gewogen" not in short


def test_that_a_calculation_beside_a_decision_without_amount_says_so() -> None:
    said = "dit besluit stelt geen bedrag vast"
    assert said not in report_text(rich_snapshot())
    assert said in report_text(replace(rich_snapshot(), amount=None))
