"""The pages of a dossier that are for reading: the overview, and the page of the second reader."""

from __future__ import annotations

from collections.abc import Iterator

from typing_extensions import override

from hardship_desk.presenters.overview import OverviewPresenter
from hardship_desk.presenters.reviewing import ReviewPresenter
from hardship_desk.ui.case_drafts import HalfFilled
from hardship_desk.ui.pages.case_part import Around, CasePart
from hardship_desk.ui.views.overview_view import OverviewPageView
from hardship_desk.ui.views.review_view import ReviewPageView
from hardship_desk.ui.widgets.draft_form import DraftForm


class OverviewPart(CasePart[OverviewPageView]):
    """The dossier at a glance."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.view = view = OverviewPageView(around.texts, around.theme)
        self.presenter = OverviewPresenter(around.case, view, around.texts, around.shell)
        view.line_chosen.connect(self.presenter.open)

    @override
    def refresh(self) -> None:
        self.presenter.refresh()

    @override
    def rules_ready(self) -> None:
        self.presenter.refresh()

    @override
    def focus(self) -> None:
        self.view.focus_first()


class ReviewPart(CasePart[ReviewPageView]):
    """The page to read along, with room for remarks and the verdict."""

    def __init__(self, around: Around) -> None:
        super().__init__(around)
        self.view = view = ReviewPageView(around.texts)
        self.presenter = ReviewPresenter(around.case, view, around.texts, around.shell)
        view.sent.connect(self.presenter.send)

    @override
    def refresh(self) -> None:
        self.presenter.refresh()

    @override
    def rules_ready(self) -> None:
        self.presenter.refresh()

    @override
    def focus(self) -> None:
        self.view.focus_first()

    @override
    def prepare(self) -> Iterator[None]:
        self.refresh()
        yield
        for _part in self.view.parts.making():
            yield

    @override
    def leave(self) -> None:
        self.view.parts.idle.end()

    @override
    def forms(self) -> tuple[tuple[str, DraftForm], ...]:
        return ((f"besluit/{self.around.case.decision_id}/", self.view.form.draft),)

    @override
    def half_filled(self) -> tuple[str, HalfFilled]:
        return f"meelezen/{self.around.case.decision_id}", self.view
