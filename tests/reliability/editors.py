"""R11: two editors on one dossier, in any order; nothing that was saved disappears unseen."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

from hardship_desk.bootstrap import open_practice_desk
from hardship_desk.domain.ids import DecisionTypeId, QuestionId
from hardship_desk.presenters.answering import Answering
from hardship_desk.presenters.drafts import Drafts
from hardship_desk.presenters.open_case import OpenCase
from hardship_desk.presenters.question_item import raw_of
from hardship_desk.services.cases import NewCase
from hardship_desk.services.desk import Desk
from tests.reliability.figures import Experiment, Figures
from tests.unit.presenters.screens import Frame, window_texts

SEED = 20261126
QUESTIONS = ("conclusie.schuurt", "conclusie.redenen")
DEEDS = 8


@dataclass
class Editor:
    """A window on the dossier: what it shows, and what is typed in it."""

    case: OpenCase
    answering: Answering
    saved: dict[str, str] = field(default_factory=dict)

    def shows(self, question: str) -> str:
        """The answer on its screen."""
        return str(raw_of(self.case.answers.get(QuestionId(question))))

    def error(self, question: str) -> str:
        """What stands in red at the question."""
        found = self.case.desk.questionnaire.question(QuestionId(question))
        return self.answering.item(found).error

    def in_conflict(self, question: str) -> bool:
        """Whether the window asks which text stays."""
        found = self.case.desk.questionnaire.question(QuestionId(question))
        return self.answering.item(found).conflict


def two_editors(folder: Path, times: int) -> Figures:
    """R11: interleavings of typing, saving, reading again and settling, in two editors."""
    desk, chance = open_practice_desk(folder / "oefening.db"), random.Random(SEED)
    tally = Tally()
    while tally.interleavings < times:
        number = tally.interleavings
        made = desk.cases.create_case(_form(number))
        assert not isinstance(made, tuple)
        for _ in range(min(50, times - number)):
            _interleave(desk, made.id, chance, tally)
            tally.interleavings += 1
    return Figures(
        number="R11",
        target="0 silently lost updates; a conflict is shown with both texts",
        seen=f"{tally.interleavings} interleavings, {tally.saves} saves, {tally.conflicts} conflicts, "
        f"{tally.unshown} without both texts, {tally.lost} lost in silence",
        reached=tally.lost == tally.unshown == 0 and tally.conflicts > times // 10,
    )


@dataclass
class Tally:
    """What was counted."""

    interleavings: int = 0
    saves: int = 0
    conflicts: int = 0
    unshown: int = 0
    lost: int = 0


def _interleave(desk: Desk, case_id: object, chance: random.Random, tally: Tally) -> None:
    """Two editors that open the dossier together, and some deeds of each in any order."""
    both = [_editor(desk, case_id) for _ in range(2)]
    for deed in range(DEEDS):
        editor, question = chance.choice(both), chance.choice(QUESTIONS)
        match chance.randrange(5):
            case 0:
                editor.case.reload()
            case 1 if editor.in_conflict(question):
                typed = editor.answering.settle(question)
                if chance.random() < 0.5:
                    _save(desk, editor, question, str(typed), tally)
            case _:
                _save(desk, editor, question, f"{id(editor)}-{deed}-{chance.random()}", tally)


def _save(desk: Desk, editor: Editor, question: str, text: str, tally: Tally) -> None:
    """Type a text; what it replaces must have been on the screen of who typed it."""
    shown, was_in_conflict = editor.shows(question), editor.in_conflict(question)
    before = _stands(desk, editor, question)
    saved = editor.answering.answer(question, text, final=chance_of(text))
    after = _stands(desk, editor, question)
    tally.saves += saved
    tally.lost += after != before and before not in ("", shown)
    tally.lost += saved and after != text
    if not saved and not was_in_conflict:
        tally.conflicts += 1
        told = editor.error(question)
        tally.unshown += text not in told or (before not in told if before else False)
        tally.lost += after != before


def chance_of(text: str) -> bool:
    """Some saves come while the user goes on typing, others when the field is left."""
    return text[-1] in "02468"


def _stands(desk: Desk, editor: Editor, question: str) -> str:
    case = desk.cases.current(editor.case.case_id)
    return str(raw_of(case.answers_for(editor.case.decision_id).get(QuestionId(question))))


def _editor(desk: Desk, case_id: object) -> Editor:
    case = OpenCase(desk, case_id)  # type: ignore[arg-type]  # the id of a dossier
    texts = window_texts(desk)
    return Editor(case=case, answering=Answering(case, texts, Drafts(case, texts, Frame())))


def _form(number: int) -> NewCase:
    return NewCase(
        number=f"R11-{number}",
        gemeentecode="landelijk",
        type=DecisionTypeId("boete"),
        weight="gewoon",
        weight_reason="Een proef.",
    )


EXPERIMENTS = (Experiment(number="R11", run=two_editors, short=40, long=10_000),)
