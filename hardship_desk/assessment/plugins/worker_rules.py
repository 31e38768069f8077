"""The rules of a municipality, asked in a process of their own.

What was answered is kept: rules are pure, so the same question has the same answer. That is how
the window, which never waits, sees what a worker found a moment ago.
"""

from __future__ import annotations

import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hardship_desk.assessment.plugins.loader import PluginCode
from hardship_desk.assessment.plugins.own_code import (
    Answered,
    Asked,
    Failed,
    PluginBusyError,
    PluginFailedError,
)
from hardship_desk.assessment.plugins.process import MS_TO_START, PluginProcess, now_ms
from hardship_desk.assessment.plugins.wire import (
    HOOKS,
    ask_line,
    decode_items,
    encode_arguments,
    encode_context,
    encode_parameters,
    written,
)
from hardship_desk.plugin_api.catalogue import ParameterTable
from hardship_desk.plugin_api.context import AssessmentContext

MS_TO_ANSWER = 1_500
FAILURES_UNTIL_OFF = 3
_KEPT, _ASKS_A_PROCESS = 2000, 5000


@dataclass(frozen=True, slots=True)
class Question:
    """One question as it is sent: `key` stands for everything it asks."""

    key: str
    hook: str
    context: str
    arguments: str
    parameters: str
    table: ParameterTable


class QuestionWriter:
    """Writes a case down once for all the plugins that are asked about it."""

    def __init__(self) -> None:
        self._context: tuple[AssessmentContext, str] | None = None
        self._values: tuple[ParameterTable, tuple[int, ...], str] | None = None
        self._earlier: tuple[str, Mapping[str, object], Question] | None = None

    def question(self, hook: str, arguments: Mapping[str, object]) -> Question:
        """The question with its key."""
        if self._earlier is not None and _same(self._earlier, hook, arguments):
            return self._earlier[2]
        context = arguments["context"]
        if not isinstance(context, AssessmentContext):
            raise TypeError("not_a_context")
        text, values = self._written(context), self._key_of(context.parameters)
        rest = written(encode_arguments(arguments))
        digest = hashlib.sha256()
        for part in (hook, text, values, rest):
            digest.update(part.encode() + b"\0")
        made = Question(digest.hexdigest(), hook, text, rest, values, context.parameters)
        self._earlier = (hook, arguments, made)
        return made

    def _written(self, context: AssessmentContext) -> str:
        known = self._context
        if known is None or known[0] is not context:
            text = written(encode_context(context))
            known = self._context = (context, text)
        return known[1]

    def _key_of(self, table: ParameterTable) -> str:
        """What stands for the values; those of one start of the program are the same objects."""
        objects = tuple(map(id, table.parameters))
        known = self._values
        if known is None or known[1] != objects:
            text = json.dumps(encode_parameters(table), sort_keys=True)
            key = hashlib.sha256(text.encode()).hexdigest()
            known = self._values = (table, objects, key)
        return known[2]


def _same(
    earlier: tuple[str, Mapping[str, object], Question], hook: str, arguments: Mapping[str, object]
) -> bool:
    """Whether these very objects were asked about before, as when twelve plugins are asked in a row."""
    before = earlier[1]
    return (
        earlier[0] == hook
        and before.keys() == arguments.keys()
        and all(before[name] is value for name, value in arguments.items())
    )


class WorkerRules:
    """The rules of one plugin. After three failures they are off until somebody puts them on."""

    def __init__(
        self,
        code: PluginCode,
        command: Sequence[str],
        writer: QuestionWriter,
        on_off: Callable[[PluginCode], None] = lambda _code: None,
    ) -> None:
        self._code = code
        self._command = command
        self._writer = writer
        self._on_off = on_off
        self._known: OrderedDict[str, Asked] = OrderedDict()
        self._turn = threading.RLock()
        self._process: PluginProcess | None = None
        self._wants: Mapping[str, Sequence[str]] | None = None
        self._sent = ""
        self._number = 0
        self._failed_at: set[str] = set()
        self._last = ""
        self._turned_off = False
        self._has_answered = False

    @property
    def is_off(self) -> bool:
        """Whether it failed too often, or was switched off."""
        return self._turned_off or len(self._failed_at) >= FAILURES_UNTIL_OFF

    @property
    def pid(self) -> int | None:
        """The number of its process, or None while there is none."""
        return self._process.pid if self._process is not None else None

    def begin(
        self, hook: str, item: type, arguments: Mapping[str, object], *, patient: bool
    ) -> Asked:
        """Send the question; its answer is read later, so that several plugins work at once."""
        if self.is_off:
            return Failed("uitgezet")
        if item is not HOOKS[hook]:
            raise TypeError("other_kind_of_answer")
        reason = self._learn_wants() if patient and self._wants is None else ""
        if self._wants is not None and hook not in self._wants:
            return Answered(())
        question = self._writer.question(hook, self._wanted(hook, arguments))
        self._last = question.key
        if reason:
            return self._fail(question.key, reason)
        known = self._known.get(question.key)
        if known is not None:
            return known
        if not patient:
            return Busy()
        return self._asked(question)

    def blame(self, kind: str) -> None:
        """Count a wrong answer as a failure, once for each question."""
        self._note_failure(self._last, kind)

    def load(self) -> None:
        """Start its process and load the code; raises PluginFailedError."""
        with self._turn:
            self._start()

    def turn_off(self) -> None:
        """Ask it no more, and end its process."""
        self._turned_off = True
        self.close()

    def close(self) -> None:
        """End the process."""
        with self._turn:
            if self._process is not None:
                self._process.end()
            self._process, self._sent, self._has_answered = None, "", False

    def _wanted(self, hook: str, arguments: Mapping[str, object]) -> Mapping[str, object]:
        """The arguments that the rules take: what nobody reads is not sent."""
        if self._wants is None:
            return arguments
        names = ("context", *self._wants[hook])
        return {name: value for name, value in arguments.items() if name in names}

    def _learn_wants(self) -> str:
        """Start once to hear which hooks there are; the reason where that fails."""
        with self._turn:
            try:
                self._start()
            except PluginFailedError as error:
                return error.kind
        return ""

    def _asked(self, question: Question) -> Asked:
        with self._turn:
            try:
                self._start()
                number = self._send(question)
            except PluginFailedError as error:
                return self._fail(question.key, error.kind)
        return Pending(self, question, number, now_ms() + MS_TO_ANSWER)

    def answer_to(self, question: Question, number: int, until: int) -> Asked:
        """Wait for the answer with this number; what comes late from before is dropped."""
        with self._turn:
            known = self._known.get(question.key)
            if known is not None:
                return known
            try:
                items = self._received(question, number, until)
            except PluginFailedError as error:
                return self._fail(question.key, error.kind)
            self._has_answered = True
            return self._keep(question.key, Answered(items))

    def _received(self, question: Question, number: int, until: int) -> tuple[Any, ...]:
        """The answer; of a process that answered before and now fails, from a fresh one."""
        try:
            return self._receive(question, number, until)
        except PluginFailedError:
            if not self._has_answered or now_ms() >= until:
                raise
        self.close()
        self._start()
        return self._receive(question, self._send(question), now_ms() + MS_TO_ANSWER)

    def _receive(self, question: Question, number: int, until: int) -> tuple[Any, ...]:
        if self._process is None:
            raise PluginFailedError("proces_gestopt")
        while True:
            message = self._process.receive(max(0, until - now_ms()))
            if message.get("number") == number:
                break
        if "failed" in message:
            raise PluginFailedError(_as_name(message["failed"]))
        try:
            return decode_items(question.hook, message.get("items"))
        except (ValueError, KeyError, TypeError):
            raise PluginFailedError("antwoord_onjuist") from None

    def _start(self) -> None:
        """Start the process and load the rules in it, where that has not been done."""
        alive = self._process is not None and self._process.is_alive
        if alive and self._number < _ASKS_A_PROCESS:
            return
        self.close()
        self._number = 0
        try:
            self._process = PluginProcess(self._command)
        except OSError:
            raise PluginFailedError("proces_start_niet") from None
        self._process.receive(MS_TO_START)
        self._process.send(
            {
                "do": "load",
                "plugin": self._code.plugin,
                "modules": {
                    name: source.decode("utf-8", "replace")
                    for name, source in self._code.modules.items()
                },
                "texts": dict(self._code.texts),
            }
        )
        message = self._process.receive(MS_TO_ANSWER)
        if "failed" in message:
            raise PluginFailedError(_as_name(message["failed"]))
        self._wants = _as_hooks(message.get("loaded"))

    def _send(self, question: Question) -> int:
        if self._process is None:
            raise PluginFailedError("proces_gestopt")
        self._number += 1
        in_step = self._has_answered and self._sent == question.parameters
        if self._sent != question.parameters:
            items = encode_parameters(question.table)
            self._process.send({"do": "parameters", "items": items})
            self._sent = question.parameters
        self._process.send_line(
            ask_line(self._number, question.hook, question.context, question.arguments),
            in_step=in_step,
        )
        return self._number

    def _keep(self, key: str, answer: Asked) -> Asked:
        self._known[key] = answer
        while len(self._known) > _KEPT:
            self._known.popitem(last=False)
        return answer

    def _fail(self, key: str, kind: str) -> Asked:
        self.close()
        self._note_failure(key, kind)
        return self._keep(key, Failed(kind))

    def _note_failure(self, key: str, _kind: str) -> None:
        was_off = self.is_off
        self._failed_at.add(key)
        if self.is_off and not was_off:
            self.close()
            self._on_off(self._code)


class Busy:
    """No answer yet, for who cannot wait."""

    def result(self) -> tuple[Any, ...]:
        """Raises: the rules are still at work."""
        raise PluginBusyError


@dataclass(frozen=True, slots=True)
class Pending:
    """A question that was sent; its answer is read when it is asked for."""

    rules: WorkerRules
    question: Question
    number: int
    until: int

    def result(self) -> tuple[Any, ...]:
        """The answer, waited for until the deadline."""
        return self.rules.answer_to(self.question, self.number, self.until).result()


def _as_name(value: object) -> str:
    """The kind of a failure as a plugin names it: a word, for it is shown."""
    text = str(value)
    return text[:60] if text.replace(".", "_").isidentifier() else "onbekende_fout"


def _as_hooks(value: object) -> Mapping[str, Sequence[str]]:
    if not isinstance(value, dict) or not set(value) <= set(HOOKS):
        raise PluginFailedError("antwoord_onjuist")
    return {name: tuple(map(str, names)) for name, names in value.items()}
