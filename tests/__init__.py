"""The tests. A package, since a dependency (spylls) installs one by this name that would win."""
