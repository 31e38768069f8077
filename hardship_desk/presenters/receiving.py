"""Packages in: what is in a file, who signed it, what may be done with it, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from hardship_desk.domain.contact import OwnKeys
from hardship_desk.domain.decision import ReviewVerdict
from hardship_desk.domain.errors import HardshipDeskError, PackageError
from hardship_desk.domain.ids import CaseId
from hardship_desk.domain.package import (
    ByCode,
    DossierPackage,
    OpenedPackage,
    Package,
    PackageHead,
    PackageKind,
    Receiver,
    ReviewResult,
    ToCard,
)
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.keys import Runner
from hardship_desk.presenters.read_parts import ReadPart, read_parts
from hardship_desk.presenters.remarks import remark_items
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.signer_words import signer_line
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.contacts import SignerState, who_signed
from hardship_desk.services.judgement import Verdict
from hardship_desk.services.packages import PackageService, names_of_questions
from hardship_desk.services.ports.files import FileWriter

LARGEST = 60_000_000
"""Bytes of a file that is opened: what a package may hold, and its cover."""
START = 4_000
"""Bytes at the start of a file, which say how it opens; a stick may be slow with the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedPage:
    """What is in a package: facts about it, what may be done, and what can be read."""

    kind: str
    lines: tuple[str, ...]
    signed: str = ""
    warning: str = ""
    action: str = ""
    parts: tuple[ReadPart, ...] = ()
    verdicts: tuple[Choice, ...] = ()
    copies: str = ""


class ReceiveView(Protocol):
    """The dialog that opens a package."""

    def show_chosen(self, name: str, *, needs_code: bool) -> None:
        """Which file was chosen, and whether a code is asked for it."""
        ...

    def show_opened(self, page: OpenedPage) -> None:
        """Show what is in it."""
        ...

    def show_done(self, text: str) -> None:
        """That it was taken in, or that the verdict stands in a file."""
        ...

    def show_problem(self, text: str) -> None:
        """What went wrong; nothing changed."""
        ...


class ReceivePresenter:
    """Opens a package, shows what is in it, and takes it in when the user says so."""

    def __init__(
        self,
        packages: PackageService,
        view: ReceiveView,
        texts: WindowTexts,
        run: Runner,
        write: FileWriter,
    ) -> None:
        self._packages = packages
        self._view = view
        self._texts = texts
        self._run = run
        self._write = write
        self._opened: OpenedPackage | None = None
        self._path: Path | None = None
        self._needs_code = True
        self._way: ByCode | OwnKeys | None = None
        self.taken: CaseId | None = None

    def choose(self, path: Path) -> None:
        """Look at how the file begins, and ask for a code where it takes one; nothing is stored."""
        self._path = None
        try:
            size = path.stat().st_size
            with path.open("rb") as file:
                start = file.read(START)
        except OSError:
            self._view.show_problem(self._texts.get("pakket.geen_bestand"))
            return
        if size > LARGEST:
            self._on_failed(PackageError("pakket_te_groot"))
            return
        self._path = path
        self._needs_code = self._packages.format.needs_code(start)
        self._view.show_chosen(path.name, needs_code=self._needs_code)

    def open(self, code: str) -> None:
        """Open the chosen file with the code, or with one's own keys where it was made for them."""
        path = self._path
        if path is None:
            self._view.show_problem(self._texts.get("pakket.eerst_bestand"))
            return
        try:
            way = self._way_in(code)
        except HardshipDeskError as error:
            self._on_failed(error)
            return
        if way is None:
            self._view.show_problem(self._texts.get("pakket.code_ontbreekt"))
            return
        self._way = way
        self._run(
            lambda: self._packages.open(package_bytes(path), way),
            self.show_package,
            self._on_failed,
        )

    def show_package(self, opened: OpenedPackage) -> None:
        """Show what is in a package that was opened."""
        self._opened = opened
        self._view.show_opened(self._page(opened.package))

    def take_in(self) -> None:
        """Add the dossier, or put the verdict with its decision."""
        if self._opened is None:
            return
        package, signer = self._opened.package, self._opened.signer
        try:
            match package:
                case DossierPackage():
                    self.taken = self._packages.take_in(package, signer).id
                    self._view.show_done(self._texts.get("pakket.ingelezen"))
                case ReviewResult():
                    self._take_verdict(package)
        except HardshipDeskError as error:
            self._on_failed(error)

    def write_copies(self, folder: str) -> None:
        """Write the copies of the evidence to a folder, and say that they are not encrypted there."""
        package = self._opened.package if self._opened else None
        if isinstance(package, DossierPackage):
            copies, evidence = package.copies, self._packages.evidence
            said = self._texts.get("pakket.kopieen_klaar", map=folder)
            self._run(
                lambda: evidence.write_copies(copies, Path(folder)),
                lambda _files: self._view.show_done(said),
                self._on_failed,
            )

    def answer(self, verdict: Verdict, path: Path) -> None:
        """Write the verdict of a second reader to a file, for who asked for it."""
        package = self._opened.package if self._opened else None
        if not isinstance(package, DossierPackage):
            return
        problem = _verdict_problem(verdict)
        if problem:
            self._view.show_problem(self._texts.problem(problem))
            return
        try:
            sender, to = self._packages.contacts.own_keys(), self._reply_to(package)
        except HardshipDeskError as error:
            self._on_failed(error)
            return
        result = self._packages.answer(package, verdict)

        def work() -> str:
            self._write(path, self._packages.sealed(result, sender, to))
            return path.name

        self._run(work, lambda name: self._on_answered(name, to), self._on_failed)

    def _way_in(self, code: str) -> ByCode | OwnKeys | None:
        """What opens the file; None where a code is missing."""
        if self._needs_code:
            return ByCode(code=code) if code.strip() else None
        keys = self._packages.contacts.kept_keys()
        if keys is None:
            raise PackageError("pakket_andere_ontvanger")
        return keys

    def _reply_to(self, package: Package) -> Receiver:
        """Who asked, where that is sure; otherwise whoever knows the code that opened it, or a new one."""
        signer = self._opened.signer if self._opened else None
        signed = who_signed(self._packages.contacts, signer, package.head.made_by)
        if isinstance(self._way, ByCode) and signed.state is not SignerState.CHECKED:
            return self._way
        if signer is not None and signed.state in (SignerState.CHECKED, SignerState.OWN):
            return ToCard(keys=signer)
        return ByCode(code=self._packages.new_code())

    def _take_verdict(self, result: ReviewResult) -> None:
        case_id = self._packages.meant_for(result)
        if case_id is None:
            self._view.show_problem(self._texts.problem("toets_ander_dossier"))
            return
        signer = self._opened.signer if self._opened else None
        problem = self._packages.take_verdict(case_id, result, signer)
        if problem is not None:
            self._view.show_problem(self._texts.problem(problem.code, problem.parameters))
            return
        self.taken = case_id
        self._view.show_done(self._texts.get("pakket.oordeel_ingelezen"))

    def _on_answered(self, name: str, to: Receiver) -> None:
        if isinstance(to, ToCard):
            key, code = "pakket.oordeel_voor_afzender", ""
        else:
            code = to.code
            key = "pakket.oordeel_gemaakt" if to == self._way else "pakket.oordeel_nieuwe_code"
        self._view.show_done(self._texts.get(key, bestand=name, code=code))

    def _on_failed(self, error: HardshipDeskError) -> None:
        message = message_of(error, self._texts)
        self._view.show_problem(f"{message.text} {message.advice}")

    def _page(self, package: Package) -> OpenedPage:
        texts, head = self._texts, package.head
        lines, signed = self._head_lines(head), self._signed(head)
        match package:
            case ReviewResult():
                return OpenedPage(
                    kind=head.kind.value,
                    signed=signed,
                    lines=(*lines, *self._verdict_lines(package)),
                    action=texts.get("pakket.zet_erbij"),
                )
            case DossierPackage() if head.kind is PackageKind.TER_TOETSING:
                verdicts = (
                    Choice(id=item.value, text=texts.get(f"oordeel.{item.value}"))
                    for item in ReviewVerdict
                )
                return OpenedPage(
                    kind=head.kind.value,
                    signed=signed,
                    lines=lines,
                    parts=self._parts(package),
                    verdicts=tuple(verdicts),
                    copies=self._copies(package),
                )
            case DossierPackage():
                same = self._packages.same_number(package)
                return OpenedPage(
                    kind=head.kind.value,
                    signed=signed,
                    lines=lines,
                    warning=texts.get("pakket.zelfde_nummer") if same else "",
                    action=texts.get("pakket.neem_over"),
                )

    def _head_lines(self, head: PackageHead) -> tuple[str, ...]:
        texts, moment = self._texts, f"{head.made_at.astimezone():%d-%m-%Y %H:%M}"
        return (
            texts.get(f"pakket.soort.{head.kind.value}"),
            texts.get("pakket.nummer", nummer=head.number),
            texts.get("pakket.van", wie=head.made_by, wanneer=moment),
        )

    def _signed(self, head: PackageHead) -> str:
        signer = self._opened.signer if self._opened else None
        who = who_signed(self._packages.contacts, signer, head.made_by)
        return signer_line(who, head.made_by, self._texts)

    def _parts(self, package: DossierPackage) -> tuple[ReadPart, ...]:
        """What is read, with the remarks of an earlier round and what was answered."""
        names = names_of_questions(package)
        decision = package.case.decision(package.decision or package.case.decisions[0].id)
        remarks = remark_items(decision, lambda place: names.get(place, ""), self._texts)
        blocks = self._packages.to_read(package)
        return read_parts(blocks, lambda place: names.get(place, ""), remarks, self._texts)

    def _copies(self, package: DossierPackage) -> str:
        """What is said of the copies that came along; empty where there are none."""
        titles = {item.id: item.title for item in package.case.evidence}
        named = "; ".join(titles[item.evidence] for item in package.copies)
        return self._texts.get("pakket.kopieen", stukken=named) if named else ""

    def _verdict_lines(self, result: ReviewResult) -> tuple[str, ...]:
        verdict = self._texts.get(f"oordeel.{result.verdict.value}")
        said = (f"{result.reader}: {verdict}", result.text)
        count = len(result.remarks)
        key = "pakket.opmerkingen_een" if count == 1 else "pakket.opmerkingen"
        remarks = (self._texts.get(key, aantal=str(count)),) if count else ()
        return tuple(line for line in (*said, *remarks) if line)


def package_bytes(path: Path) -> bytes:
    """The whole file, wherever it lies; it may have grown since it was chosen."""
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError:
        raise PackageError("bestand_onleesbaar") from None
    if len(data) > LARGEST:
        raise PackageError("pakket_te_groot")
    return data


def _verdict_problem(verdict: Verdict) -> str:
    if not verdict.reader.strip():
        return "tweede_lezer_ontbreekt"
    agrees = verdict.verdict is ReviewVerdict.AKKOORD
    return "" if agrees or verdict.text.strip() or verdict.remarks else "reden_ontbreekt"
