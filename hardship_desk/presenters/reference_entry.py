"""One entry of the reference as shown: what it says, what it asks, when it holds, how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from hardship_desk.assessment.stated.values import in_words
from hardship_desk.plugin_api.catalogue import Conflict, DatedText, Provision, ReadHow, Ruling
from hardship_desk.presenters.articles import article
from hardship_desk.presenters.reference_days import ReferenceDays
from hardship_desk.presenters.reference_words import (
    read_how,
    shown_validity,
    sureness,
)
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.services.reference import Entry, ReferenceService
from hardship_desk.services.ruling_readings import RulingReadings


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryLine:
    """One line of a part; `link` is the key of the entry that it leads to."""

    text: str
    detail: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPart:
    """One part of an entry, with its title; it can be copied on its own."""

    title: str
    lines: tuple[EntryLine, ...]

    def plain(self) -> str:
        """The part as text for another program."""
        lines = (f"- {line.text}\n  {line.detail}".rstrip() for line in self.lines)
        return "\n".join((self.title, *lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingItem:
    """Of a ruling known by a summary: who read it, in a sentence, or the day to begin with."""

    said: str = ""
    today: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """One entry as shown; `warning` is empty where it is the law of the chosen day."""

    key: str
    kind: str
    title: str
    chips: tuple[str, ...]
    warning: str
    parts: tuple[EntryPart, ...]
    reading: ReadingItem | None = None

    def plain(self) -> str:
        """The whole entry as text for another program."""
        head = [self.title, " · ".join(self.chips), self.warning]
        return "\n\n".join(
            [*(line for line in head if line), *(part.plain() for part in self.parts)]
        )


class EntryWriter:
    """Writes entries for the page, each for the day that counts for it."""

    def __init__(
        self, reference: ReferenceService, texts: WindowTexts, readings: RulingReadings
    ) -> None:
        self._reference = reference
        self._readings = readings
        self._texts = texts

    def title(self, entry: Entry) -> str:
        """The name of an entry: its article, its clash or its ECLI."""
        match entry.item:
            case Provision():
                return entry.item.basis.dutch()
            case Conflict():
                return entry.item.title
            case Ruling():
                return entry.item.ecli or entry.item.reference
            case unreachable:
                assert_never(unreachable)

    def summary(self, entry: Entry) -> str:
        """The sentence that tells entries with the same article apart."""
        match entry.item:
            case Provision() | Ruling():
                return entry.item.gist
            case Conflict():
                return entry.item.clash
            case unreachable:
                assert_never(unreachable)

    def state(self, entry: Entry, day: date) -> str:
        """Why an entry is not the law of the day; empty where it is."""
        item, texts, shown = entry.item, self._texts, show_date(day)
        if isinstance(item, Ruling):
            later = item.on is not None and item.on > day
            return texts.get("naslag.later", dag=shown) if later else ""
        if item.holds_on(day):
            return ""
        if item.valid_until is not None and item.valid_until < day:
            when = texts.get("naslag.gold_tot", dag=show_date(item.valid_until))
        else:
            when = texts.get("naslag.gaat_in", dag=show_date(item.valid_from or day))
        return f"{texts.get('naslag.geldt_niet', dag=shown)}, {when}"

    def page(self, entry: Entry, days: ReferenceDays) -> EntryPage:
        """The entry as shown."""
        day = days.day_of(entry.item)
        parts = (*self._parts(entry), *self._validity(entry, days))
        return EntryPage(
            key=entry.key,
            kind=self._texts.get(f"naslag.soorten.{entry.kind.value}"),
            title=self.title(entry),
            chips=self._chips(entry),
            warning=self._warning(entry, day, days),
            parts=tuple(part for part in parts if part.lines),
            reading=self._reading(entry, days),
        )

    def _reading(self, entry: Entry, days: ReferenceDays) -> ReadingItem | None:
        """Whether somebody read a ruling of which the program knows a summary."""
        item = entry.item
        if not isinstance(item, Ruling) or item.read_how is not ReadHow.SUMMARY or not item.ecli:
            return None
        return ReadingItem(said=self._read_by(item.ecli), today=show_date(days.today))

    def _read_by(self, ecli: str) -> str:
        found = self._readings.reading(ecli)
        if found is None:
            return ""
        return self._texts.get("naslag.zelf_gelezen", dag=show_date(found.on), wie=found.by)

    def _warning(self, entry: Entry, day: date, days: ReferenceDays) -> str:
        state = self.state(entry, day)
        found = [f"{state[0].upper()}{state[1:]}."] if state else []
        found.extend(text for text in (self.misfit(entry, days.kind),) if text)
        if self._reference.is_beyond_known(day) and not isinstance(entry.item, Ruling):
            found.append(self.beyond_known())
        return " ".join(found)

    def misfit(self, entry: Entry, kind: str) -> str:
        """Why an entry does not belong to this kind of decision, with its article; else empty."""
        if self._reference.fits(entry.item, kind):
            return ""
        return self._texts.get(
            "naslag.past_niet",
            artikel=self.title(entry),
            soort=self._kinds((kind,)),
            bedoeld=self._kinds(entry.item.applies_to),
        )

    def beyond_known(self) -> str:
        """That the texts of law were not yet known for a day."""
        first = self._reference.first_unknown_day()
        return self._texts.get("naslag.nog_onbekend", dag=show_date(first) if first else "")

    def _chips(self, entry: Entry) -> tuple[str, ...]:
        texts, item = self._texts, entry.item
        match item:
            case Provision():
                own = [texts.get(f"naslag.binding.{item.binding}")]
            case Conflict():
                own = []
            case Ruling():
                own = [self._read_by(item.ecli) or read_how(item, texts)]
            case unreachable:
                assert_never(unreachable)
        return (*own, sureness(item, item.certainty, texts))

    def _parts(self, entry: Entry) -> tuple[EntryPart, ...]:
        match entry.item:
            case Provision():
                return self._provision(entry.item)
            case Conflict():
                return self._conflict(entry.item)
            case Ruling():
                return self._ruling(entry.item)
            case unreachable:
                assert_never(unreachable)

    def _provision(self, item: Provision) -> tuple[EntryPart, ...]:
        texts = self._texts
        binding = texts.get(
            "naslag.regel.binding",
            binding=texts.get(f"naslag.binding.{item.binding}"),
            uitleg=texts.get(f"naslag.binding_uitleg.{item.binding}"),
        )
        why = (
            EntryLine(
                text=element.question,
                detail=texts.get("naslag.regel.waarom", waarom=element.why),
            )
            for element in item.elements
        )
        law = (
            EntryLine(
                text=f"{case.ecli}: {case.gist}",
                detail=self._known_by(case.ecli, case.certainty.value),
                link=found.key if (found := self._reference.ruling(case.ecli)) else "",
            )
            for case in item.case_law
        )
        return (
            self._part("kern", EntryLine(text=item.gist), EntryLine(text=binding)),
            self._part("vragen", *why),
            self._part("motivering", *(EntryLine(text=text) for text in item.motivation)),
            self._part("rechtspraak", *law),
            self._part("soort_besluit", EntryLine(text=self._kinds(item.applies_to))),
        )

    def _known_by(self, ecli: str, certainty: str) -> str:
        found = self._reference.ruling(ecli)
        if found is not None and isinstance(found.item, Ruling):
            return self._read_by(ecli) or read_how(found.item, self._texts)
        return self._texts.get(f"zekerheid.{certainty}")

    def _conflict(self, item: Conflict) -> tuple[EntryPart, ...]:
        solved = (
            (EntryLine(text=self._texts.get("naslag.regel.opgelost", hoe=item.solved_by)),)
            if item.solved_by
            else ()
        )
        return (
            self._part("botsing", EntryLine(text=item.clash), *solved),
            self._part("mogelijkheden", *(EntryLine(text=text) for text in item.options)),
            self._part("contact", *(EntryLine(text=text) for text in item.contact)),
            self._articles("bepalingen", item.provisions, item.articles),
            self._part("soort_besluit", EntryLine(text=self._kinds(item.applies_to))),
        )

    def _ruling(self, item: Ruling) -> tuple[EntryPart, ...]:
        texts = self._texts
        facts = [
            texts.get("naslag.regel.rechter", rechter=item.court),
            texts.get("naslag.regel.datum", dag=show_date(item.on))
            if item.on
            else texts.get("naslag.regel.jaar", jaar=str(item.year)),
            texts.get(
                "naslag.regel.uitkomst", uitkomst=texts.get(f"naslag.uitkomst.{item.outcome.value}")
            ),
        ]
        if item.municipality:
            facts.append(texts.get("naslag.regel.gemeente", gemeente=item.municipality))
        numbers = (
            texts.get(
                "naslag.regel.getal",
                naam=texts.get_or(f"naslag.getal.{number.name}", number.name.replace("_", " ")),
                waarde=in_words(number.value, number.unit),
            )
            for number in item.numbers
        )
        return (
            self._part("uitspraak", *(EntryLine(text=text) for text in (item.gist, *facts))),
            self._part("gebrek", *([EntryLine(text=item.defect)] if item.defect else [])),
            self._part("les", EntryLine(text=item.lesson)),
            self._part("getallen", *(EntryLine(text=text) for text in numbers)),
            self._articles("bepalingen", item.provisions, item.articles),
            self._part("soort_besluit", EntryLine(text=self._kinds(item.applies_to))),
        )

    def _articles(
        self, title: str, provisions: tuple[str, ...], articles: tuple[str, ...]
    ) -> EntryPart:
        known = []
        for name in provisions:
            found = self._reference.provision_on(name, date.max)
            shown = self.title(found) if found else article(name)
            known.append(EntryLine(text=shown, link=found.key if found else ""))
        return self._part(title, *known, *(EntryLine(text=text) for text in articles))

    def _validity(self, entry: Entry, days: ReferenceDays) -> tuple[EntryPart, ...]:
        texts, item = self._texts, entry.item
        lines = []
        if isinstance(item, DatedText):
            lines = self._dates(item, days)
        source = " ".join(part for part in (item.source.title, item.source.url) if part)
        lines.append(EntryLine(text=texts.get("naslag.regel.bron", bron=source)))
        if item.source.note:
            lines.append(EntryLine(text=texts.get("naslag.regel.bron_noot", noot=item.source.note)))
        if isinstance(item, Ruling):
            how = texts.get("naslag.regel.gelezen", wat=read_how(item, texts))
            lines.append(EntryLine(text=how))
        sure = item.certainty
        if isinstance(item, DatedText):
            sure = item.certainty_on(days.day_of(item))
        shown = sureness(item, sure, texts)
        lines.append(EntryLine(text=texts.get("naslag.regel.zeker", zeker=shown)))
        others = (
            EntryLine(text=shown_validity(other.item, texts), link=other.key)
            for other in self._reference.versions_of(entry)
            if isinstance(other.item, DatedText)
        )
        return (self._part("geldigheid", *lines), self._part("versies", *others))

    def _dates(self, item: Provision | Conflict, days: ReferenceDays) -> list[EntryLine]:
        texts, day = self._texts, days.day_of(item)
        anchor = texts.get(f"naslag.anker.{item.anchor.value}")
        own = days.of_case(item)
        if not days.has_case:
            which = texts.get("naslag.regel.anker", anker=anchor)
        elif own is None:
            which = texts.get("naslag.regel.anker_geen_dag", anker=anchor)
        else:
            which = texts.get("naslag.regel.anker_dag", anker=anchor, dag=show_date(own))
        found = [
            which,
            texts.get("naslag.regel.periode", periode=shown_validity(item, texts)),
            texts.get("naslag.regel.gezien", dag=show_date(item.seen_from)),
        ]
        if day < item.seen_from and item.holds_on(day):
            found.append(texts.get("naslag.regel.niet_gelezen", dag=show_date(day)))
        return [EntryLine(text=text) for text in found]

    def _kinds(self, names: tuple[str, ...]) -> str:
        return ", ".join(self._texts.get_or(f"naslag.besluiten.{name}", name) for name in names)

    def _part(self, name: str, *lines: EntryLine) -> EntryPart:
        return EntryPart(title=self._texts.get(f"naslag.deel.{name}"), lines=lines)
