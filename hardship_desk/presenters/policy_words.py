"""Says at the start which mistake stands in the policy of the organisation."""

from __future__ import annotations

from hardship_desk.presenters.shell import Message, MessageKind
from hardship_desk.presenters.window_texts import WindowTexts
from hardship_desk.questionnaire.toml_reader import FileProblem


def policy_message(problems: tuple[FileProblem, ...], texts: WindowTexts) -> Message | None:
    """The mistakes with file and key, and what the program does meanwhile; None where all is well."""
    if not problems:
        return None
    lines = " ".join(_line(problem, texts) for problem in problems)
    return Message(
        kind=MessageKind.WARNING,
        text=texts.get("beleid.fout_in", regels=lines),
        advice=texts.get("beleid.fout_advies"),
    )


def _line(problem: FileProblem, texts: WindowTexts) -> str:
    code, _, detail = problem.reason.partition(" ")
    keys = (f"beleid.fout.{code}", f"plugins.fout.{code}")
    key = next((key for key in keys if key in texts), "beleid.fout.anders")
    sentence = texts.get(key, wat=detail[:160] or problem.key, code=code)
    if not problem.key:
        return f"{problem.file}: {sentence}"
    return texts.get("beleid.regel", bestand=problem.file, sleutel=problem.key, fout=sentence)
