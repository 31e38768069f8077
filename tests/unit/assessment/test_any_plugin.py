"""Any plugin whatever: refused with a reason, never imported, never an exception, never slow.

`DESK_EXAMPLES=1000` runs as many as the acceptance list asks for.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

import tomlkit
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hardship_desk.assessment.plugins.loader import Origin, read_plugin
from tests.unit.assessment.shelves import MANIFEST, law

EXAMPLES = int(os.environ.get("DESK_EXAMPLES", "60"))
SLOWEST_SECONDS = 0.05
NAMES = st.sampled_from(
    [
        "id",
        "name",
        "unit",
        "anchor",
        "basis",
        "value",
        "valid_from",
        "certainty",
        "source",
        "title",
        "step",
        "type",
        "types",
        "traits",
        "text",
        "when",
        "question",
        "equals",
        "any",
        "not",
        "all",
        "direction",
        "section",
        "outcomes",
        "severity",
        "moment",
        "advice",
        "law",
        "article",
        "weights",
        "options",
        "columns",
        "after",
        "scope",
        "tags",
        "hard",
        "finding",
        "seen_from",
        "gist",
        "binding",
        "kind",
        "applies_to",
    ]
)
WORDS = st.sampled_from(
    [
        "proefdorp.a",
        "s06.proefdorp_a",
        "boete",
        "euro",
        "besluit",
        "verified",
        "regel.kenbaar",
        "",
        "{a.b}",
    ]
) | st.text(max_size=12)
SCALARS = st.booleans() | st.integers(-(10**15), 10**15) | WORDS | st.dates() | st.floats()
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=8,
)
TABLES = st.dictionaries(
    st.sampled_from(
        ["parameter", "provision", "question", "flag", "finding", "paragraph", "conflict", "ruling"]
    ),
    st.lists(st.dictionaries(NAMES, VALUES, max_size=8), min_size=1, max_size=2),
    min_size=1,
    max_size=2,
)
FILES = st.sampled_from(
    [
        "parameters",
        "provisions",
        "questions",
        "flags",
        "findings",
        "letters",
        "conflicts",
        "rulings",
    ]
)


def written(tables: Mapping[str, object]) -> bytes:
    try:
        return tomlkit.dumps(tables).encode()
    except (ValueError, TypeError):
        return b"id = "


CONTENT = TABLES.map(written) | st.binary(max_size=60)


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(file=FILES, content=CONTENT, manifest=st.none() | st.binary(max_size=80))
def test_that_any_plugin_is_refused_or_whole(
    file: str, content: bytes, manifest: bytes | None
) -> None:
    checks = law()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "proefdorp"
        place.mkdir()
        marker = Path(folder) / "gedraaid"
        (place / "rules.py").write_text(f"open({str(marker)!r}, 'w').close()\nimport niet.bestaand")
        good = MANIFEST.format(name="proefdorp").encode()
        (place / "plugin.toml").write_bytes(good if manifest is None else manifest)
        (place / f"{file}.toml").write_bytes(content)
        started = time.process_time()
        found = read_plugin(place, origin=Origin.ADDED, check=checks.problems)
        took = time.process_time() - started
        assert found.problems
        assert all(problem.reason for problem in found.problems)
        assert not marker.exists()
        assert took < SLOWEST_SECONDS
