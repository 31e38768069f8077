"""The pages of a dossier on which facts are noted: persons and dates, evidence, and the kladblok."""

from __future__ import annotations

from typing_extensions import override

from hardship_desk.presenters.dossier import DossierPresenter
from hardship_desk.presenters.evidence import EvidencePresenter
from hardship_desk.presenters.municipality_switch import SwitchPresenter
from hardship_desk.presenters.notes import NotesPresenter
from hardship_desk.ui.pages.case_part import Around, CasePart
from hardship_desk.ui.views.dossier_view import DossierPageView
from hardship_desk.ui.views.evidence_view import EvidencePageView
from hardship_desk.ui.views.notes_view import NotesPageView
from hardship_desk.ui.widgets.draft_form import DraftForm


class PersonsPart(CasePart[DossierPageView]):
    """Dates, persons and the head of the decision, and another municipality."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        case, texts, shell = around.case, around.texts, around.shell
        self.view = view = DossierPageView(texts, around.stack)
        self.presenter = DossierPresenter(case, view, texts, shell, around.drafts)
        self.switch = SwitchPresenter(case, view.switch, texts, shell, around.run)
        view.field_changed.connect(self.presenter.set_field)
        view.person_wanted.connect(self.presenter.add_person)
        view.person_unwanted.connect(self.presenter.remove_person)
        view.switch.compare_wanted.connect(self.switch.compare)
        view.switch.stop_wanted.connect(self.switch.stop)
        view.switch.switch_wanted.connect(self._on_switch_wanted)
        view.switch.leave_wanted.connect(self.switch.leave)

    @override
    def refresh(self) -> None:
        self.presenter.refresh()
        self.switch.refresh()

    @override
    def focus(self) -> None:
        self.view.focus_first()

    @override
    def flush(self) -> None:
        self.view.flush()

    @override
    def save_typed(self) -> None:
        self.view.save_typed()

    @override
    def leave(self) -> None:
        self.switch.leave()

    @override
    def forms(self) -> tuple[tuple[str, DraftForm], ...]:
        return (("", self.view.draft), ("", self.view.person_draft))

    def _on_switch_wanted(self) -> None:
        self.around.flush()
        self.switch.switch()
        self.presenter.refresh()


class EvidencePart(CasePart[EvidencePageView]):
    """The pieces of evidence, and what each supports."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.view = view = EvidencePageView(around.texts, around.stack)
        self.presenter = shown = EvidencePresenter(
            around.case, view, around.texts, around.shell, around.drafts
        )
        view.choice_made.connect(shown.choose)
        view.save_wanted.connect(shown.save)
        view.remove_wanted.connect(shown.remove)
        view.files_dropped.connect(shown.drop)
        view.copy_wanted.connect(shown.copy_out)
        view.supports_chosen.connect(shown.set_supports)

    @override
    def refresh(self) -> None:
        self.presenter.refresh()

    @override
    def focus(self) -> None:
        self.view.focus_first()

    @override
    def flush(self) -> None:
        self.view.flush()

    @override
    def forms(self) -> tuple[tuple[str, DraftForm], ...]:
        return (("", self.view.draft),)


class NotesPart(CasePart[NotesPageView]):
    """The conversations, and their sentences with the questions they answer."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.view = view = NotesPageView(around.texts, around.stack)
        self.presenter = shown = NotesPresenter(around.case, view, around.texts, around.shell)
        view.choice_made.connect(shown.choose)
        view.conversation_wanted.connect(shown.add)
        view.text_written.connect(shown.write)
        view.assigned.connect(shown.assign)
        view.unassigned.connect(shown.unassign)

    @override
    def refresh(self) -> None:
        self.presenter.refresh()

    @override
    def focus(self) -> None:
        self.view.focus_first()

    @override
    def flush(self) -> None:
        self.view.flush()

    @override
    def save_typed(self) -> None:
        self.view.flush()

    @override
    def forms(self) -> tuple[tuple[str, DraftForm], ...]:
        return (("", self.view.draft),)
