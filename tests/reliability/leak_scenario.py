"""What a child process does while nothing may leak: work full of marks, an error, and a kill."""

from __future__ import annotations

import logging
import os
import signal
import sys
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from hardship_desk.cli import crash
from hardship_desk.config.log import start_log
from hardship_desk.config.paths import log_path
from hardship_desk.presenters.shell import Page
from tests.reliability.locking import open_scene
from tests.unit.storage.case_samples import case


def main(folder: Path, report: Path) -> None:
    """Work in a window on a vault; write who was connected to, then end without a goodbye."""
    connected: list[str] = []

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
            connected.append(f"{event} {arguments}")

    sys.addaudithook(hear)
    crash.install()
    start_log(log_path())
    scene = open_scene(folder)
    scene.vault.cases.add_case(case())
    own = [item.id for item in scene.desk.cases.list_cases() if item.id != case().id]
    for case_id in own:
        scene.window.show_case(case_id)
        for page in Page:
            scene.window.show_page_of_case(page)
            QTest.qWait(20)
        for field in scene.window.findChildren(QPlainTextEdit)[:3]:
            field.setPlainText("GEHEIM-getypt in een veld")
        scene.window.flush()
    try:
        int("GEHEIM-fout")
    except ValueError:
        logging.getLogger("hardship_desk.proef").exception("GEHEIM-bericht")
    privacy = scene.desk.privacy
    assert privacy is not None
    privacy.access.export((case().id,), report.parent / "bewuste_uitvoer")
    QApplication.processEvents()
    maps = Path("/proc/self/maps")
    loaded = maps.read_text() if maps.exists() else ""
    found = [name for name in ("QtNetwork", "Qt6Network", "WebEngine") if name in loaded]
    report.write_text("\n".join([*(f"verbonden {item}" for item in connected), *found]))
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
