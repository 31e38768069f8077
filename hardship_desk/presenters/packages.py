"""Packages in and out: what is in a file, what may be done with it, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from hardship_desk.domain.decision import ReviewVerdict
from hardship_desk.domain.errors import HardshipDeskError, PackageError
from hardship_desk.domain.ids import CaseId, DecisionId
from hardship_desk.domain.package import DossierPackage, Package, PackageKind, ReviewResult
from hardship_desk.presenters.keys import Runner
from hardship_desk.presenters.new_case import Choice
from hardship_desk.presenters.read_parts import ReadPart, read_parts
from hardship_desk.presenters.remarks import remark_items
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.judgement import Verdict
from hardship_desk.services.packages import PackageService, names_of_questions
from hardship_desk.services.ports.files import FileWriter

ENDING = ".hdpakket"
LARGEST = 60_000_000
"""Bytes of a file that is opened: what a package may hold, and its cover."""
WHOLE = ""
"""The choice that is no decision: the dossier as a whole."""


class SendView(Protocol):
    """The dialog that makes a package."""

    def show_made(self, said: str, code: str) -> None:
        """That the file is there, and the code that opens it."""
        ...

    def show_problem(self, text: str) -> None:
        """What went wrong."""
        ...


class SendPresenter:
    """Makes a package of an open dossier."""

    def __init__(
        self,
        packages: PackageService,
        view: SendView,
        texts: WindowTexts,
        run: Runner,
        write: FileWriter,
    ) -> None:
        self._packages = packages
        self._view = view
        self._texts = texts
        self._run = run
        self._write = write

    def make(self, case_id: CaseId, decision: str, made_by: str, path: Path) -> None:
        """Write the package; `decision` is empty for the whole dossier."""
        if not made_by.strip():
            self._view.show_problem(self._texts.problem("wie_ontbreekt"))
            return
        named = DecisionId(decision) if decision else None
        try:
            package = self._packages.prepared(case_id, made_by, named)
        except HardshipDeskError as error:
            self._on_failed(error)
            return
        code = self._packages.new_code()

        def work() -> DossierPackage:
            whole = self._packages.with_copies(package)
            self._write(path, self._packages.sealed(whole, code))
            return whole

        self._run(work, lambda made: self._on_made(made, path, code), self._on_failed)

    def _on_made(self, package: DossierPackage, path: Path, code: str) -> None:
        self._packages.note_made(package)
        said = [self._texts.get("pakket.gemaakt", bestand=path.name)]
        if package.copies:
            said.append(self._texts.get("pakket.met_kopieen", aantal=str(len(package.copies))))
        left_out = "; ".join(self._packages.evidence.left_out(package.case, package.copies))
        if left_out:
            said.append(self._texts.get("pakket.zonder_kopieen", stukken=left_out))
        self._view.show_made(" ".join(said), code)

    def _on_failed(self, error: HardshipDeskError) -> None:
        message = message_of(error, self._texts)
        self._view.show_problem(f"{message.text} {message.advice}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedPage:
    """What is in a package: facts about it, what may be done, and what can be read."""

    kind: str
    lines: tuple[str, ...]
    warning: str = ""
    action: str = ""
    parts: tuple[ReadPart, ...] = ()
    verdicts: tuple[Choice, ...] = ()
    copies: str = ""


class ReceiveView(Protocol):
    """The dialog that opens a package."""

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
        self._package: Package | None = None
        self._code = ""
        self.taken: CaseId | None = None

    def open(self, path: Path, code: str) -> None:
        """Read the file; nothing is stored."""
        if not code.strip():
            self._view.show_problem(self._texts.get("pakket.code_ontbreekt"))
            return
        try:
            with path.open("rb") as file:
                data = file.read(LARGEST + 1)
        except OSError:
            self._view.show_problem(self._texts.get("pakket.geen_bestand"))
            return
        if len(data) > LARGEST:
            self._on_failed(PackageError("pakket_te_groot"))
            return
        self._code = code
        self._run(lambda: self._packages.open(data, code), self.show_package, self._on_failed)

    def show_package(self, package: Package) -> None:
        """Show what is in a package that was opened."""
        self._package = package
        self._view.show_opened(self._page(package))

    def take_in(self) -> None:
        """Add the dossier, or put the verdict with its decision."""
        try:
            match self._package:
                case DossierPackage():
                    self.taken = self._packages.take_in(self._package).id
                    self._view.show_done(self._texts.get("pakket.ingelezen"))
                case ReviewResult():
                    self._take_verdict(self._package)
                case None:
                    pass
        except HardshipDeskError as error:
            self._on_failed(error)

    def write_copies(self, folder: str) -> None:
        """Write the copies of the evidence to a folder, and say that they are not encrypted there."""
        if isinstance(self._package, DossierPackage):
            copies, evidence = self._package.copies, self._packages.evidence
            said = self._texts.get("pakket.kopieen_klaar", map=folder)
            self._run(
                lambda: evidence.write_copies(copies, Path(folder)),
                lambda _files: self._view.show_done(said),
                self._on_failed,
            )

    def answer(self, verdict: Verdict, path: Path) -> None:
        """Write the verdict of a second reader to a file, opened by the same code."""
        if not isinstance(self._package, DossierPackage):
            return
        problem = _verdict_problem(verdict)
        if problem:
            self._view.show_problem(self._texts.problem(problem))
            return
        result, code = self._packages.answer(self._package, verdict), self._code

        def work() -> str:
            self._write(path, self._packages.sealed(result, code))
            return path.name

        self._run(work, self._on_answered, self._on_failed)

    def _take_verdict(self, result: ReviewResult) -> None:
        case_id = self._packages.meant_for(result)
        if case_id is None:
            self._view.show_problem(self._texts.problem("toets_ander_dossier"))
            return
        problem = self._packages.take_verdict(case_id, result)
        if problem is not None:
            self._view.show_problem(self._texts.problem(problem.code, problem.parameters))
            return
        self.taken = case_id
        self._view.show_done(self._texts.get("pakket.oordeel_ingelezen"))

    def _on_answered(self, name: str) -> None:
        self._view.show_done(self._texts.get("pakket.oordeel_gemaakt", bestand=name))

    def _on_failed(self, error: HardshipDeskError) -> None:
        message = message_of(error, self._texts)
        self._view.show_problem(f"{message.text} {message.advice}")

    def _page(self, package: Package) -> OpenedPage:
        texts, head = self._texts, package.head
        lines = (
            texts.get(f"pakket.soort.{head.kind.value}"),
            texts.get("pakket.nummer", nummer=head.number),
            texts.get(
                "pakket.van",
                wie=head.made_by,
                wanneer=f"{head.made_at.astimezone():%d-%m-%Y %H:%M}",
            ),
        )
        match package:
            case ReviewResult():
                return OpenedPage(
                    kind=head.kind.value,
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
                    lines=lines,
                    parts=self._parts(package),
                    verdicts=tuple(verdicts),
                    copies=self._copies(package),
                )
            case DossierPackage():
                same = self._packages.same_number(package)
                return OpenedPage(
                    kind=head.kind.value,
                    lines=lines,
                    warning=texts.get("pakket.zelfde_nummer") if same else "",
                    action=texts.get("pakket.neem_over"),
                )

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


def _verdict_problem(verdict: Verdict) -> str:
    if not verdict.reader.strip():
        return "tweede_lezer_ontbreekt"
    agrees = verdict.verdict is ReviewVerdict.AKKOORD
    return "" if agrees or verdict.text.strip() or verdict.remarks else "reden_ontbreekt"
