"""Makes one letter of a case file, or says which letters there are."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hardship_desk.assessment.texts import Texts
from hardship_desk.cli.assess import CANNOT_WRITE, FINE, INPUT
from hardship_desk.domain.case import Case
from hardship_desk.domain.errors import WriteError
from hardship_desk.domain.ids import DecisionId
from hardship_desk.domain.letter_draft import Addressee, LetterDraft, LetterRequest
from hardship_desk.domain.snapshot import DecisionSnapshot
from hardship_desk.domain.text import cleaned
from hardship_desk.questionnaire.answer_parsing import parse_date
from hardship_desk.services.casefile_run import CaseFileRun
from hardship_desk.services.letters import (
    COMBINED,
    DECISION,
    LetterBuilding,
    LetterForm,
    letter_file,
)
from hardship_desk.services.ports.case_files import CaseFile, CaseFileReader
from hardship_desk.services.ports.files import FileWriter


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRun:
    """What making a letter takes."""

    reader: CaseFileReader
    run: CaseFileRun
    building: LetterBuilding
    write: FileWriter
    texts: Texts
    close: Callable[[], None]


class _RefusedError(Exception):
    """The command asks what cannot be; holds a sentence about it."""


def make_letter(tools: LetterRun, arguments: Namespace) -> int:
    """Make the letter that was asked, or list the letters; the code with which it ends."""
    path: Path = arguments.case
    found = tools.reader.read(path)
    if not isinstance(found, CaseFile):
        for problem in found:
            print(f"{problem.file}: {problem.key}: {problem.reason}", file=sys.stderr)
        return INPUT
    try:
        return _made(tools, arguments, found.case)
    except _RefusedError as refused:
        print(f"{path.name}: brief: {refused}", file=sys.stderr)
        return INPUT
    except WriteError as error:
        reason = tools.texts.get(f"opdrachtregel.{error.code}")
        print(f"{path.name}: --out: {reason}", file=sys.stderr)
        return CANNOT_WRITE


def _made(tools: LetterRun, arguments: Namespace, case: Case) -> int:
    say = tools.texts.get
    snapshots = _in_order(tools.run.snapshots(case), arguments.besluit, tools.texts)
    decision = snapshots[0].decision_id
    drafts = tools.building.available(case, decision)
    if not arguments.soort:
        _list(tools.texts, drafts)
        return FINE
    known = (DECISION, COMBINED, *(draft.id for draft in drafts))
    if arguments.soort not in known:
        raise _RefusedError(say("opdrachtregel.brieven.onbekend", soorten=", ".join(known)))
    request = _request(arguments, drafts, tools.texts)
    chosen = snapshots if arguments.soort == COMBINED else snapshots[:1]
    document = tools.building.document(case, chosen, arguments.soort, request)
    form = LetterForm(arguments.vorm)
    path: Path = arguments.out / letter_file(arguments.soort, decision, form)
    tools.write(path, tools.building.data(document, form, case.gemeentecode))
    print(path)
    return FINE


def _in_order(
    snapshots: tuple[DecisionSnapshot, ...], wanted: str, texts: Texts
) -> tuple[DecisionSnapshot, ...]:
    """The decision that was asked first; without a wish the last one of the dossier."""
    name = DecisionId(wanted) if wanted else snapshots[-1].decision_id
    first = tuple(item for item in snapshots if item.decision_id == name)
    if not first:
        raise _RefusedError(texts.get("opdrachtregel.brieven.geen_besluit", besluit=name))
    return (*first, *(item for item in snapshots if item.decision_id != name))


def _request(arguments: Namespace, drafts: tuple[LetterDraft, ...], texts: Texts) -> LetterRequest:
    sent = parse_date(arguments.verzonden) if arguments.verzonden else None
    if arguments.verzonden and sent is None:
        raise _RefusedError(
            texts.get("opdrachtregel.brieven.geen_datum", datum=arguments.verzonden)
        )
    draft = next((item for item in drafts if item.id == arguments.soort), None)
    fields = [item.id for item in draft.asked] if draft is not None else []
    given = []
    for pair in arguments.veld:
        name, is_pair, value = pair.partition("=")
        if not is_pair or name not in fields:
            known = ", ".join(fields) or "-"
            raise _RefusedError(texts.get("opdrachtregel.brieven.veld", veld=name, velden=known))
        given.append((name, cleaned(value.replace("\\n", "\n"))))
    addressee = Addressee(
        name=cleaned(arguments.naam), address=cleaned(arguments.adres.replace("\\n", "\n"))
    )
    return LetterRequest(addressee=addressee, sent_on=sent, given=tuple(given))


def _list(texts: Texts, drafts: tuple[LetterDraft, ...]) -> None:
    print(f"{DECISION}: {texts.get('opdrachtregel.brieven.besluit')}")
    print(f"{COMBINED}: {texts.get('opdrachtregel.brieven.besluiten')}")
    for draft in drafts:
        print(f"{draft.id}: {draft.title}")
        for field in draft.asked:
            print(f"  --veld {field.id}=… {field.text}")
