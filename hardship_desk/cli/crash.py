"""Ends the program after a fault of ours without telling what a dossier says."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from hardship_desk.assessment.texts import Texts
from hardship_desk.config.paths import resources_folder

if sys.platform != "win32":
    import resource

MESSAGE = (
    "hardship-desk: programma: Er ging iets mis in het programma. Wat u al opsloeg, staat veilig. "
    "Start het programma opnieuw. Meld dit aan de makers: {where}"
)
FINE, INPUT = 0, 2


def plainly(run: Callable[[], int]) -> int:
    """Run a command; what happens at the other end of its input or output is no fault of ours."""
    try:
        code = run()
        if sys.stdout is not None:  # a window of Windows has none
            sys.stdout.flush()
    except EOFError:
        texts = Texts.load_folder(resources_folder() / "texts")
        print(texts.get("opdrachtregel.geen_antwoord"), file=sys.stderr)
        return INPUT
    except BrokenPipeError:
        # Who read along has seen enough; Python would try to write the rest at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    return code


def describe(error: BaseException) -> str:
    """Kind of failure and where in our code, such as "KeyError in route.py:41"; never its words."""
    frames = traceback.extract_tb(error.__traceback__)
    name = type(error).__name__
    if not frames:
        return name
    last = frames[-1]
    return f"{name} in {Path(last.filename).name}:{last.lineno}"


def install() -> None:
    """Replace the traceback of Python, which would print what an exception holds.

    Nor does the system write the memory of the program to a file.
    """
    sys.excepthook = _tell
    _leave_no_memory_behind()


def _leave_no_memory_behind() -> None:
    """No core file; Windows writes none unless it is told to."""
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _tell(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    print(MESSAGE.format(where=describe(error)), file=sys.stderr)
    from hardship_desk.config.log import write_down

    write_down("onverwacht", error)
