"""Any package whatever: refused with a reason, or whole; never an exception, never half taken in.

A package that its maker signed with all its mistakes is the hard case: its hashes are right.
`DESK_EXAMPLES=1000` runs as many as the acceptance list asks for.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hardship_desk.assessment.law.changes import law_changes
from hardship_desk.assessment.law.joining import joined
from hardship_desk.assessment.law.package import PACKAGE_MANIFEST
from tests.unit.assessment.law_folders import (
    MANIFEST,
    NORM,
    norm,
    read,
    sealed,
    service,
    shipped,
    store,
    write_package,
)
from tests.unit.assessment.test_any_plugin import CONTENT, EXAMPLES

SLOWEST_SECONDS = 0.1
FILES = st.sampled_from(
    [
        "parameters.toml",
        "parameters/norm.toml",
        "provisions.toml",
        "conflicts.toml",
        "rulings.toml",
        "texts.toml",
        "texts/boete.toml",
        "texts/a/b.toml",
        "rules.py",
        "flags.toml",
    ]
)
DAYS = st.dates().map(lambda day: day.isoformat()) | st.just("")
NORMS = st.builds(
    norm,
    value=st.sampled_from(["1450.25", "-1", "1.001", '"onbekend"', "true", "inf", "0", '"veel"']),
    start=st.dates().map(lambda day: day.isoformat()),
    end=DAYS,
    name=st.sampled_from([NORM, "norm.anders"]),
).map(str.encode)
"""Values that look like those of the law, some of which are right."""


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(file=FILES, content=CONTENT | NORMS, manifest=st.none() | st.binary(max_size=80))
def test_that_any_signed_package_is_refused_or_whole(
    file: str, content: bytes, manifest: bytes | None
) -> None:
    law = shipped()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        place = write_package(folder / "bron", texts="")
        (place / file).parent.mkdir(parents=True, exist_ok=True)
        (place / file).write_bytes(content)
        good = MANIFEST.format(version="2027.1.0", until="2027-06-30").encode()
        (place / PACKAGE_MANIFEST).write_bytes(good if manifest is None else manifest)
        try:
            path = sealed(place, folder / "pakket.zip")
        except UnicodeDecodeError:
            path = place
        started = time.process_time()
        found = read(path)
        took = time.process_time() - started
        preview = service(folder).preview(path)
        assert took < SLOWEST_SECONDS
        assert (found.package is None) is bool(found.problems)
        assert all(problem.reason for problem in (*found.problems, *preview.problems))
        assert store(folder).names() == ()
        if found.package is not None:
            assert law_changes(law, joined(law, found.package)) == preview.changes


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=st.binary(max_size=400))
def test_that_any_bytes_are_no_package(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "pakket.zip"
        path.write_bytes(content)
        assert read(path).problems
