"""The plugins of this machine: what is used and why not, where values come from, who may run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from hardship_desk.assessment.plugins.shelf import Permission, ShelfEntry
from hardship_desk.assessment.stated.values import in_words
from hardship_desk.domain.errors import HardshipDeskError
from hardship_desk.domain.legal_basis import Certainty
from hardship_desk.plugin_api.catalogue import Parameter
from hardship_desk.presenters.calculation_item import source_line
from hardship_desk.presenters.choice import Choice
from hardship_desk.presenters.law_change_words import shown_days
from hardship_desk.presenters.plugin_words import plugin_sentence
from hardship_desk.presenters.shell import message_of
from hardship_desk.presenters.value_names import value_name
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.services.plugins import PluginService

_HASH_SHOWN = 16
_LARGEST_FILE = 600_000
_UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueLine:
    """One value of a plugin: what it is, and where it comes from; `warning` where it is doubtful."""

    name: str
    value: str
    source: str
    warning: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PluginsPage:
    """What the dialog shows: one plugin, and what can be done with it."""

    plugins: tuple[Choice, ...]
    chosen: str
    facts: tuple[str, ...]
    problems: tuple[str, ...]
    values: tuple[ValueLine, ...]
    can_allow: bool
    can_switch_off: bool
    can_switch_on: bool
    list_text: str


class PluginsView(Protocol):
    """The dialog."""

    def show_page(self, page: PluginsPage) -> None:
        """Show a plugin."""
        ...

    def show_said(self, text: str) -> None:
        """Say what was done or went wrong."""
        ...


class PluginsPresenter:
    """Between the dialog and the plugins."""

    def __init__(
        self, service: PluginService, today: date, view: PluginsView, texts: WindowTexts
    ) -> None:
        self._service = service
        self._today = today
        self._view = view
        self._texts = texts
        entries = service.entries()
        asking = (entry for entry in entries if entry.permission is Permission.ASKS)
        first = next(asking, entries[0] if entries else None)
        self._chosen = first.plugin.id if first else ""

    def refresh(self) -> None:
        """Show the chosen plugin as it stands."""
        self._view.show_page(self._page())

    def choose(self, plugin: str) -> None:
        """Show another plugin."""
        self._chosen = plugin
        self.refresh()

    def allow(self) -> None:
        """Let the code of the chosen plugin run from the next start."""
        self._do(lambda: self._service.allow(self._chosen), "plugins.venster.toegestaan")

    def switch_off(self) -> None:
        """Use the chosen plugin no more."""
        self._do(lambda: self._service.switch_off(self._chosen), "plugins.venster.uit")

    def switch_on(self) -> None:
        """Use the chosen plugin again from the next start."""
        self._do(lambda: self._service.switch_on(self._chosen), "plugins.venster.aan")

    def take_in(self, file: Path) -> None:
        """Take in a list of the organisation."""
        try:
            data = file.read_bytes() if file.stat().st_size < _LARGEST_FILE else b""
        except OSError:
            data = b""
        self._do(lambda: self._service.take_in(data), "plugins.venster.lijst_klaar")

    def _do(self, action: Callable[[], object], done: str) -> None:
        try:
            action()
        except HardshipDeskError as error:
            message = message_of(error, self._texts)
            self._view.show_said(f"⚠ {message.text} {message.advice}")
            return
        self.refresh()
        self._view.show_said(f"✓ {self._texts.get(done)}")

    def _page(self) -> PluginsPage:
        entries = {entry.plugin.id: entry for entry in reversed(self._service.entries())}
        entry = entries.get(self._chosen)
        off = entry is not None and self._service.is_off(self._chosen)
        found = self._service.plugin_list()
        key = "plugins.venster.lijst" if found.number else "plugins.venster.geen_lijst"
        return PluginsPage(
            plugins=tuple(
                Choice(id=name, text=self._called(item)) for name, item in sorted(entries.items())
            ),
            chosen=self._chosen,
            facts=self._facts(entry) if entry else (self._texts.get("plugins.venster.geen"),),
            problems=self._problems(entry) if entry else (),
            values=self._values(entry) if entry else (),
            can_allow=entry is not None
            and entry.permission is Permission.ASKS
            and not self._service.is_allowed(self._chosen),
            can_switch_off=entry is not None and not off,
            can_switch_on=off,
            list_text=self._texts.get(key, nummer=str(found.number), uitgever=found.publisher),
        )

    def _called(self, entry: ShelfEntry) -> str:
        mark = "✓" if entry.is_used else "⚠"
        manifest = entry.plugin.manifest
        return f"{mark} {manifest.title if manifest else entry.plugin.id}"

    def _facts(self, entry: ShelfEntry) -> tuple[str, ...]:
        say, plugin = self._texts.get, entry.plugin
        manifest = plugin.manifest
        code = "wel_code" if plugin.files.has_code else "geen_code"
        facts = [
            say("plugins.venster.gebruikt" if entry.is_used else "plugins.venster.ongebruikt"),
            say(f"plugins.venster.{code}"),
            say(f"plugins.venster.{plugin.origin.value}"),
            say("plugins.venster.hash", hash=plugin.files.sha256[:_HASH_SHOWN]),
        ]
        if manifest is not None:
            period = shown_days(manifest.valid.start, manifest.valid.end or date.max, self._texts)
            codes = ", ".join(manifest.gemeentecodes)
            facts.insert(1, say("plugins.venster.versie", versie=manifest.version, periode=period))
            facts.insert(2, say("plugins.venster.voor", codes=codes))
            facts.append(
                say(
                    "plugins.venster.contact",
                    contact=say("wetspakket.onbekend")
                    if manifest.contact in ("", _UNKNOWN)
                    else manifest.contact,
                )
            )
        if self._service.plugin_list().allows(plugin.files.sha256):
            facts.append(say("plugins.venster.op_lijst"))
        return tuple(facts)

    def _problems(self, entry: ShelfEntry) -> tuple[str, ...]:
        told = [plugin_sentence(problem, self._texts) for problem in entry.problems]
        return tuple(dict.fromkeys(told))

    def _values(self, entry: ShelfEntry) -> tuple[ValueLine, ...]:
        values = [place.item for place in entry.plugin.contents.parameters]
        return tuple(self._value(item) for item in values)

    def _value(self, item: Parameter) -> ValueLine:
        source = source_line(item.basis, item.valid, item.certainty, self._texts)
        return ValueLine(
            name=value_name(item.name, self._texts),
            value=self._shown(item),
            source=" · ".join(
                part for part in (source, item.source.title, item.source.url) if part
            ),
            warning=self._warning(item),
        )

    def _warning(self, item: Parameter) -> str:
        if item.value is None:
            return self._texts.get("plugins.venster.waarde_onbekend")
        if item.valid.end is not None and item.valid.end < self._today:
            return self._texts.get("plugins.venster.afgelopen")
        if item.certainty is not Certainty.VERIFIED:
            return self._texts.get("plugins.venster.niet_nagelezen")
        return ""

    def _shown(self, item: Parameter) -> str:
        if item.value is None:
            return self._texts.get("zekerheid.onbekend")
        return in_words(item.value, item.unit)
