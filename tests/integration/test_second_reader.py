"""The second reader by account: who is logged in reads, and decides nothing that was read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from hardship_desk import storage
from hardship_desk.assessment.texts import Texts
from hardship_desk.bootstrap import EXAMPLES
from hardship_desk.config.paths import resources_folder
from hardship_desk.core_setup import Core, build_core
from hardship_desk.desk_setup import OwnDesk
from hardship_desk.documents.model import Notice, Table
from hardship_desk.documents.report import build_report
from hardship_desk.domain.decision import ReviewVerdict
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.flag import FlagResponse
from hardship_desk.domain.ids import FlagId
from hardship_desk.domain.users import NOBODY, Role, VaultUser
from hardship_desk.services.judgement import Verdict
from hardship_desk.services.ports.case_files import CaseFile
from hardship_desk.services.problems import DecisionProblem
from hardship_desk.services.staff import Staff
from hardship_desk.storage import OpenVault
from tests.integration.desks import FixedClock, Work
from tests.unit.storage.conftest import CHEAP

WORDS = "woorden van wie hier werkt"
MANDAAT = "Mandaatlijst, onderdeel 3"
AKKOORD, NIET = ReviewVerdict.AKKOORD, ReviewVerdict.NIET_AKKOORD


@pytest.fixture(scope="module")
def core() -> Core:
    return build_core(FixedClock())


@pytest.fixture
def path(tmp_path: Path, core: Core) -> Path:
    """A closed vault with the example, and the users A, B and C who may all work on it."""
    made = tmp_path / "kluis" / "eigen.db"
    found = core.reader.read(resources_folder() / EXAMPLES / "verminderd.toml")
    assert isinstance(found, CaseFile)
    with storage.create_vault(made, WORDS, FixedClock(), cost=CHEAP, name="A. Eerste") as opened:
        for name in ("B. Tweede", "C. Derde"):
            opened.keys.add_user(name, (Role.BEHANDELAAR,), WORDS)
        work_in(core, opened).desk.cases.import_case(found.case)
    return made


def work_in(core: Core, opened: OpenVault) -> Work:
    desk = OwnDesk(core, opened)
    cases = desk.cases.list_cases()
    if not cases:
        return Work(desk, "", "")  # type: ignore[arg-type]  # nothing is asked of it yet
    [case] = cases
    return Work(desk, case.id, desk.cases.current(case.id).decisions[0].id)


@contextmanager
def logged_in(path: Path, core: Core, name: str) -> Iterator[Work]:
    user = next(item for item in storage.users_of(path) if item.name == name)
    with storage.open_vault(path, WORDS, FixedClock(), user=user.id) as opened:
        yield work_in(core, opened)


def review(work: Work, verdict: ReviewVerdict = AKKOORD, typed: str = "") -> DecisionProblem | None:
    word = Verdict(reader=typed, verdict=verdict, text="Gelezen en besproken.")
    return work.desk.decisions.review(work.case_id, work.decision_id, word)


def adopt(work: Work, by: str) -> str:
    result = work.desk.decisions.adopt(work.case_id, work.decision_id, by, MANDAAT)
    assert result.blocking == ()
    return result.problem.code if result.problem else ""


def test_that_the_reader_is_who_is_logged_in(path: Path, core: Core) -> None:
    with logged_in(path, core, "B. Tweede") as work:
        assert review(work, typed="Iemand Anders") is None
        [said] = work.decision.reviews
        assert said.reader == "B. Tweede"
        assert said.account == work.desk.decisions.staff.user.id
    with logged_in(path, core, "A. Eerste") as work:
        assert adopt(work, "A. Eerste") == ""
        assert work.decision.state is DecisionState.VASTGESTELD


def test_that_who_read_does_not_decide_under_another_name(path: Path, core: Core) -> None:
    with logged_in(path, core, "B. Tweede") as work:
        assert review(work) is None
        assert adopt(work, "Een Ander") == "tweede_lezer_is_beslisser"
    with logged_in(path, core, "A. Eerste") as work:
        assert adopt(work, " b.  tweede ") == "tweede_lezer_is_beslisser"
        assert work.decision.state is DecisionState.CONCEPT


def test_that_another_name_for_the_account_does_not_help(path: Path, core: Core) -> None:
    with logged_in(path, core, "B. Tweede") as work:
        assert review(work) is None
        reader = work.desk.decisions.staff.user
    with storage.open_vault(path, WORDS, FixedClock()) as opened:
        opened.keys.change_user(replace(reader, name="B. Getrouwd"))
    with logged_in(path, core, "A. Eerste") as work:
        assert adopt(work, "B. Getrouwd") == "tweede_lezer_is_beslisser"


def test_that_an_override_waits_for_the_word_of_the_reader(path: Path, core: Core) -> None:
    with storage.open_vault(path, WORDS, FixedClock()) as opened:
        work = work_in(core, opened)
        response = FlagResponse(
            flag=FlagId("s08.voorbeeld"),
            text="Besproken.",
            second_reader="C. Derde",
            at=FixedClock().now(),
        )
        opened.cases.save_flag_response(work.case_id, work.decision_id, response)
        assert adopt(work, "A. Eerste") == "tweede_lezer_niet_bevestigd"
    with logged_in(path, core, "B. Tweede") as work:
        assert review(work) is None
    with logged_in(path, core, "C. Derde") as work:
        assert review(work, NIET) is None
    with logged_in(path, core, "A. Eerste") as work:
        assert adopt(work, "A. Eerste") == "tweede_lezer_niet_bevestigd"
    with logged_in(path, core, "C. Derde") as work:
        assert review(work, AKKOORD) is None
    with logged_in(path, core, "A. Eerste") as work:
        assert adopt(work, "A. Eerste") == ""


def test_that_only_a_colleague_with_an_account_is_named(path: Path, core: Core) -> None:
    with logged_in(path, core, "A. Eerste") as work:
        decisions = work.desk.decisions
        assert decisions._reader_refusal("b. tweede") is None
        for name in ("A. Eerste", "Buurman"):
            problem = decisions._reader_refusal(name)
            assert problem is not None
            assert problem.code == "tweede_lezer_geen_gebruiker"
            assert problem.parameters == (("namen", "B. Tweede, C. Derde"),)


def test_that_a_way_in_without_an_account_gives_no_word(path: Path, core: Core) -> None:
    with logged_in(path, core, "A. Eerste") as work:
        work.desk.decisions.staff = Staff(
            user=replace(NOBODY, id="herstelcode"),  # type: ignore[arg-type]  # an id is a text
            users=lambda: (VaultUser(id="a", name="A", roles=()), NOBODY),  # type: ignore[arg-type]
        )
        problem = review(work)
        assert problem is not None
        assert problem.code == "lezer_zonder_account"


def test_that_a_word_from_another_laptop_is_not_taken_for_who_is_logged_in(
    path: Path, core: Core
) -> None:
    with logged_in(path, core, "A. Eerste") as work:
        word = Verdict(reader="Iemand Elders", verdict=AKKOORD, text="")
        problem = work.desk.decisions.review_elsewhere(work.case_id, work.decision_id, word)
        assert problem is None
        [said] = work.decision.reviews
        assert (said.reader, said.account) == ("Iemand Elders", "")
        assert adopt(work, "A. Eerste") == ""


def test_that_the_report_says_whether_it_is_known_who_read(path: Path, core: Core) -> None:
    texts = Texts.load_folder(resources_folder() / "texts")
    with logged_in(path, core, "B. Tweede") as work:
        assert review(work) is None
        snapshot = work.desk.reporting.snapshot(work.case_id, work.decision_id)
    said = {}
    typed = replace(snapshot.reviews[0], account="", reader="C. Derde")
    signed = replace(typed, card="0123456789abcdef")
    for name, reviews in (
        ("sure", snapshot.reviews),
        ("both", (*snapshot.reviews, typed)),
        ("typed", (typed,)),
        ("signed", (signed,)),
        ("two ways", (*snapshot.reviews, signed)),
    ):
        blocks = build_report(replace(snapshot, reviews=reviews), texts=texts).blocks
        table = next(
            place
            for place, block in enumerate(blocks)
            if isinstance(block, Table) and block.header[:1] == ("Wie en wanneer",)
        )
        notice = blocks[table + 1]
        assert isinstance(notice, Notice)
        said[name] = notice.text
    assert "met een eigen wachtzin" in said["sure"]
    assert "Staat er niets bij" in said["both"]
    assert "niet vastgesteld" in said["typed"]
    assert "aan de telefoon nagegaan" in said["signed"]
    assert said["two ways"] == said["both"]
