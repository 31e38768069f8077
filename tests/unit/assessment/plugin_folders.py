"""Writes small plugins into a folder, to be loaded by tests."""

from __future__ import annotations

from pathlib import Path

MANIFEST = """id = "{name}"
title = "Proef"
version = "1.0.0"
api = 1
gemeentecodes = {codes}
valid_from = 2015-01-01
"""
PARAMETER = """[[parameter]]
name = "proef.grens"
unit = "euro"
anchor = "besluit"
basis = { law = "Awb", article = "3:2" }

[[parameter.value]]
valid_from = 2015-01-01
value = 150
certainty = "verified"
source = { title = "Proeftekst" }
"""
FLAG = """[[flag]]
id = "s02.proef"
severity = "A"
moment = "vaststellen"
when = { question = "regel.kenbaar", equals = true }
text = "Proef."
advice = "Niets."
basis = "Awb 3:2"
"""
HEAD = """from hardship_desk.plugin_api import hookimpl
"""


def write_plugin(
    folder: Path,
    name: str,
    *,
    codes: str = "[]",
    manifest: str | None = None,
    rules: str | None = None,
    **files: str,
) -> Path:
    """A plugin folder; `files` are further TOML files by their stem."""
    path = folder / name
    path.mkdir(parents=True)
    (path / "plugin.toml").write_text(
        manifest or MANIFEST.format(name=name, codes=codes), encoding="utf-8"
    )
    for stem, text in files.items():
        (path / f"{stem}.toml").write_text(text, encoding="utf-8")
    if rules is not None:
        (path / "rules").mkdir()
        (path / "rules" / "__init__.py").write_text(HEAD + rules, encoding="utf-8")
        (path / "texts.toml").touch()
    return path
