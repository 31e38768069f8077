"""What a child process does while nothing may leak: work full of marks, an error, and a kill."""

from __future__ import annotations

import logging
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from hardship_desk.cli import crash
from hardship_desk.config.log import start_log
from hardship_desk.config.paths import log_path, resources_folder
from hardship_desk.core_setup import build_core
from hardship_desk.domain.case import Case
from hardship_desk.domain.clock import SystemClock
from hardship_desk.domain.ids import CaseNumber
from hardship_desk.presenters.shell import Page
from hardship_desk.services.ports.case_files import CaseFile
from tests.reliability.locking import Scene, open_scene
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
    _whole_day(scene, report.parent / "bewuste_uitvoer")
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


def _whole_day(scene: Scene, given: Path) -> None:
    """Search, copy, lock, adopt, export and make a copy, as on any day."""
    window, desk = scene.window, scene.desk
    found = desk.cases.import_case(_example())
    window.show_case(found.id)
    QApplication.clipboard().setText("GEHEIM-gekopieerd")
    decision = found.decisions[0].id
    desk.decisions.adopt(found.id, decision, "GEHEIM-beslisser", "GEHEIM-mandaat")
    desk.reporting.export(found.id, decision, given)
    scene.locker.lock()
    QTest.qWait(20)
    scene.locker._unlock()
    window.show_list()
    for field in window.findChildren(QLineEdit):
        if field.isVisible() and field.isEnabled():
            QTest.keyClicks(field, "GEHEIM-gezocht")
            break
    scene.vault.upkeep.back_up()
    QTest.qWait(50)


def _example() -> Case:
    """A dossier that can be adopted, full of marks."""
    reader = build_core(SystemClock()).reader
    read = reader.read(resources_folder() / "voorbeelden" / "waarschuwing.toml")
    assert isinstance(read, CaseFile)
    return replace(read.case, title="GEHEIM-titel", number=CaseNumber("GEHEIM-zaak"))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
