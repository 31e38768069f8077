"""The dekkingskaart: on what each sentence of a motivation rests, and which rest on nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from hardship_desk.documents.model import Block, Heading, Paragraph, ReportDocument, Table
from hardship_desk.documents.text_source import TextSource
from hardship_desk.documents.working_papers import PaperHead, working_paper
from hardship_desk.domain.decision import Consideration
from hardship_desk.domain.finding import Finding
from hardship_desk.domain.snapshot import DecisionSnapshot, ShownAnswer

_END = re.compile(
    r"(?<=[.!?])(?<!\bart\.)(?<!\bArt\.)(?<!\bnr\.)(?<!\bblz\.)(?<!\bca\.)"
    r"\s+(?=[A-Z0-9‘“€])|\n+"
)
_SHORTEST = 3
"""A word this short, such as "ja", is found in any sentence and shows nothing."""


class Support(StrEnum):
    """What a sentence can rest on."""

    FACT = "feit"
    NORM = "norm"
    WEIGHING = "weging"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One thing that a sentence rests on, as shown."""

    support: Support
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoveredSentence:
    """A sentence with its grounds; `direct` where its own words name them.

    A sentence of the program rests on what its consideration cites, also where the words differ. A
    sentence in own words rests only on what it names: without that it is bare.
    """

    text: str
    grounds: tuple[Ground, ...]
    direct: bool

    @property
    def bare(self) -> bool:
        """Whether it rests on nothing."""
        return not self.grounds


def coverage_of(
    snapshot: DecisionSnapshot, consideration: Consideration
) -> tuple[CoveredSentence, ...]:
    """Each sentence of a consideration with what it rests on."""
    cited = tuple(_cited(snapshot, consideration))
    found = []
    for text in sentences_of(consideration.printed):
        named = [ground for ground, words in cited if _names(text, words)]
        loose = [] if consideration.own_text else [ground for ground, _ in cited]
        grounds = tuple(dict.fromkeys(named or loose))
        found.append(CoveredSentence(text=text, grounds=grounds, direct=bool(named)))
    return tuple(found)


def sentences_of(text: str) -> tuple[str, ...]:
    """The sentences of a text; an article with its number is not cut in two."""
    return tuple(part.strip() for part in _END.split(text) if part and part.strip())


def build_coverage_map(
    head: PaperHead, snapshot: DecisionSnapshot, texts: TextSource
) -> ReportDocument:
    """A working paper: per step a table of sentences, and a count on top."""
    title = texts.get("dekking.titel")
    ordered = sorted(snapshot.considerations, key=lambda item: item.step)
    mapped = [(item, coverage_of(snapshot, item)) for item in ordered]
    every = [sentence for _, covered in mapped for sentence in covered]
    bare = sum(sentence.bare for sentence in every)
    count = texts.get("dekking.telling", alle=str(len(every)), los=str(bare))
    blocks: list[Block] = [
        Heading(text=title),
        Paragraph(text=texts.get("dekking.uitleg"), source=head.kind),
        Paragraph(text=count if every else texts.get("dekking.geen")),
    ]
    steps = {step.number: step.title for step in snapshot.steps}
    for step, items in groupby(mapped, key=lambda pair: pair[0].step):
        blocks.append(Heading(text=f"{step}. {steps.get(step, '')}".strip(), level=2))
        rows = tuple(row for _, covered in items for row in _rows(covered, texts))
        blocks.append(_table(rows, texts))
    return working_paper(head, title, tuple(blocks), texts)


def _rows(covered: tuple[CoveredSentence, ...], texts: TextSource) -> Iterator[tuple[str, str]]:
    """The sentences of one consideration; one that leans on the same as the one before says so."""
    before = ""
    for sentence in covered:
        shown = _shown(sentence, texts)
        same = shown == before and not sentence.bare
        yield sentence.text, texts.get("dekking.zelfde") if same else shown
        before = shown


def _table(rows: tuple[tuple[str, str], ...], texts: TextSource) -> Table:
    return Table(
        title="",
        header=tuple(texts.get(f"dekking.{name}") for name in ("zin", "steunt_op")),
        rows=rows,
        widths=(5, 4),
    )


def _shown(sentence: CoveredSentence, texts: TextSource) -> str:
    if sentence.bare:
        return texts.get("dekking.los")
    lines = [
        texts.get(f"dekking.{ground.support.value}", wat=ground.shown)
        for ground in sentence.grounds
    ]
    return "\n".join(lines if sentence.direct else (texts.get("dekking.overweging"), *lines))


def _cited(
    snapshot: DecisionSnapshot, consideration: Consideration
) -> Iterator[tuple[Ground, tuple[str, ...]]]:
    """What the consideration cites, each with the words by which a sentence names it.

    A finding brings the answers it leans on.
    """
    answers = {item.question: item for item in snapshot.answers}
    findings = {item.id: item for item in snapshot.findings}
    reasons = {item.finding: item for item in snapshot.weighing}
    used = [findings[item] for item in consideration.findings if item in findings]
    leaned_on = (question for finding in used for question in finding.cites)
    for question in dict.fromkeys((*consideration.answers, *leaned_on)):
        if question in answers:
            yield _fact(answers[question])
    for finding in used:
        yield _norm(finding)
    for finding_id in consideration.findings:
        if finding_id in reasons:
            weighed = reasons[finding_id]
            shown = (
                f"{weighed.weight.value}: {weighed.reason}" if weighed.reason else weighed.weight
            )
            yield Ground(support=Support.WEIGHING, shown=shown), (weighed.reason,)


def _fact(answer: ShownAnswer) -> tuple[Ground, tuple[str, ...]]:
    shown = answer.shown
    if len(shown) <= _SHORTEST:
        shown = shown[:1].upper() + shown[1:]
    ground = Ground(support=Support.FACT, shown=f"{answer.text} {shown}")
    return ground, (answer.shown, answer.explanation)


def _norm(finding: Finding) -> tuple[Ground, tuple[str, ...]]:
    basis = finding.basis.dutch()
    return Ground(support=Support.NORM, shown=basis), (basis, finding.text)


def _names(sentence: str, words: tuple[str, ...]) -> bool:
    """Whether the sentence holds one of these texts, or is held by one."""
    plain = _plain(sentence)
    for text in map(_plain, words):
        if len(text) > _SHORTEST and (text in plain or plain in text):
            return True
    return False


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w€,%]+", " ", text.casefold()).split())
