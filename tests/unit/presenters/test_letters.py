"""The form of a letter: which letters there are, what is wrong, and what comes out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hardship_desk.presenters.letters import LettersPage, LettersPresenter, TypedLetter
from hardship_desk.questionnaire.date_showing import show_date
from hardship_desk.services.letters import LetterForm
from tests.integration.desks import new_work, open_desk_in
from tests.unit.presenters.screens import Frame, at_once, open_example, open_work, window_texts


class LetterScreen:
    """A view that remembers what it was shown."""

    def __init__(self) -> None:
        self.pages: list[LettersPage] = []
        self.problem = ""
        self.html = ""
        self.cleared = 0

    def show_letters(self, page: LettersPage) -> None:
        self.pages.append(page)

    def show_problem(self, text: str) -> None:
        self.problem = text

    def show_preview(self, html: str) -> None:
        self.html = html

    def clear_sheet(self) -> None:
        self.cleared += 1


def _typed(sent_on: str = "", **given: str) -> TypedLetter:
    return TypedLetter(
        name="mevrouw Proef", address="Straat 1", sent_on=sent_on, given=tuple(given.items())
    )


Stage = tuple[LettersPresenter, LetterScreen, Frame]


@pytest.fixture
def filled(tmp_path: Path) -> Stage:
    case, screen, frame = open_example(tmp_path), LetterScreen(), Frame()
    presenter = LettersPresenter(case, screen, window_texts(case.desk), frame, at_once)
    presenter.refresh()
    return presenter, screen, frame


def test_that_the_letters_that_fit_can_be_chosen(filled: Stage) -> None:
    presenter, screen, _ = filled
    page = screen.pages[-1]
    assert [item.id for item in page.letters][:3] == ["besluit", "besluiten", "voornemen"]
    assert page.chosen == "besluit"
    day = presenter._case.decision.sending_date
    assert page.sent_on == (show_date(day) if day else "")
    presenter.choose("voornemen")
    page = screen.pages[-1]
    assert [item.id for item in page.asked] == ["plan", "reageren_tot"]
    assert "De inwoner mag eerst reageren" in page.help
    presenter.refresh()
    assert screen.pages[-1].chosen == "voornemen"


def test_that_a_letter_that_no_longer_fits_is_let_go(tmp_path: Path) -> None:
    work = new_work(open_desk_in(tmp_path))
    case, screen, frame = open_work(work), LetterScreen(), Frame()
    presenter = LettersPresenter(case, screen, window_texts(case.desk), frame, at_once)
    presenter.refresh()
    presenter.choose("verdaging")
    assert screen.pages[-1].chosen == "besluit"
    assert "besluiten" not in [item.id for item in screen.pages[-1].letters]


def test_that_the_letter_is_shown_before_it_is_made(filled: Stage) -> None:
    presenter, screen, _ = filled
    presenter.choose("voornemen")
    presenter.preview(_typed("20-10-2026", plan="Een boete.", reageren_tot="1-11-2026"))
    assert screen.problem == ""
    assert "tot en met 1 november 2026" in screen.html.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [(_typed("morgen"), "morgen"), (_typed("", reageren_tot="32-1-2026"), "32-1-2026")],
)
def test_that_a_wrong_day_is_named_and_nothing_is_made(
    filled: Stage, tmp_path: Path, typed: TypedLetter, wrong: str
) -> None:
    presenter, screen, _ = filled
    presenter.choose("voornemen")
    presenter.preview(typed)
    presenter.save(typed, tmp_path / "uit", LetterForm.DOCX)
    assert screen.problem == f"{wrong} is geen datum. Schrijf dd-mm-jjjj."
    assert screen.html == ""
    assert not (tmp_path / "uit").exists()


def test_that_the_file_is_named_when_it_is_there(filled: Stage, tmp_path: Path) -> None:
    presenter, _, frame = filled
    presenter.save(_typed(), tmp_path / "uit", LetterForm.ODT)
    made = tmp_path / "uit" / "VB-2026-001" / "brief-besluit-boete.odt"
    assert made.exists()
    assert str(made) in frame.messages[-1].text


def test_that_after_a_mistake_of_ours_the_letter_can_be_saved_again(
    filled: Stage, tmp_path: Path
) -> None:
    presenter, _, frame = filled
    nowhere: Path = None  # type: ignore[assignment]  # what only a mistake of ours would pass on
    with pytest.raises(TypeError):
        presenter.save(_typed(), nowhere, LetterForm.ODT)
    presenter.save(_typed(), tmp_path / "uit", LetterForm.ODT)
    assert "brief-besluit-boete.odt" in frame.messages[-1].text


def test_that_one_letter_is_made_at_a_time(tmp_path: Path) -> None:
    case, waiting = open_example(tmp_path), list[Callable[[], object]]()
    presenter = LettersPresenter(
        case,
        LetterScreen(),
        window_texts(case.desk),
        Frame(),
        lambda work, _done, _failed: waiting.append(work),
    )
    presenter.refresh()
    for _ in range(2):
        presenter.save(_typed(), tmp_path / "uit", LetterForm.ODT)
    (work,) = waiting
    work()
    presenter.save(_typed(), tmp_path / "uit", LetterForm.ODT)
    assert len(waiting) == 2


def test_that_the_sheet_comes_back_or_says_what_is_wrong(filled: Stage) -> None:
    presenter, screen, frame = filled
    presenter.take_back("1-11-2026", "")
    assert screen.problem
    assert screen.cleared == 0
    presenter.take_back("1-11-2026", "Het klopt niet.")
    assert (screen.problem, screen.cleared) == ("", 1)
    assert "stap 3" in frame.messages[-1].text


def test_that_a_letter_is_looked_at_but_not_made_while_a_slot_is_open(
    filled: Stage, tmp_path: Path
) -> None:
    presenter, screen, _ = filled
    presenter.choose("voornemen")
    typed = _typed("20-10-2026", plan="Op [nog invullen: dag].", reageren_tot="1-11-2026")
    presenter.preview(typed)
    assert screen.problem == ""
    assert "[nog invullen: dag]" in screen.html
    presenter.save(typed, tmp_path / "brieven", LetterForm.PDF)
    assert "dag" in screen.problem
    assert not (tmp_path / "brieven").exists()
