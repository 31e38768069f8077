"""The process that checks spelling: it knows the dictionary, and speaks lines of JSON with the program.

Started as `hardship-desk --spelling FOLDER`. It keeps no word and writes nothing.
"""

from __future__ import annotations

import contextlib
import gc
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from hardship_desk.assessment.plugins.confine import confine, limit_resources, private_pipes
from hardship_desk.assessment.plugins.wire import dumps, loads
from hardship_desk.documents.word_book import WordBook

SECONDS_FOR_SUGGESTIONS = 3.0
_NICE = 10


def serve(folder: Path) -> int:
    """Read the dictionary, give up every right, then answer until the program closes the pipe."""
    asking, answering = private_pipes()
    limit_resources()
    with contextlib.suppress(AttributeError, OSError):
        os.nice(_NICE)  # typing goes first
    book = WordBook.read(folder)
    gc.freeze()
    confine()
    answer_all(book, asking, answering)
    return 0


def answer_all(book: WordBook, asking: BinaryIO, answering: BinaryIO) -> None:
    """Answer each line with a line; the first says that the dictionary is read."""
    for message in _messages(asking):
        answering.write(dumps(answer(book, message)))
        answering.flush()


def _messages(asking: BinaryIO) -> Iterator[Mapping[str, Any]]:
    yield {"do": "ready"}
    for line in asking:
        yield loads(line)


def answer(book: WordBook, message: Mapping[str, Any]) -> dict[str, object]:
    """What to say to a message."""
    match message["do"]:
        case "check":
            wrong = [word for word in message["words"] if not book.knows(word)]
            return {"number": message["number"], "items": wrong}
        case "suggest":
            found = book.suggestions(message["word"], SECONDS_FOR_SUGGESTIONS)
            return {"number": message["number"], "items": list(found)}
        case _:
            return {"ready": True}
