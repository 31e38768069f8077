"""Days as people say them: how far away, which day of the week, under which heading."""

from __future__ import annotations

from datetime import date, timedelta

from hardship_desk.presenters.window_texts import WindowTexts

WEEK = 7


def tone_of(day: date, today: date) -> str:
    """How a day looks: late, within a week, or further away."""
    if day < today:
        return "error"
    return "warning" if day < today + timedelta(days=WEEK) else ""


def distance(day: date, today: date, texts: WindowTexts) -> str:
    """How far away a day is, in words."""
    days = (day - today).days
    match days:
        case 0:
            return texts.get("vandaag.afstand.vandaag")
        case 1:
            return texts.get("vandaag.afstand.morgen")
        case -1:
            return texts.get("vandaag.afstand.gisteren")
        case _ if days < 0:
            return texts.get("vandaag.afstand.te_laat", dagen=str(-days))
        case _:
            return texts.get("vandaag.afstand.over", dagen=str(days))


def short_day(day: date, texts: WindowTexts) -> str:
    """A day as on a calendar: "do 3 dec"."""
    weekday = texts.get("vandaag.dagen_kort").split(",")[day.weekday()]
    return f"{weekday} {day.day} {texts.get('vandaag.maanden_kort').split(',')[day.month - 1]}"


def long_day(day: date, texts: WindowTexts) -> str:
    """A day in full: "donderdag 3 december 2026"."""
    weekday = texts.get("vandaag.dagen").split(",")[day.weekday()]
    return (
        f"{weekday} {day.day} {texts.get('vandaag.maanden').split(',')[day.month - 1]} {day.year}"
    )


def group_of(day: date, today: date) -> str:
    """The heading a day stands under, by the name of its text."""
    if day < today:
        return "te_laat"
    if day == today:
        return "vandaag"
    next_monday = today + timedelta(days=WEEK - today.weekday())
    if day < next_monday:
        return "week"
    return "volgende_week" if day < next_monday + timedelta(days=WEEK) else "later"
