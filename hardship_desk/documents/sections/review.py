"""Section 14: the second reader, and the blocking flags that were overridden with a reason."""

from __future__ import annotations

from collections.abc import Sequence

from hardship_desk.documents.model import Block, Notice, Paragraph, Table
from hardship_desk.documents.sections.material import Material
from hardship_desk.documents.sections.steps import reasoning_blocks, section, section_heading
from hardship_desk.domain.decision import Review, confirmed
from hardship_desk.domain.flag import Flag, FlagStatus
from hardship_desk.domain.placed_remark import placed_remarks
from hardship_desk.domain.remark import RemarkAnswer


def review(material: Material) -> tuple[Block, ...]:
    """Step 14, what the readers said, and every override."""
    return (*_step(material), *_readers(material), *_overrides(material))


def _step(material: Material) -> tuple[Block, ...]:
    """The answers of the step; without any, the words of the readers speak for themselves."""
    step = material.step(14)
    skipped = step is not None and step.skipped_because
    if skipped or material.answers(14) or not material.snapshot.reviews:
        return section(material, 14, (14,))
    return (section_heading(material, 14), *reasoning_blocks(material, 14))


def _readers(material: Material) -> tuple[Block, ...]:
    reviews = material.snapshot.reviews
    if not reviews:
        key = "zonder" if material.snapshot.adoption else "geen"
        return (Paragraph(text=material.say(f"toets.{key}")),)
    header = ("kolom_lezer", "kolom_oordeel", "kolom_tekst")
    table = Table(
        title=material.say("toets.lezer"),
        header=tuple(material.say(f"toets.{name}") for name in header),
        rows=tuple(
            (
                "\n".join(_who(material, item)),
                material.say(f"verdict.{item.verdict.value}"),
                item.text,
            )
            for item in reviews
        ),
        widths=(30, 20, 50),
    )
    remarks = _remarks(material)
    return (table, *remarks, Notice(text=material.say(f"toets.{_how_sure(reviews)}")))


def _how_sure(reviews: Sequence[Review]) -> str:
    """How it is known who read along: by account, by a signature, by neither, or not for all."""
    ways = {(bool(item.account), bool(item.card)) for item in reviews}
    if ways == {(True, False)}:
        return "vastgesteld"
    if ways == {(False, True)}:
        return "vastgesteld_kaart"
    return "niet_vastgesteld" if ways == {(False, False)} else "deels_vastgesteld"


def _remarks(material: Material) -> tuple[Block, ...]:
    """Each remark with the question it is about, and what was answered to it."""
    snapshot = material.snapshot
    placed = placed_remarks(snapshot.reviews, snapshot.remark_answers)
    if not placed:
        return ()
    header = ("kolom_waarbij", "kolom_opmerking", "kolom_antwoord")
    rows = []
    for item in placed:
        question = snapshot.answer(item.remark.place)
        where = question.text if question is not None else item.remark.place
        answers = [_answered(material, answer) for answer in item.answers]
        rows.append(
            (
                where or material.say("toets.geheel"),
                f"{item.remark.text}\n{item.review.reader}",
                "\n".join(answers) or material.say("toets.onbeantwoord"),
            )
        )
    table = Table(
        title=material.say("toets.opmerkingen"),
        header=tuple(material.say(f"toets.{name}") for name in header),
        rows=tuple(rows),
        widths=(30, 35, 35),
    )
    return (table,)


def _answered(material: Material, answer: RemarkAnswer) -> str:
    who = ", ".join(part for part in (answer.by, material.moment(answer.at)) if part)
    return f"{answer.text} ({who})"


def _who(material: Material, item: Review) -> tuple[str, ...]:
    account = (material.say("toets.met_account"),) if item.account else ()
    card = (material.say("toets.met_kaart"),) if item.card else ()
    return (item.reader, material.moment(item.at), *account, *card)


def _overrides(material: Material) -> tuple[Block, ...]:
    passed = [flag for flag in material.snapshot.flags if flag.status is FlagStatus.GEPASSEERD]
    if not passed:
        return ()
    header = ("kolom_blokkade", "kolom_reden")
    table = Table(
        title=material.say("toets.gepasseerd"),
        header=tuple(material.say(f"toets.{name}") for name in header),
        rows=tuple((flag.text, response_text(material, flag)) for flag in passed),
        widths=(50, 50),
    )
    return (table,)


def response_text(material: Material, flag: Flag) -> str:
    """What was done with a flag, and who read along."""
    if flag.response is None:
        return ""
    lines = [flag.response.text]
    if flag.response.second_reader:
        reader = flag.response.second_reader
        is_sure = confirmed(reader, material.snapshot.reviews)
        key = "controle.tweede_lezer_vast" if is_sure else "controle.tweede_lezer"
        lines.append(material.say(key, naam=reader))
    return "\n".join(lines)
