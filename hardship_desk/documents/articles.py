"""References to articles, brought together by the law they stand in."""

from __future__ import annotations

_ARTICLE = " art. "


def by_law(bases: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    """From each law, in order of first mention, the articles; what has none stands by itself."""
    found: dict[str, list[str]] = {}
    for basis in bases:
        law, has_article, article = basis.partition(_ARTICLE)
        articles = found.setdefault(law, [])
        if has_article and article not in articles:
            articles.append(article)
    return {law: tuple(articles) for law, articles in found.items()}
