"""The remarks of second readers as they stand: which are answered, and which still wait."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hardship_desk.domain.decision import Review
from hardship_desk.domain.remark import Remark, RemarkAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedRemark:
    """One remark with the review it came in, and what was answered, oldest first."""

    id: str
    review: Review
    remark: Remark
    answers: tuple[RemarkAnswer, ...]

    @property
    def is_open(self) -> bool:
        """Whether it still waits for an answer."""
        return not self.answers


def placed_remarks(
    reviews: Iterable[Review], answers: Iterable[RemarkAnswer]
) -> tuple[PlacedRemark, ...]:
    """Every remark, oldest first; reviews are only added, so a remark keeps its id."""
    given = tuple(answers)
    return tuple(
        PlacedRemark(
            id=(name := f"{place}.{number}"),
            review=review,
            remark=remark,
            answers=tuple(item for item in given if item.remark == name),
        )
        for place, review in enumerate(reviews, start=1)
        for number, remark in enumerate(review.remarks, start=1)
    )
