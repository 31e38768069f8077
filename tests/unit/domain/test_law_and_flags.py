"""References to law, certainty, evidence, flags, failures and the clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from hardship_desk.domain.clock import SystemClock
from hardship_desk.domain.criteria import Criterion
from hardship_desk.domain.errors import HardshipDeskError, PluginError, VaultError, WriteError
from hardship_desk.domain.evidence import Verification
from hardship_desk.domain.flag import Flag, FlagStatus, Moment, Severity
from hardship_desk.domain.ids import FlagId
from hardship_desk.domain.legal_basis import Certainty, LegalBasis


@pytest.mark.parametrize(
    ("basis", "printed"),
    [
        (LegalBasis(law="Boetebesluit"), "Boetebesluit"),
        (
            LegalBasis(law="Participatiewet", article="18a", paragraph="4"),
            "Participatiewet art. 18a lid 4",
        ),
        (
            LegalBasis(law="Participatiewet", article="31", paragraph="2", item="s"),
            "Participatiewet art. 31 lid 2 onder s",
        ),
        (LegalBasis(ecli="ECLI:NL:CRVB:2016:12"), "ECLI:NL:CRVB:2016:12"),
        (
            LegalBasis(law="Awb", article="5:46", ecli="ECLI:NL:CRVB:2016:12"),
            "Awb art. 5:46; ECLI:NL:CRVB:2016:12",
        ),
    ],
)
def test_that_a_reference_is_printed_in_dutch(basis: LegalBasis, printed: str) -> None:
    assert basis.dutch() == printed


def test_that_a_reference_names_a_law_or_a_ruling() -> None:
    with pytest.raises(ValueError, match="legal_basis_without_law_or_ruling"):
        LegalBasis(article="18a")


def test_that_only_what_was_confirmed_may_be_used_unasked() -> None:
    usable = {item for item in Certainty if item.may_be_default}
    assert usable == {Certainty.VERIFIED, Certainty.SECONDARY, Certainty.DERIVED}


def test_that_a_statement_alone_verifies_nothing() -> None:
    weak = {item for item in Verification if not item.is_verified}
    assert weak == {Verification.ALLEEN_VERKLARING, Verification.NIET}


def flag(severity: Severity, status: FlagStatus) -> Flag:
    return Flag(
        id=FlagId("s03.x"),
        step=3,
        severity=severity,
        moment=Moment.VASTSTELLEN,
        text="Er is niet gehoord.",
        advice="Nodig de inwoner uit.",
        basis="Awb art. 4:8",
        status=status,
    )


@pytest.mark.parametrize("severity", [Severity.BLOKKADE, Severity.WAARSCHUWING])
def test_that_an_open_flag_blocks_until_it_is_answered(severity: Severity) -> None:
    assert flag(severity, FlagStatus.OPEN).blocks
    assert not flag(severity, FlagStatus.BEANTWOORD).blocks
    assert not flag(severity, FlagStatus.GEPASSEERD).blocks


def test_that_a_point_of_attention_never_blocks() -> None:
    assert not any(flag(Severity.AANDACHTSPUNT, status).blocks for status in FlagStatus)


def test_that_there_are_nineteen_criteria_in_three_domains() -> None:
    heads = [str(item)[0] for item in Criterion]
    assert (heads.count("W"), heads.count("H"), heads.count("D")) == (9, 5, 5)


@pytest.mark.parametrize("kind", [VaultError, WriteError, PluginError])
def test_that_a_failure_is_a_code_with_parameters(kind: type[HardshipDeskError]) -> None:
    failure = kind("disk_full", folder="kluis")
    assert isinstance(failure, HardshipDeskError)
    assert (str(failure), failure.code) == ("disk_full", "disk_full")
    assert failure.parameters == {"folder": "kluis"}


def test_that_the_clock_gives_an_aware_moment_and_a_local_day() -> None:
    clock = SystemClock()
    moment = clock.now()
    assert moment.tzinfo is UTC
    assert abs(datetime.now(UTC) - moment) < timedelta(minutes=1)
    assert type(clock.today()) is date
    assert abs(clock.today() - moment.date()) <= timedelta(days=1)
