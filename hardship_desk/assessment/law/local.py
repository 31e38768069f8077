"""Holds a plugin of a municipality to the law: it may add and tighten, and never loosen.

Every mistake names file, key and a code; where law stands in the way, the article as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hardship_desk.assessment.law.local_limits import LocalLimit
from hardship_desk.assessment.plugins.contents import Located, PluginContents
from hardship_desk.assessment.plugins.files import MANIFEST
from hardship_desk.assessment.plugins.manifest import NATIONAL
from hardship_desk.assessment.stated.checks import StatedChecks, basis_problems
from hardship_desk.assessment.stated.letter_checks import letter_problems
from hardship_desk.assessment.stock_text_checks import stock_text_problems
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.plugin_api.catalogue import Conflict, Parameter, Provision, Ruling
from hardship_desk.plugin_api.manifest import PluginManifest
from hardship_desk.questionnaire.joining import PluginParts
from hardship_desk.questionnaire.loader import with_parts
from hardship_desk.questionnaire.model import FlagDefinition, Question, Questionnaire
from hardship_desk.questionnaire.toml_reader import FileProblem, ProblemList

MOST_QUESTIONS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class NationalLaw:
    """What every municipality has to keep: core questions and flags, national values, limits."""

    questionnaire: Questionnaire
    provisions: tuple[Provision, ...] = ()
    parameters: tuple[Parameter, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    findings: frozenset[str] = frozenset()
    limits: tuple[LocalLimit, ...] = ()
    codes: frozenset[Gemeentecode] = frozenset()

    def article(self, provision: str) -> str:
        """The article of a provision; its id where it is not known."""
        found = (item.basis.dutch() for item in self.provisions if item.id == provision)
        return next(found, provision)


class LocalLaw:
    """Checks the plugins of municipalities against national law."""

    def __init__(self, law: NationalLaw) -> None:
        self._law = law
        self._questions = {
            item.id: item for step in law.questionnaire.steps for item in step.questions
        }
        self._flags = {item.id: item for item in law.questionnaire.flags}

    def problems(
        self, manifest: PluginManifest, contents: PluginContents
    ) -> tuple[FileProblem, ...]:
        """Everything wrong with a plugin that is not national."""
        provisions = self._provisions_of(contents)
        stated = StatedChecks(self._law.questionnaire, provisions, self._units_of(contents))
        return (
            *self._manifest(manifest),
            *self._parameters(contents.parameters),
            *self._provisions(contents),
            *self._questions_of(manifest, contents.questions, provisions),
            *self._flags_of(manifest, contents.flags),
            *stated.findings(manifest.id, contents.findings, contents.questions),
            *stated.paragraphs(contents.paragraphs, contents.questions),
            *self._letters(contents, provisions),
            *stock_text_problems(manifest.id, contents.blocks, self._law.questionnaire, provisions),
            *self._joined(manifest, contents),
        )

    def _letters(
        self, contents: PluginContents, provisions: frozenset[str]
    ) -> Iterator[FileProblem]:
        own = {place.item.id: place.item for place in contents.questions}
        for place in contents.letters:
            yield from letter_problems(place, {**self._questions, **own}, provisions)

    def _provisions_of(self, contents: PluginContents) -> frozenset[str]:
        own = (item.item for item in contents.provisions)
        return frozenset(item.id for item in (*self._law.provisions, *own))

    def _units_of(self, contents: PluginContents) -> dict[str, str]:
        """The values that sentences may name, each with its unit."""
        own = (place.item for place in contents.parameters)
        return {item.name: item.unit for item in (*self._law.parameters, *own)}

    def _manifest(self, manifest: PluginManifest) -> Iterator[FileProblem]:
        if manifest.id == NATIONAL:
            yield FileProblem(MANIFEST, "id", "id_of_national_law")
        if not manifest.gemeentecodes:
            yield FileProblem(MANIFEST, "gemeentecodes", "only_national_law_holds_everywhere")
        for code in manifest.gemeentecodes:
            if self._law.codes and code not in self._law.codes:
                yield FileProblem(MANIFEST, "gemeentecodes", f"unknown_municipality {code}")

    def _parameters(self, found: Iterable[Located[Parameter]]) -> Iterator[FileProblem]:
        seen: list[Parameter] = []
        for place in found:
            value = place.item
            problem = self._national_value(value) or self._over_a_limit(value)
            if problem:
                yield FileProblem(place.file, place.key, problem)
            if any(
                value.name == other.name and value.valid.overlaps(other.valid) for other in seen
            ):
                yield FileProblem(place.file, place.key, "two_values_on_one_day")
            seen.append(value)

    def _national_value(self, value: Parameter) -> str:
        """Whether the name is that of a value which the law itself sets."""
        for national in self._law.parameters:
            if national.name == value.name and national.value is not None and not national.local:
                return f"national_value {national.basis.dutch()}"
        return ""

    def _over_a_limit(self, value: Parameter) -> str:
        for limit in self._law.limits:
            if limit.is_for(value):
                code = limit.broken_by(value, self._law.parameters)
                if code:
                    return f"{code} {limit.basis.dutch()}"
        return ""

    def _provisions(self, contents: PluginContents) -> Iterator[FileProblem]:
        national = {item.id: item for item in self._law.provisions}
        for place in contents.provisions:
            known = national.get(place.item.id)
            if known is not None:
                article = known.basis.dutch()
                yield FileProblem(place.file, place.key, f"provision_of_national_law {article}")
        conflicts = {item.id for item in self._law.conflicts}
        for conflict in contents.conflicts:
            if conflict.id in conflicts:
                key = f"conflict[{conflict.id}]"
                yield FileProblem("conflicts.toml", key, "id_of_national_law")
        rulings = {item.ecli for item in self._law.rulings if item.ecli}
        for ruling in contents.rulings:
            if ruling.ecli in rulings:
                yield FileProblem("rulings.toml", f"ruling[{ruling.ecli}]", "id_of_national_law")

    def _questions_of(
        self,
        manifest: PluginManifest,
        found: tuple[Located[Question], ...],
        provisions: frozenset[str],
    ) -> Iterator[FileProblem]:
        if len(found) > MOST_QUESTIONS:
            yield FileProblem(found[0].file, "question", f"too_many_questions {MOST_QUESTIONS}")
        for place in found:
            core = self._questions.get(place.item.id)
            if core is not None:
                article = self._law.article(core.basis)
                yield FileProblem(place.file, place.key, f"question_of_the_core {article}")
            elif not place.item.id.startswith(f"{manifest.id}."):
                yield FileProblem(place.file, place.key, f"id_without_plugin {manifest.id}.")
            if place.item.options_from:
                yield FileProblem(place.file, place.key, "outcomes_are_of_the_core")
            yield from basis_problems(place.file, place.key, place.item.basis, provisions)

    def _flags_of(
        self, manifest: PluginManifest, found: tuple[Located[FlagDefinition], ...]
    ) -> Iterator[FileProblem]:
        for place in found:
            flag = place.item
            core = self._flags.get(flag.id)
            prefix = f"s{flag.step:02}.{manifest.id}_"
            if core is not None:
                yield FileProblem(place.file, place.key, f"flag_of_the_core {core.basis}")
            elif not flag.id.startswith(prefix):
                yield FileProblem(place.file, place.key, f"id_without_plugin {prefix}")

    def _joined(self, manifest: PluginManifest, contents: PluginContents) -> Iterator[FileProblem]:
        """What shows only when the questions and flags stand among those of the core."""
        parts = parts_of(manifest, contents)
        if not parts.questions and not parts.flags:
            return
        noted = ProblemList()
        with_parts(self._law.questionnaire, (parts,), noted)
        places: dict[str, Located[Question] | Located[FlagDefinition]] = {
            **{str(place.item.id): place for place in contents.questions},
            **{str(place.item.id): place for place in contents.flags},
        }
        for problem in noted.all():
            owner = problem.key.rpartition(".")[0]
            place = places.get(owner) or places.get(problem.key)
            if place is None:
                yield FileProblem("questions.toml", problem.key, problem.reason)
            elif place.item.id in self._questions or place.item.id in self._flags:
                continue
            else:
                rest = problem.key.removeprefix(owner).lstrip(".") if owner in places else ""
                key = f"{place.key}.{rest}" if rest else place.key
                twice = "of_another_plugin" in problem.reason
                yield FileProblem(place.file, key, "id_twice" if twice else problem.reason)


def parts_of(manifest: PluginManifest, contents: PluginContents) -> PluginParts:
    """What the plugin adds to the questionnaire."""
    return PluginParts(
        plugin=manifest.id,
        questions=tuple(place.item for place in contents.questions),
        flags=tuple(place.item for place in contents.flags),
        gemeentecodes=manifest.gemeentecodes,
    )
