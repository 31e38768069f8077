"""Changing the law of this machine from an open store: whom it touches, who did it, in the log."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hardship_desk.assessment.law.history import SHIPPED, LawInUse
from hardship_desk.assessment.law.package import LawPackage
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.users import NOBODY, Right, VaultUser
from hardship_desk.services.cancelling import Cancellation
from hardship_desk.services.law_impact import LawImpact, TouchedDecision
from hardship_desk.services.law_packages import LawPackageService, PackagePreview, stored_name
from hardship_desk.services.ports.law_packages import LawLog

_HASH_SHOWN = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class LawWork:
    """Takes packages in and goes back. The practice store has no log and no users."""

    service: LawPackageService
    impact: LawImpact
    log: LawLog | None = None
    user: VaultUser = NOBODY

    def of_vault(self, log: LawLog, user: VaultUser) -> LawWork:
        """The same for a vault of a user; notes there with which law work goes on.

        Raises VaultError.
        """
        log.note_in_use(law_name(self.service.in_use))
        return replace(self, log=log, user=user)

    def touched(
        self, preview: PackagePreview, cancellation: Cancellation | None = None
    ) -> tuple[TouchedDecision, ...]:
        """The open decisions that it touches; none where this user may not read dossiers."""
        if preview.law is None or not self.user.may(Right.LEZEN):
            return ()
        return self.impact.touched(preview.law, preview.changes, cancellation)

    def take_in(self, package: LawPackage) -> None:
        """Use a package from the next start; raises WriteError, PackageError or VaultError."""
        self.service.take_in(package)
        self._note("wetspakket_ingevoerd", f"{stored_name(package)} {package.sha256[:_HASH_SHOWN]}")

    def may_roll_back(self) -> bool:
        """Whether this user may go back, and there is something to go back from."""
        return self.user.may(Right.RECHT) and self.service.can_roll_back()

    def roll_back(self) -> str:
        """Use the package from before again; its name, empty for the law as shipped.

        Raises VaultError `geen_recht`, PackageError or WriteError.
        """
        if not self.user.may(Right.RECHT):
            raise VaultError("geen_recht")
        name = self.service.roll_back()
        self._note("wetspakket_teruggezet", name or "landelijk")
        return name

    def _note(self, event: str, subject: str) -> None:
        if self.log is not None:
            self.log.note(event, subject)


def law_name(law: LawInUse) -> str:
    """The law in use as one line of the log, by versions and hashes."""
    shipped = law.law.manifest
    name = f"landelijk {shipped.version if shipped else '?'} {law.law.files.sha256[:_HASH_SHOWN]}"
    package = law.package
    if package is None or law.name == SHIPPED:
        return name
    return (
        f"{name}; {package.manifest.id} {package.manifest.version} {package.sha256[:_HASH_SHOWN]}"
    )
