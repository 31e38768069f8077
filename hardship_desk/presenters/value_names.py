"""What a value of law is called: by the name it was given, or by its own words where it has none."""

from __future__ import annotations

from hardship_desk.presenters.window_texts import WindowTexts


def value_name(name: str, texts: WindowTexts) -> str:
    """The name for the screen: `afstemming.categorie_1.percentage` is "Afstemming: categorie 1: percentage"."""
    return texts.get_or(f"organisatie.waarde.{name}", "") or _own_words(name, texts)


def _own_words(name: str, texts: WindowTexts) -> str:
    words = ": ".join(
        " ".join(texts.get_or(f"organisatie.waarde.woord.{word}", word) for word in part.split("_"))
        for part in name.split(".")
    )
    return words[:1].upper() + words[1:]
