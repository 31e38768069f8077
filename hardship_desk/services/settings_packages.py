"""The settings of the organisation given to other laptops, and taken in there after a look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from types import MappingProxyType

from hardship_desk.domain.clock import Clock
from hardship_desk.domain.errors import VaultError
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.domain.users import NOBODY, Right, VaultUser
from hardship_desk.plugin_api.catalogue import Parameter
from hardship_desk.questionnaire.toml_reader import FileProblem
from hardship_desk.services.ports.files import FileWriter
from hardship_desk.services.ports.law_packages import LawLog
from hardship_desk.services.ports.organisation import (
    LetterHeadEntry,
    OrganisationSettings,
    OrganisationStore,
    SettingsFormat,
    SettingsPackage,
)

_HASH_SHOWN = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueSetting:
    """A value that comes in; `old` is what was filled in here for the same period."""

    new: Parameter
    old: Parameter | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSetting:
    """One part of a letter head that comes in; `field` is its name, `old` empty where there was none."""

    gemeentecode: Gemeentecode
    field: str
    old: str
    new: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsPreview:
    """A package before it is taken in: what it changes, or every mistake in it."""

    package: SettingsPackage | None = None
    values: tuple[ValueSetting, ...] = ()
    letters: tuple[LetterSetting, ...] = ()
    problems: tuple[FileProblem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsPackages:
    """Gives settings along and takes them in. What a package does not name stays as it is.

    `asked` are the values that no source gives: a package may fill in those, and no others.
    """

    store: OrganisationStore
    format: SettingsFormat
    asked: Callable[[], tuple[Parameter, ...]]
    write: FileWriter
    clock: Clock
    log: LawLog | None = None
    user: VaultUser = NOBODY

    def of_vault(self, log: LawLog, user: VaultUser) -> SettingsPackages:
        """The same for a vault of a user."""
        return replace(self, log=log, user=user)

    def export(self, path: Path) -> None:
        """Write the settings as a package that is still to be signed.

        Raises WriteError, or VaultError `geen_recht`.
        """
        self._ask()
        now, asked = self.store.settings(), self.asked()
        kept = tuple(item for item in now.parameters if _question_for(item, asked) is not None)
        data = self.format.write(replace(now, parameters=kept), self.clock.today())
        self.write(path, data)

    def preview(self, path: Path) -> SettingsPreview:
        """What a signed package would change; nothing is changed yet."""
        found = self.format.read(path)
        if found.package is None:
            return SettingsPreview(problems=found.problems)
        now, new = self.store.settings(), found.package.settings
        problems = tuple(_not_asked(new, self.asked()))
        if problems:
            return SettingsPreview(problems=problems)
        return SettingsPreview(
            package=found.package,
            values=tuple(_value_settings(now, new)),
            letters=tuple(_letter_settings(now, new)),
        )

    def take_in(self, package: SettingsPackage) -> None:
        """Put what the package names in the place of what is here, or change nothing.

        Anybody may: the signature says whose word it is. Raises WriteError or VaultError.
        """
        self.store.save_settings(_joined(self.store.settings(), package.settings))
        if self.log is not None:
            made = f"{package.made_on:%Y-%m-%d} {package.sha256[:_HASH_SHOWN]}"
            self.log.note("organisatiepakket_ingevoerd", made)

    def _ask(self) -> None:
        if not self.user.may(Right.RECHT):
            raise VaultError("geen_recht")


def _not_asked(new: OrganisationSettings, asked: tuple[Parameter, ...]) -> Iterator[FileProblem]:
    """Values that the law itself gives, or that no rule could read."""
    for item in new.parameters:
        question, key = _question_for(item, asked), f"parameter[{item.name}]"
        if question is None:
            yield FileProblem("organisatie.toml", key, "not_asked")
        elif item.unit != question.unit:
            yield FileProblem("organisatie.toml", key, f"other_unit {question.unit}")


def _question_for(item: Parameter, asked: tuple[Parameter, ...]) -> Parameter | None:
    """The open value that it fills in: of that name, and open on all its days."""
    for question in asked:
        begins = question.name == item.name and question.valid.start <= item.valid.start
        end = question.valid.end
        if begins and (end is None or (item.valid.end is not None and item.valid.end <= end)):
            return question
    return None


def _value_settings(now: OrganisationSettings, new: OrganisationSettings) -> Iterator[ValueSetting]:
    known = {(item.name, item.valid.start): item for item in now.parameters}
    for item in new.parameters:
        old = known.get((item.name, item.valid.start))
        if old != item:
            yield ValueSetting(new=item, old=old)


def _letter_settings(
    now: OrganisationSettings, new: OrganisationSettings
) -> Iterator[LetterSetting]:
    for code, entry in new.letters.items():
        known = now.letters.get(code, LetterHeadEntry()).facts
        for name in _parts():
            text, old = getattr(entry.facts, name), getattr(known, name)
            if text and text != old:
                yield LetterSetting(
                    gemeentecode=code, field=name, old=old, new=text, source=entry.source
                )


def _joined(now: OrganisationSettings, new: OrganisationSettings) -> OrganisationSettings:
    names = {(item.name, item.valid.start) for item in new.parameters}
    kept = (item for item in now.parameters if (item.name, item.valid.start) not in names)
    letters = dict(now.letters)
    for code, entry in new.letters.items():
        known = now.letters.get(code, LetterHeadEntry()).facts
        filled = {name: text for name in _parts() if (text := getattr(entry.facts, name))}
        letters[code] = replace(entry, facts=replace(known, **filled))
    return OrganisationSettings(
        parameters=(*kept, *new.parameters), letters=MappingProxyType(letters)
    )


def _parts() -> tuple[str, ...]:
    """The parts of a letter head that are text."""
    return tuple(item.name for item in fields(LetterFacts) if isinstance(item.default, str))
