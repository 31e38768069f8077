"""Newer law on a laptop: old decisions stay, open ones are told, new ones take the new norm."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from hardship_desk.bootstrap import Desks
from hardship_desk.config.paths import DATA_VARIABLE
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.flag import Flag, FlagStatus
from hardship_desk.domain.ids import DecisionTypeId
from hardship_desk.domain.legal_basis import Anchor
from hardship_desk.domain.money import Money
from hardship_desk.services.desk import Desk
from tests.integration.desks import FixedClock, Work, example, new_work
from tests.unit.assessment.law_folders import NORM, PUBLIC, norm, package, shipped
from tests.unit.assessment.test_law_package import PROVISION, RULING

BEFORE, AFTER = (datetime(2026, 11, day, 9, tzinfo=UTC) for day in (25, 28))
OPEN = "VB-2026-004"
CORRECTION = norm("1000.00", "2026-01-01", "2026-12-31")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine whose organisation trusts the key of the tests."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "beleid.toml").write_text(f'wet_sleutels = ["{PUBLIC.hex()}"]\n')
    monkeypatch.setenv(DATA_VARIABLE, str(folder))
    return folder


RUNNING: list[Desks] = []


def desk_at(data: Path, moment: datetime) -> Desk:
    """A start of the program, after the earlier one was closed."""
    while RUNNING:
        RUNNING.pop().close()
    RUNNING.append(Desks(practice_vault=data / "oefening.db", clock=FixedClock(moment)))
    return RUNNING[0].practice()


def take_in(desk: Desk, path: Path) -> None:
    preview = desk.laws.preview(path)
    assert preview.package is not None, preview.problems
    desk.law_work.take_in(preview.package)


def flags_of(work: Work) -> dict[str, str]:
    found = work.desk.assessments.assess(work.case_id, work.decision_id)
    return {str(flag.id): flag.text for flag in found.flags}


def plugins_of(work: Work) -> list[str]:
    found = work.desk.assessments.assess(work.case_id, work.decision_id)
    return [str(use.manifest.id) for use in found.plugins]


def adopted(work: Work) -> str:
    """The example, adopted; gives its hash."""
    result = work.desk.decisions.adopt(work.case_id, work.decision_id, "A. Voorbeeld", "art. 3")
    assert result.version is not None, result
    return result.version.sha256


def test_that_an_open_dossier_is_told_and_an_adopted_one_stays(data: Path, tmp_path: Path) -> None:
    desk = desk_at(data, BEFORE)
    sealed, open_one = example(desk, "VB-2026-001"), example(desk, OPEN, "maatregel")
    before = desk.assessments.assess(open_one.case_id, open_one.decision_id)
    assert NORM in before.values_asked, sorted(before.values_asked)
    sha256 = adopted(sealed)
    path = package(tmp_path, parameters=CORRECTION)
    preview = desk.laws.preview(path)
    touched = desk.law_work.touched(preview)
    assert str(open_one.case.number) in [item.number for item in touched]
    assert str(sealed.case.number) not in [item.number for item in touched]
    take_in(desk, path)
    assert "s01.wet_gewijzigd" not in flags_of(open_one)

    desk = desk_at(data, AFTER)
    again = example(desk, OPEN, "maatregel")
    assert "1.000,00" in flags_of(again)["s01.wet_gewijzigd"]
    assert plugins_of(again)[:2] == ["landelijk", "wetspakket"]
    kept = example(desk, "VB-2026-001").decision
    assert (kept.state, kept.versions[-1].sha256) == (DecisionState.VASTGESTELD, sha256)
    fresh = new_work(desk, number="Z-2026-77", decision_date="01-12-2026")
    assert "s01.wet_gewijzigd" not in flags_of(fresh)
    table = desk.assessments.assess(fresh.case_id, fresh.decision_id).context.parameters
    held = table.lookup(NORM, date(2026, 12, 1))
    assert held is not None
    assert held.value == Money(100000)

    desk.law_work.roll_back()
    desk = desk_at(data, AFTER)
    assert "s01.wet_gewijzigd" not in flags_of(example(desk, OPEN, "maatregel"))
    assert plugins_of(example(desk, OPEN, "maatregel"))[:2] != ["landelijk", "wetspakket"]


def test_that_an_answer_from_before_the_change_does_not_count(data: Path, tmp_path: Path) -> None:
    take_in(desk_at(data, BEFORE), package(tmp_path, parameters=CORRECTION))
    desk = desk_at(data, datetime(2026, 11, 26, tzinfo=UTC))
    work = example(desk, OPEN, "maatregel")
    [flag] = [f for f in _flags(work) if f.id == "s01.wet_gewijzigd"]
    assert flag.status is FlagStatus.OPEN
    desk.decisions.respond_to_flag(work.case_id, work.decision_id, flag.id, "Nagerekend.", "")
    [flag] = [f for f in _flags(work) if f.id == "s01.wet_gewijzigd"]
    assert flag.status is FlagStatus.BEANTWOORD
    later = desk_at(data, datetime(2026, 11, 27, tzinfo=UTC))
    other = norm("990.00", "2026-01-01", "2026-12-31")
    take_in(later, package(tmp_path, "nog", version="2027.1.1", parameters=other))
    work = example(desk_at(data, AFTER), OPEN, "maatregel")
    [flag] = [f for f in _flags(work) if f.id == "s01.wet_gewijzigd"]
    assert flag.status is FlagStatus.OPEN
    assert "990,00" in flag.text


def test_that_law_from_before_the_turn_of_the_year_is_told_at_adopting(data: Path) -> None:
    desk = desk_at(data, AFTER)
    inside = new_work(desk, number="Z-1", decision_date="31-12-2026")
    outside = new_work(desk, number="Z-2", decision_date="01-01-2027")
    assert "s13.wetsgegevens_oud" not in flags_of(inside)
    assert "Vanaf 01-01-2027" in flags_of(outside)["s13.wetsgegevens_oud"]


def _flags(work: Work) -> tuple[Flag, ...]:
    return work.desk.assessments.assess(work.case_id, work.decision_id).flags


def test_that_a_text_of_the_decision_is_told_and_one_of_another_is_not(
    data: Path, tmp_path: Path
) -> None:
    desk = desk_at(data, BEFORE)
    names = desk.questionnaire.decision_type(DecisionTypeId("maatregel")).provisions
    known = [place.item for place in shipped().contents.provisions]
    ours = next(i for i in known if i.id in names and i.anchor is Anchor.BESLUIT)
    other = next(i for i in known if i.id not in names and i.anchor is Anchor.BESLUIT)
    lesson = shipped().contents.rulings[0]
    text = "".join(
        PROVISION.format(name=item.id, anchor="besluit").replace("2027-01-01", "2026-01-01")
        for item in (ours, other)
    )
    rulings = RULING.format(ecli=lesson.ecli, provision=ours.id)
    preview = desk.laws.preview(package(tmp_path, provisions=text, rulings=rulings))
    [touched] = [
        item for item in desk.law_work.touched(preview) if item.decision_type == "maatregel"
    ]
    told = [line for line in touched.lines if line.startswith("De tekst van")]
    assert told == ["De tekst van Participatiewet art. 52 is bijgewerkt."]


def test_that_a_sentence_put_otherwise_is_told_where_it_is_said(data: Path, tmp_path: Path) -> None:
    desk = desk_at(data, BEFORE)
    said = _said(desk)
    key, sentence = next(
        (key, text)
        for key, text in shipped().texts.items()
        if len(text) > 20 and "{" not in text and text in said and "." in key
    )
    theme, _, name = key.partition(".")
    quoted = ".".join(f'"{part}"' for part in name.split("."))
    changed = f'{quoted} = """{sentence} Nieuw."""\n'
    preview = desk.laws.preview(package(tmp_path, **{f"texts__{theme}": changed}))
    assert preview.problems == ()
    lines = {line for item in desk.law_work.touched(preview) for line in item.lines}
    assert lines == {"Wat een of meer regels zeggen, is anders."}


def _said(desk: Desk) -> str:
    """Everything that the rules say about the examples."""
    texts = []
    for summary in desk.cases.list_cases():
        for decision in desk.cases.current(summary.id).decisions:
            found = desk.assessments.assess(summary.id, decision.id)
            texts += [item.text for item in found.findings]
            texts += [item.text for item in found.considerations]
            texts += [item.text for item in found.letter_blocks]
    return "\n".join(texts)
