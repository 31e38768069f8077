"""References to articles, brought together by the law they stand in."""

from __future__ import annotations

import re

_ARTICLE = " art. "


def by_law(bases: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """From each law, in order of first mention, the articles in theirs; without any it stands alone.

    An article is left out where others name it with the paragraphs that it is about.
    """
    found: dict[str, list[str]] = {}
    for basis in bases:
        law, has_article, article = basis.partition(_ARTICLE)
        articles = found.setdefault(law, [])
        if has_article and article not in articles:
            articles.append(article)
    return {
        law: tuple(sorted(_named_once(articles), key=_place)) for law, articles in found.items()
    }


_WHOLE = re.compile(r"(\S+)(?: lid (\d+(?:(?:, | en )\d+)*))?")


def _named_once(articles: list[str]) -> list[str]:
    """Without those that another one names more precisely, or together with more paragraphs."""
    return [one for one in articles if not any(_covers(other, one) for other in articles)]


def _covers(other: str, one: str) -> bool:
    found, wider = _WHOLE.fullmatch(one), _WHOLE.match(other)
    if other == one or found is None or wider is None or found[1] != wider[1]:
        return False
    named, more = _paragraphs(found[2]), _paragraphs(wider[2])
    return bool(more) and named < more


def _paragraphs(text: str | None) -> frozenset[str]:
    return frozenset(re.findall(r"\d+", text or ""))


def _place(article: str) -> tuple[tuple[int, ...], str]:
    """A key by which 5:5 comes before 5:41, and article 9a before 18."""
    return (tuple(int(part) for part in re.findall(r"\d+", article)), article)
