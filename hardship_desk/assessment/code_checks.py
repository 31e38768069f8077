"""Looks at the Python of a plugin without running it: it parses, and imports only what it may."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator

from hardship_desk.assessment.plugins.files import PluginFiles
from hardship_desk.questionnaire.toml_reader import FileProblem

INTERFACE = "hardship_desk.plugin_api"


def code_problems(files: PluginFiles) -> Iterator[FileProblem]:
    """What is wrong with the code, file by file."""
    modules = files.modules()
    if "rules.py" in modules and len(modules) > 1:
        yield FileProblem("rules.py", "", "rules_twice")
    elif modules and "rules.py" not in modules and "rules/__init__.py" not in modules:
        yield FileProblem("rules/__init__.py", "", "missing")
    for name, source in modules.items():
        yield from _problems_of(name, source)


def _problems_of(name: str, source: bytes) -> Iterator[FileProblem]:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None)
        yield FileProblem(name, f"regel {line}" if line else "", "not_python")
        return
    for node in ast.walk(tree):
        for module in _imported(node):
            if module != INTERFACE and module.split(".")[0] not in sys.stdlib_module_names:
                line = getattr(node, "lineno", 0)
                yield FileProblem(name, f"regel {line}", f"import_not_allowed {module[:60]}")


def _imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [item.name for item in node.names]
    if isinstance(node, ast.ImportFrom) and node.level == 0:
        return [node.module or ""]
    return []
