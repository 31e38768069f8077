"""What goes to a worker process and comes back, as JSON: typed values, and nothing of a person."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from json import JSONDecoder, JSONEncoder
from types import MappingProxyType
from typing import Any, NoReturn

from typing_extensions import override

from hardship_desk.domain.answers import AnswerState
from hardship_desk.domain.case import PersonRole
from hardship_desk.domain.codec import decode, decode_open, encode
from hardship_desk.domain.computation import Computation
from hardship_desk.domain.decision import CaseWeight, Consideration
from hardship_desk.domain.finding import Finding
from hardship_desk.domain.ids import DecisionTypeId, EvidenceId, QuestionId
from hardship_desk.domain.money import Money
from hardship_desk.plugin_api.catalogue import Parameter, ParameterTable
from hardship_desk.plugin_api.context import (
    AssessmentContext,
    ContextAnswer,
    ContextDates,
    ContextEvidence,
    HasText,
)
from hardship_desk.plugin_api.letter import LetterBlock, LetterView

HOOKS: Mapping[str, type] = MappingProxyType(
    {
        "hardship_computations": Computation,
        "hardship_findings": Finding,
        "hardship_considerations": Consideration,
        "hardship_letter": LetterBlock,
    }
)
"""The hooks, each with the kind of its answers."""
MOST_ITEMS, LONGEST_TEXT, MOST_CENTS, DEEPEST = 300, 20_000, 10**14, 12


def dumps(message: Mapping[str, object]) -> bytes:
    """A message as one line."""
    return _WRITER.encode(message).encode() + b"\n"


def written(value: object) -> str:
    """A part of a message, without spaces."""
    return _WRITER.encode(value)


def loads(line: bytes) -> dict[str, Any]:
    """A message from its line; raises ValueError for anything else, NaN included."""
    try:
        found = _READER.decode(line.decode())
    except RecursionError:
        raise ValueError("nested_too_deep") from None
    if not isinstance(found, dict):
        raise ValueError("not_a_message")  # noqa: TRY004  # one kind of failure for the caller
    return found


def _refuse(_constant: str) -> NoReturn:
    raise ValueError("not_a_number")


_READER = JSONDecoder(parse_constant=_refuse)
_WRITER = JSONEncoder(ensure_ascii=False, separators=(",", ":"))
"""Made once: making one costs a third of what reading a case does."""


def encode_context(context: AssessmentContext) -> dict[str, object]:
    """The case as rules see it, without the parameters, which are sent once."""
    return {
        "decision_type": context.decision_type,
        "weight": context.weight.value,
        "dates": encode(context.dates),
        "person_role": encode(context.person_role),
        "roles": encode(context.roles_in_dossier),
        "answers": {name: _encode_answer(item) for name, item in context.answers.items()},
        "evidence": encode(context.evidence),
        "linked": {name: amount.cents for name, amount in context.linked_amounts.items()},
    }


def decode_context(data: Mapping[str, Any], parameters: ParameterTable) -> AssessmentContext:
    """The case from its JSON."""
    return AssessmentContext(
        decision_type=DecisionTypeId(data["decision_type"]),
        weight=CaseWeight(data["weight"]),
        dates=decode(ContextDates, data["dates"]),
        person_role=PersonRole(data["person_role"]) if data["person_role"] else None,
        roles_in_dossier=tuple(PersonRole(item) for item in data["roles"]),
        answers=LazyAnswers(data["answers"]),
        evidence=tuple(decode(ContextEvidence, item) for item in data["evidence"]),
        linked_amounts=MappingProxyType(
            {DecisionTypeId(name): Money(cents) for name, cents in data["linked"].items()}
        ),
        parameters=parameters,
    )


class LazyAnswers(Mapping[QuestionId, ContextAnswer]):
    """Answers that are read from their JSON when a rule looks at them; most rules look at few."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self._data = data
        self._read: dict[QuestionId, ContextAnswer] = {}

    @override
    def __getitem__(self, name: QuestionId) -> ContextAnswer:
        if name not in self._read:
            self._read[name] = _decode_answer(self._data[name])
        return self._read[name]

    @override
    def __iter__(self) -> Iterator[QuestionId]:
        return map(QuestionId, self._data)

    @override
    def __len__(self) -> int:
        return len(self._data)


def ask_line(number: int, hook: str, context: str, arguments: str) -> bytes:
    """A question as one line, from parts that were written down before."""
    return (
        f'{{"do":"ask","number":{number},"hook":"{hook}","context":{context},'
        f'"arguments":{arguments}}}\n'
    ).encode()


def encode_parameters(table: ParameterTable) -> list[object]:
    """Every value that holds for the case."""
    return [encode(item) for item in table.parameters]


def decode_parameters(data: list[Any]) -> ParameterTable:
    """The values from their JSON."""
    return ParameterTable(tuple(decode(Parameter, item) for item in data))


def encode_arguments(arguments: Mapping[str, object]) -> dict[str, object]:
    """What a hook is given besides the context."""
    return {name: encode(value) for name, value in arguments.items() if name != "context"}


def decode_arguments(data: Mapping[str, Any]) -> dict[str, object]:
    """What a hook is given besides the context, from its JSON."""
    found: dict[str, object] = {}
    for name, kind in (("computations", Computation), ("findings", Finding)):
        if name in data:
            found[name] = tuple(decode(kind, item) for item in data[name])
    if "decision" in data:
        found["decision"] = decode(LetterView, data["decision"])
    return found


def decode_items(hook: str, data: object) -> tuple[Any, ...]:
    """What a plugin answered; raises ValueError or KeyError where it is not what the hook asks."""
    if not isinstance(data, list) or len(data) > MOST_ITEMS:
        raise ValueError("not_a_list_of_items")
    _check_sizes(data, 0)
    return tuple(decode(HOOKS[hook], item) for item in data)


def _check_sizes(value: object, depth: int) -> None:
    """No text, number or nesting beyond what a page can show."""
    match value:
        case str():
            fits = len(value) <= LONGEST_TEXT
        case int():
            fits = abs(value) <= MOST_CENTS
        case _:
            fits = depth <= DEEPEST
    if not fits:
        raise ValueError("too_large")
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        _check_sizes(part, depth + 1)


def _encode_answer(answer: ContextAnswer) -> object:
    """A given answer without more to say is its value alone; all others are a list of four."""
    value = answer.value
    said = {"has_text": value.length} if isinstance(value, HasText) else encode(value)
    plain = answer.state is AnswerState.GIVEN and not answer.derived and not answer.evidence
    if plain and not isinstance(said, list):
        return said
    return [answer.state.value, said, answer.derived, list(answer.evidence)]


def _decode_answer(data: object) -> ContextAnswer:
    given: list[Any] = [AnswerState.GIVEN.value, data, False, []]
    full = data if isinstance(data, list) else given
    state, value, derived, evidence = full
    if isinstance(value, dict) and "has_text" in value:
        found: Any = HasText(value["has_text"])
    else:
        found = value if isinstance(value, str | int | None) else decode_open(value)
    return ContextAnswer(
        state=AnswerState(state),
        value=found,
        derived=derived,
        evidence=tuple(EvidenceId(item) for item in evidence),
    )
