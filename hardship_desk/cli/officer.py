"""Makes the key of an officer of the organisation, and says what goes into the policy."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from hardship_desk.assessment.texts import Texts
from hardship_desk.cli.arguments import USAGE
from hardship_desk.domain.errors import WriteError

CANNOT_WRITE = 4
SHORTEST = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficerTools:
    """What it takes: `make` writes the file and gives the public key."""

    make: Callable[[Path, str], bytes]
    texts: Texts


def make_officer(tools: OfficerTools, file: Path, ask: Callable[[str], str]) -> int:
    """Ask a passphrase twice and write the key; the code with which the program ends."""
    say = tools.texts.get
    if file.exists():
        return _refuse(file, say("opdrachtregel.functionaris.bestaat"))
    passphrase = ask(say("opdrachtregel.functionaris.vraag"))
    if len(passphrase) < SHORTEST:
        return _refuse(file, say("opdrachtregel.functionaris.te_kort"))
    if ask(say("opdrachtregel.functionaris.nog_eens")) != passphrase:
        return _refuse(file, say("opdrachtregel.functionaris.niet_gelijk"))
    try:
        public = tools.make(file, passphrase)
    except WriteError as error:
        print(
            f"{file}: {error.code}: {say('opdrachtregel.functionaris.schrijven')}", file=sys.stderr
        )
        return CANNOT_WRITE
    print(say("opdrachtregel.functionaris.klaar", sleutel=public.hex()))
    return 0


def _refuse(file: Path, reason: str) -> int:
    print(f"{file}: functionaris: {reason}", file=sys.stderr)
    return USAGE
