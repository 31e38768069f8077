"""R43: the BSN, by its own arithmetic and through a whole dossier."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from pypdfium2 import PdfDocument

from hardship_desk import storage
from hardship_desk.core_setup import build_core
from hardship_desk.desk_setup import OwnDesk
from hardship_desk.domain.bsn import Bsn, bsns_in, passes_elfproef
from hardship_desk.domain.case import Case, Person, PersonRole
from hardship_desk.domain.codec import canonical_json
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.evidence import Evidence, EvidenceKind
from hardship_desk.domain.ids import EvidenceId, PersonId, QuestionId
from hardship_desk.services.desk import Desk
from tests.integration.desks import new_form
from tests.reliability.figures import Experiment, Figures
from tests.reliability.keys import CHEAP, PASSPHRASE, SEED, LeapingClock

BSN = "111222333"


def the_bsn_is_checked(folder: Path, times: int) -> Figures:
    """R43: single errors and neighbour swaps of valid numbers, forms, masking, pseudonyms."""
    chance = random.Random(SEED)
    singles = swaps = passed = 0
    for _ in range(times):
        digits = _valid(chance)
        for place in range(9):
            for other in "0123456789".replace(digits[place], ""):
                singles += 1
                passed += passes_elfproef(digits[:place] + other + digits[place + 1 :])
        for place in range(8):
            if digits[place] != digits[place + 1]:
                swaps += 1
                one, two = digits[place], digits[place + 1]
                passed += passes_elfproef(digits[:place] + two + one + digits[place + 2 :])
    sample = Bsn.parse("111222333")
    forms = {Bsn.parse(text) for text in ("111222333", "1112.22.333", " 111 222 333 ")}
    refused = _refused("000000000", "123456789", "12345678", "1112223334", "11122233x", "")
    shown = f"{sample} {sample!r} {sample.masked}"
    taken, leaked = _through_a_dossier(folder)
    return Figures(
        number="R43",
        target="all single errors and swaps refused; forms read; masked; pseudonym by HMAC",
        seen=f"{times} numbers: {singles} single errors and {swaps} swaps, {passed} passed; forms "
        f"{len(forms) == 1}; wrong ones refused {refused}; shown as {sample.masked}; found in text: "
        f"{list(bsns_in('bel 111222333 op')) == ['111222333']}. Taken as number, "
        f"title, name, evidence or conversation, in the window or from a file: {taken}; typed in a free "
        f"text it came into {leaked or 'no'} file name, title, paper, log or input of a plugin. There "
        "is no field for one",
        reached=passed == 0
        and not taken
        and not leaked
        and len(forms) == 1
        and refused
        and "111222" not in shown
        and sample.pseudonym(b"a") != sample.pseudonym(b"b"),
    )


def _valid(chance: random.Random) -> str:
    while True:
        digits = f"{chance.randrange(10**9):09d}"
        if passes_elfproef(digits):
            return digits


def _refused(*texts: str) -> bool:
    for text in texts:
        try:
            Bsn.parse(text)
        except ValueError:
            continue
        return False
    return True


def _through_a_dossier(folder: Path) -> tuple[list[str], list[str]]:
    """Where one is taken that should not be, and where one comes that was typed in a free text."""
    core, clock = build_core(), LeapingClock()
    path = folder / "kluis" / "eigen.db"
    with storage.create_vault(path, PASSPHRASE, clock, cost=CHEAP, name="A") as opened:
        desk = OwnDesk(core, opened)
        taken = _taken(desk)
        made = desk.cases.create_case(new_form())
        assert isinstance(made, Case)
        decision = made.decisions[0].id
        typed = f"Dit gaat over {BSN}, zoals besproken."
        desk.interview.answer(made.id, decision, QuestionId("intake.aanleiding"), typed)
        desk.interview.answer(made.id, decision, QuestionId("conclusie.redenen"), typed)
        context = desk.assessments.assess(made.id, decision).context
        files = desk.reporting.export(made.id, decision, folder / "uit").files
        summary = repr(desk.cases.list_cases())
        log = repr(opened.audit_entries())
        blocks = repr(desk.reporting.copy_blocks(made.id, decision))
        snapshot = canonical_json(desk.reporting.snapshot(made.id, decision))
    places = {"list": summary, "log": log, "blocks": blocks, "snapshot": snapshot}
    places |= {"plugin input": repr(context)}
    places |= {file.name: f"{file} {_words(file)}" for file in files}
    return taken, [name for name, text in places.items() if BSN in text]


def _taken(desk: Desk) -> list[str]:
    """Each text that names a dossier, filled with a BSN."""
    found = [
        name
        for name in ("number", "title", "person_label")
        if isinstance(desk.cases.create_case(new_form(**{name: f"zaak {BSN}"})), Case)
    ]
    made = desk.cases.create_case(new_form())
    assert isinstance(made, Case)
    person = Person(id=PersonId("p"), role=PersonRole.PARTNER, label=BSN)
    piece = Evidence(id=EvidenceId("b"), title=f"Brief {BSN}", kind=EvidenceKind.STUK)
    found += ["name"] if _goes(lambda: desk.cases.save_person(made.id, person)) else []
    found += ["evidence"] if desk.cases.save_evidence(made.id, piece) is None else []
    talk = desk.notes.add_conversation(made.id, "", "telefoon", BSN)
    found += ["conversation"] if isinstance(talk, str) else []
    named = replace(made, persons=(*made.persons, person))
    found += ["file"] if _goes(lambda: desk.cases.import_case(named)) else []
    return found


def _goes(call: Callable[[], object]) -> bool:
    try:
        call()
    except HardshipDeskError:
        return False
    return True


def _words(file: Path) -> str:
    data = file.read_bytes()
    if file.suffix == ".pdf":
        return " ".join(page.get_textpage().get_text_bounded() for page in PdfDocument(data))
    if file.suffix == ".docx":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return " ".join(
                packed.read(name).decode("utf-8", "ignore") for name in packed.namelist()
            )
    return data.decode("utf-8", "ignore")


EXPERIMENTS = (Experiment(number="R43", run=the_bsn_is_checked, short=300, long=5000),)
