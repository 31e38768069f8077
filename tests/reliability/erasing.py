"""R39-R42: destroying, terms against another reckoning, the export of a person, the data map."""

from __future__ import annotations

import base64
import calendar
import json
import random
import re
import time
from collections import Counter
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pikepdf
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from hardship_desk import storage
from hardship_desk.assessment.texts import Texts
from hardship_desk.config.files import write_atomically
from hardship_desk.config.paths import resources_folder
from hardship_desk.documents.subject_access import subject_document
from hardship_desk.domain.answers import Answer, AnswerSet
from hardship_desk.domain.case import Case, CaseDates, Conversation, Person, Sentence
from hardship_desk.domain.codec import decode, encode
from hardship_desk.domain.decision import DecisionFile, DecisionVersion, FollowUp, Review
from hardship_desk.domain.decision_state import DecisionState
from hardship_desk.domain.destruction import Declaration, DestructionList, ListedCase
from hardship_desk.domain.evidence import Evidence
from hardship_desk.domain.flag import FlagResponse
from hardship_desk.domain.ids import CaseId, DecisionId, DecisionTypeId, OutcomeId
from hardship_desk.domain.legal_basis import Certainty, Source
from hardship_desk.domain.remark import Remark, RemarkAnswer
from hardship_desk.domain.retention import (
    OUTCOME_QUESTION,
    LegalHold,
    RetentionRule,
    RetentionState,
    TermStart,
    TermUnit,
    judge_retention,
)
from hardship_desk.domain.weighing import WeighedFinding
from hardship_desk.exchange.data_map_file import read_data_map
from hardship_desk.questionnaire.loader import load_questionnaire
from hardship_desk.reports.pdf.writer import PdfWriter
from hardship_desk.services.ports.upkeep import BackupInfo
from hardship_desk.services.subject_access import AccessTools, SubjectAccessService
from hardship_desk.storage import OpenVault
from hardship_desk.storage.keys.passphrase import unwrap_key
from hardship_desk.storage.keys.slot_file import read_key_file
from hardship_desk.storage.tables import TABLES
from tests.reliability.figures import Experiment, Figures, within
from tests.reliability.keys import CHEAP, PAGE, PASSPHRASE, SEED, LeapingClock
from tests.unit.storage.case_samples import case

NOW = datetime(2026, 11, 26, 9, 0, tzinfo=UTC)
RESERVE, FRAME = 80, 24 + PAGE
STORED = (
    *(Person, Evidence, Conversation, Answer, CaseDates, DecisionFile, WeighedFinding),
    *(FlagResponse, Review, Remark, RemarkAnswer, FollowUp, DecisionVersion),
)
"""What stands as JSON in a column; of a decision only the header, a part of its fields."""

WRITTEN = {
    "label",
    "title",
    "location",
    "verified_by",
    "channel",
    "with_whom",
    "text",
    "explanation",
}
WRITTEN |= {"actor", "derived_from", "reason", "second_reader", "reader", "adopted_by", "mandaat"}
WRITTEN |= {"weight_reason"}
NOT_IN_A_HEADER = {"type", "answers", "weighing", "flag_responses", "reviews", "versions"}
NOT_IN_A_HEADER |= {"follow_ups", "id", "state", "remark_answers"}


def forms_of(mark: str) -> tuple[bytes, ...]:
    """How a text may stand in a file: plain, wide, in hexadecimal, in base64 at any offset."""
    plain = mark.encode()
    coded = []
    for shift in range(3):
        whole = base64.b64encode(b"x" * shift + plain)
        # Only the signs that do not depend on what stands before or after.
        coded.append(whole[-(-shift * 8 // 6) : (shift + len(plain)) * 8 // 6])
    return (plain, mark.encode("utf-16-le"), plain.hex().encode(), *coded)


def nothing_remains(folder: Path, _times: int) -> Figures:
    """R39: destroy a dossier full of marks; look in the file as it is, and decrypted."""
    path = folder / "kluis" / "dossiers.db"
    clock = LeapingClock()
    with storage.create_vault(path, PASSPHRASE, clock, cost=CHEAP, name="A") as opened:
        for number in range(12):
            marked = replace(case(), id=CaseId(f"c-{number}"), title=f"GEHEIM-titel-{number}")
            opened.cases.add_case(marked)
        before = _marks(path)
        opened.upkeep.back_up()
        _destroy(opened, clock)
        left = len(opened.cases.list_cases())
        after_open = _marks(path)
    after = _marks(path)
    holding, purged = _copies_later(path, clock)
    whole = storage.open_vault(path, PASSPHRASE, clock)
    lines = len(whole.audit_entries())
    whole.close()
    return Figures(
        number="R39",
        target="0 marks after erasure; tombstone and log remain whole; copies gone within 35 days",
        seen=f"marks in the decrypted pages: {before} before, {after_open} after while open, "
        f"{after} after closing; {left} dossiers left; log of {lines} lines still whole; "
        f"copies that hold it: {holding}, and {purged} after 36 days with a new copy each day",
        reached=before > 100
        and after_open == 0
        and after == 0
        and left == 0
        and holding > 0
        and purged == 0,
    )


def _destroy(opened: OpenVault, clock: LeapingClock) -> None:
    """Let two people destroy all twelve."""
    doomed = tuple(
        ListedCase(case_id=CaseId(f"c-{number}"), term="boete", due="2026-01-01")
        for number in range(12)
    )
    proposed = DestructionList(
        id="l1", proposed_by="A", proposed_by_id="a", proposed_at=clock.now(), cases=doomed
    )
    opened.retention.save_list(proposed)
    declaration = Declaration(
        list_id="l1",
        proposed_by="A",
        approved_by="B",
        destroyed_at=clock.now(),
        count=12,
        terms=("boete",),
        way="proef",
    )
    opened.retention.destroy(proposed, declaration)


def _copies_later(path: Path, clock: LeapingClock) -> tuple[int, int]:
    """The copies from before the erasure, right after it and 36 days later."""
    erased_at = clock.moment
    for day in range(37):
        with storage.open_vault(path, PASSPHRASE, clock) as opened:
            if day == 0:
                holding = _before(opened.upkeep.backups(), erased_at)
            # Something has to change, or no copy is needed.
            opened.cases.add_case(replace(case(), id=CaseId(f"later-{day}"), title="later"))
            opened.upkeep.back_up()
            purged = _before(opened.upkeep.backups(), erased_at)
        clock.moment += timedelta(days=1)
    return holding, purged


def _before(copies: tuple[BackupInfo, ...], moment: datetime) -> int:
    return sum(item.moment <= moment for item in copies)


def _marks(path: Path) -> int:
    """The marks in every page of the file and of the write-ahead log, free pages included."""
    held = read_key_file(path)
    key = unwrap_key(held.users[0].slot, PASSPHRASE, held.vault_salt)
    data = path.read_bytes()
    pages = [(data[at : at + PAGE], at == 0) for at in range(0, len(data), PAGE)]
    log = path.with_name(path.name + "-wal")
    frames = log.read_bytes()[32:] if log.exists() else b""
    for at in range(0, len(frames) - FRAME + 1, FRAME):
        first = int.from_bytes(frames[at : at + 4], "big") == 1
        pages.append((frames[at + FRAME - PAGE : at + FRAME], first))
    plain = b"".join(_decrypted(page, key.secret, first=first) for page, first in pages)
    return sum((plain + data + frames).count(form) for form in forms_of("GEHEIM-"))


def _decrypted(page: bytes, secret: bytes, *, first: bool) -> bytes:
    """A page of SQLCipher 4: AES-256-CBC, the vector in the first bytes of its reserve."""
    body, vector = page[16 if first else 0 : PAGE - RESERVE], page[PAGE - RESERVE :][:16]
    reader = Cipher(algorithms.AES(secret), modes.CBC(vector)).decryptor()
    return reader.update(body) + reader.finalize()


def terms_are_right(_folder: Path, times: int) -> Figures:
    """R40: generated dossiers, against terms that are counted day by day."""
    chance = random.Random(SEED)
    wrong, states = 0, Counter[str]()
    for _ in range(times):
        rules, made, hold, today = _generated(chance)
        verdict = judge_retention(made, rules, hold, today)
        states[verdict.state.value] += 1
        wrong += verdict.state.value != _reckoned(rules, made, hold, today)
    return Figures(
        number="R40",
        target="0 wrong terms; never automatic: list, second user, declaration, hold wins",
        seen=f"{times} dossiers, {wrong} wrong; {dict(states)}; the list, the second user and the "
        "hold are tested in tests/integration/test_retention.py",
        reached=wrong == 0 and len(states) == len(RetentionState),
    )


def _generated(
    chance: random.Random,
) -> tuple[tuple[RetentionRule, ...], Case, LegalHold | None, date]:
    rules = tuple(
        RetentionRule(
            id=f"regel-{number}",
            title="",
            length=chance.randint(1, 20),
            unit=chance.choice(list(TermUnit)),
            start=chance.choice([*[TermStart.LAATSTE_HANDELING] * 9, TermStart.EINDE_VOORZIENING]),
            applies=((DecisionTypeId("boete"), OutcomeId(f"uit-{number}")),),
            source=Source(title="proef"),
            certainty=chance.choice([*[Certainty.SECONDARY] * 9, Certainty.UNVERIFIED]),
        )
        for number in range(3)
    )
    decisions = tuple(_decision(chance, number) for number in range(chance.randint(0, 3)))
    made = replace(case(), decisions=decisions)
    hold = (
        LegalHold(case_id=made.id, reason="beroep", placed_at=NOW)
        if chance.random() < 0.2
        else None
    )
    return rules, made, hold, date(2026, 1, 1) + timedelta(days=chance.randint(-2000, 6000))


def _decision(chance: random.Random, number: int) -> DecisionFile:
    announced = date(2016, 1, 1) + timedelta(days=chance.randint(0, 3600))
    outcome = Answer(question=OUTCOME_QUESTION, value=f"uit-{chance.randint(0, 3)}")
    follow_ups = tuple(
        FollowUp(
            kind="bezwaar", text="", on=announced + timedelta(days=chance.randint(0, 900)), at=NOW
        )
        for _ in range(chance.randint(0, 2))
    )
    state = DecisionState.CONCEPT if chance.random() < 0.1 else DecisionState.BEKENDGEMAAKT
    version = DecisionVersion(
        number=1,
        adopted_at=NOW,
        adopted_by="",
        mandaat="",
        snapshot="",
        sha256="",
        state=state,
        announced_on=announced,
    )
    return DecisionFile(
        id=DecisionId(f"boete-{number}"),
        type=DecisionTypeId("boete"),
        answers=AnswerSet.of((outcome,)) if chance.random() < 0.9 else AnswerSet(),
        state=state,
        versions=(version,),
        follow_ups=follow_ups,
    )


def _reckoned(
    rules: tuple[RetentionRule, ...], made: Case, hold: LegalHold | None, today: date
) -> str:
    """The same question answered another way: by walking through the calendar."""
    if not made.decisions or any(item.state != "bekendgemaakt" for item in made.decisions):
        return "loopt_nog"
    ends = []
    for item in made.decisions:
        answer = item.answers.get(OUTCOME_QUESTION)
        name = answer.value if answer is not None else None
        fitting = [
            rule
            for rule in rules
            if rule.applies[0][1] == name and rule.certainty.value != "unverified"
        ]
        if not fitting or fitting[0].start.value == "einde_voorziening":
            return "termijn_onbekend"
        last = item.versions[0].announced_on or NOW.date()
        for follow_up in item.follow_ups:
            last = max(last, follow_up.on)
        ends.append(_walk(last, fitting[0]))
    if hold:
        return "vastgehouden"
    return "te_vernietigen" if all(today > end for end in ends) else "nog_bewaren"


def _walk(day: date, rule: RetentionRule) -> date:
    """The last day of the term; a day that its month does not have is the first of the next."""
    if rule.unit.value == "weken":
        for _ in range(rule.length * 7):
            day += timedelta(days=1)
        return day
    wanted = day.day
    year, month = day.year, day.month
    for _ in range(rule.length * (12 if rule.unit.value == "jaren" else 1)):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    if wanted <= calendar.monthrange(year, month)[1]:
        return date(year, month, wanted)
    return date(year, month, calendar.monthrange(year, month)[1]) + timedelta(days=1)


def everything_is_handed_out(folder: Path, _times: int) -> Figures:
    """R41: every mark of a dossier stands in the JSON; the document is a tagged PDF."""
    marked = _marked(case())
    files, took, logged = _handed_out(folder, marked)
    given = files[0].read_text("utf-8")
    wanted = sorted(set(re.findall(r"MERK-[0-9]+-", json.dumps(encode(marked)))))
    absent = [mark for mark in wanted if mark not in given]
    content = json.loads(given)["dossiers"][0]
    cells = [cell for rows in content.values() for row in rows for cell in row.values()]
    flagged = sum(cell["gegevens_van_derden"] for cell in cells)
    with pikepdf.open(files[1]) as pdf:
        tagged = {"/StructTreeRoot", "/MarkInfo", "/Lang"} <= set(pdf.Root.keys())
        claimed = pdf.open_metadata().get("pdfuaid:part") == "1"
    return Figures(
        number="R41",
        target="every stored field on the person in JSON and PDF/UA within 10 s; others flagged",
        seen=f"{len(wanted)} marked fields, {len(absent)} absent; {flagged} cells flagged; "
        f"{took:.1f} s; PDF tagged: {tagged}, says it is PDF/UA-1: {claimed}; log: {logged}",
        reached=len(wanted) > 20
        and not absent
        and flagged > 0
        and within(took, 10)
        and tagged
        and logged == "inzage_verstrekt",
    )


def _handed_out(folder: Path, made: Case) -> tuple[tuple[Path, ...], float, str]:
    """The files of a person, how long they took, and the last line of the log."""
    clock, texts = LeapingClock(), Texts.load_folder(resources_folder() / "texts")
    path = folder / "kluis" / "dossiers.db"
    with storage.create_vault(path, PASSPHRASE, clock, cost=CHEAP, name="A") as opened:
        opened.cases.add_case(made)
        tools = AccessTools(
            data=opened.retention,
            data_map=read_data_map(resources_folder() / "gegevenskaart.toml"),
            document=partial(subject_document, texts=texts),
            pdf=PdfWriter(resources_folder() / "fonts"),
            write=write_atomically,
            words=texts.under("engine.woorden"),
        )
        questions = load_questionnaire(resources_folder() / "questionnaires")
        service = SubjectAccessService(opened.cases, tools, questions, clock)
        started = time.perf_counter()
        files = service.export((made.id,), folder / "uit")
        return files, time.perf_counter() - started, opened.audit_entries()[-1].event


def _marked(made: Case) -> Case:
    """The dossier with a mark of its own in every text that a person wrote."""
    number = iter(range(10_000))

    def mark(value: object, name: str = "") -> object:
        if isinstance(value, str) and (value.startswith("GEHEIM") or name in WRITTEN):
            return f"MERK-{next(number)}-{value}"
        if isinstance(value, list):
            return [mark(item) for item in value]
        if isinstance(value, dict):
            return {key: mark(item, key) for key, item in value.items()}
        return value

    return decode(Case, mark(encode(made)))


def every_column_is_mapped(_folder: Path, _times: int) -> Figures:
    """R42: every column of a new vault and every field that is kept as JSON."""
    found = read_data_map(resources_folder() / "gegevenskaart.toml")
    columns = {(table._meta.table_name, name) for table in TABLES for name in table._meta.columns}
    mapped = {(table, name) for table, inner in found.columns.items() for name in inner}
    stored = {
        field.name
        for kind in STORED
        for field in fields(kind)
        if not (kind is DecisionFile and field.name in NOT_IN_A_HEADER)
    } | {field.name for field in fields(Sentence)}
    unlabelled = sorted(columns - mapped), sorted(stored - set(found.fields))
    return Figures(
        number="R42",
        target="class, purpose and term for every column; none unlabelled",
        seen=f"{len(columns)} columns and {len(stored)} fields; unlabelled: {unlabelled}",
        reached=unlabelled == ([], []),
    )


EXPERIMENTS = (
    Experiment(number="R39", run=nothing_remains, short=1, long=1),
    Experiment(number="R40", run=terms_are_right, short=10_000, long=100_000),
    Experiment(number="R41", run=everything_is_handed_out, short=1, long=1),
    Experiment(number="R42", run=every_column_is_mapped, short=1, long=1),
)
