"""The local log: codes, module names and line numbers, never what a dossier holds."""

from __future__ import annotations

import logging
import re
import time
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from typing_extensions import override

from hardship_desk.domain.errors import HardshipDeskError

ROOT = "hardship_desk"
_CODE = re.compile(r"[a-z][a-z0-9_]{0,59}")
_LEFT_OUT = "tekst_weggelaten"
_LARGEST, _EARLIER_FILES = 500_000, 3


def start_log(path: Path) -> logging.Handler:
    """Let the program's loggers write to this file; what they say counts only if it is a code.

    Where the file cannot be made nothing is logged: the work goes on.
    """
    handler = _handler(path)
    handler.setFormatter(CodeFormatter())
    logger = logging.getLogger(ROOT)
    logger.setLevel(logging.INFO)
    logger.addHandler(handler)
    return handler


def write_down(code: str, error: BaseException | None = None) -> None:
    """Write a code, and of an error where it arose; without a log nothing: Python would print its words."""
    logger = logging.getLogger(ROOT)
    if logger.handlers:
        logger.error(code, exc_info=error)


def stop_log(handler: logging.Handler) -> None:
    """Close what `start_log` opened."""
    logging.getLogger(ROOT).removeHandler(handler)
    handler.close()


class CodeFormatter(logging.Formatter):
    """One line per message: moment, level, logger and code; of an exception only where it arose."""

    def __init__(self) -> None:
        super().__init__()
        self.converter = time.gmtime

    @override
    def format(self, record: logging.LogRecord) -> str:
        moment = self.formatTime(record, "%Y-%m-%dT%H:%M:%SZ")
        said = record.msg if isinstance(record.msg, str) else ""
        code = said if _CODE.fullmatch(said) else _LEFT_OUT
        parts = [moment, record.levelname, record.name, code]
        if record.exc_info and record.exc_info[1] is not None:
            parts.extend(_trouble(record.exc_info[1], record.exc_info[2]))
        return " ".join(parts)


class _QuietFile(RotatingFileHandler):
    """A log that cannot be written is left unwritten: its complaint would show the message."""

    @override
    def handleError(self, record: logging.LogRecord) -> None:
        pass


def _handler(path: Path) -> logging.Handler:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _QuietFile(path, maxBytes=_LARGEST, backupCount=_EARLIER_FILES, encoding="utf-8")
    except OSError:
        return logging.NullHandler()


def _trouble(error: BaseException, trace: TracebackType | None) -> list[str]:
    code = error.code if isinstance(error, HardshipDeskError) else ""
    kind = type(error).__name__
    frames = traceback.extract_tb(trace)
    places = [f"{Path(frame.filename).stem}:{frame.lineno}" for frame in frames]
    return [f"{kind}({code})" if _CODE.fullmatch(code) else kind, *places]
