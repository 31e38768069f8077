"""What is wrong with a plugin, as a caseworker reads it; the mistakes themselves are for its maker."""

from __future__ import annotations

from hardship_desk.plugin_api.manifest import PluginProblem
from hardship_desk.presenters.window_texts import WindowTexts


def plugin_sentence(problem: PluginProblem, texts: WindowTexts) -> str:
    """One sentence: which rules did not run, and why."""
    key = f"plugins.probleem.{problem.code}"
    return texts.get(key if key in texts else "plugins.probleem.anders", plugin=problem.plugin)
