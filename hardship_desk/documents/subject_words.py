"""Stored values as a resident can read them: days, moments and yes or no, without code names."""

from __future__ import annotations

import re
from datetime import date, datetime

from hardship_desk.documents.sections.dutch_time import dutch_time
from hardship_desk.documents.text_source import TextSource
from hardship_desk.domain.money import Money

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:[+-]\d{2}:\d{2}|Z)")
_CODE = re.compile(
    r"(?:s\d\d\.|[a-z]+\.)?[a-z0-9]+(?:_[a-z0-9]+)+|besluit:[\w-]+|(?:s\d\d|[a-z]+)\.[a-z]{4,}"
)
_STEP = re.compile(r"^s\d\d\.")
"""A name that stands for a choice or a decision; no words of a person look like it."""


def in_words(value: object, texts: TextSource) -> str | None:
    """What can stand in one cell; None for a list or an object."""
    match value:
        case None:
            return ""
        case bool():
            return texts.get(f"inzage.{'ja' if value else 'nee'}")
        case str():
            return _text(value, texts)
        case dict():
            return _tagged(value, texts)
        case list():
            return None
        case _:
            return str(value)


def _text(text: str, texts: TextSource) -> str:
    if _DAY.fullmatch(text):
        return _day(text)
    if _MOMENT.fullmatch(text):
        shown = dutch_time(datetime.fromisoformat(text))
        return texts.get("rapport.tijdstip", dag=f"{shown:%d-%m-%Y}", tijd=f"{shown:%H:%M}")
    return re.sub("[_:.]", " ", _STEP.sub("", text)) if _CODE.fullmatch(text) else text


def _tagged(value: dict[str, object], texts: TextSource) -> str | None:
    """A value of open type as people write it; None for another object."""
    match value:
        case {"cents": int(cents)}:
            return Money(cents).dutch()
        case {"date": str(text)} | {"moment": str(text)}:
            return _text(text, texts)
        case {"from": str(start), "to": str() | None as end}:
            return _period(start, end, texts)
        case {"kenmerk": str(name), "vraag": str(text)}:
            return text or name
        case {"row": _, "cells": list(cells)}:
            named = ((_text(name, texts), in_words(inner, texts) or "") for name, inner in cells)
            return "; ".join(f"{name}: {shown}" for name, shown in named)
        case _:
            return None


def _period(start: str, end: str | None, texts: TextSource) -> str:
    if end is None:
        return texts.get("rapport.vanaf", start=_day(start))
    return texts.get("rapport.tot_en_met", start=_day(start), end=_day(end))


def _day(text: str) -> str:
    return date.fromisoformat(text).strftime("%d-%m-%Y")
