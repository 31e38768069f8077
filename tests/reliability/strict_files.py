"""R52: JSON that two programs could read in two ways, and XML that would read or fetch something."""

from __future__ import annotations

import io
import os
import random
import socket
import zipfile
from pathlib import Path

from hardship_desk.domain.errors import PackageError
from hardship_desk.exchange.package.strict_json import read_json
from hardship_desk.reports.docx.reading import text_of_docx
from tests.reliability.disks import SEED
from tests.reliability.figures import Experiment, Figures

SECRET = "GEHEIM-7f3a"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REFUSED: tuple[bytes, ...] = (
    b"NaN",
    b"Infinity",
    b"-Infinity",
    b'{"a": NaN}',
    b"[1.5]",
    b"1e3",
    b"-0.0",
    b'{"a": 1, "a": 2}',
    b'{"b": {"a": 1, "\\u0061": 2}}',
    b'[{"x": {}, "x": {}}]',
    b'"\\ud800"',
    b'{"\\udfff": 1}',
    b'["\\ude00\\ud83d"]',
    b"\xed\xa0\x80",
    b"[" * 65 + b"]" * 65,
    b'{"a":' * 65 + b"1" + b"}" * 65,
    b"[" * 200_000,
    b'[{"a":' * 100_000,
    b"1234567890123456789",
    b"-1234567890123456789",
    b"9" * 5_000,
    b"[" + b"9" * 100_000 + b"]",
    b"",
    b" ",
    b"{",
    b'{"a"}',
    b"[1,]",
    b"{'a': 1}",
    b"[1] [2]",
    b"// niets\n1",
    b"\xef\xbb\xbf{}",
    b"\xff\xfe{\x00}\x00",
    b'"tab\there"',
    b'"nul \x00"',
    b"01",
    b"+1",
    b".5",
    b"0x10",
    b"True",
    b"undefined",
    b'"\\x41"',
)
TAKEN: tuple[bytes, ...] = (
    b"{}",
    b"[]",
    b'{"a": [1, -2, true, null, "\\u00e9\\ud83d\\ude00"]}',
    b"[" * 64 + b"]" * 64,
    b"123456789012345678",
    b'"[[[[{{{{ in een tekst \\" ]]"',
)


def strict_json(_folder: Path, times: int) -> Figures:
    """R52, JSON: a corpus, and each of its pieces put somewhere in a sound table."""
    chance = random.Random(SEED)
    passed: list[bytes] = []
    other: list[str] = []
    refused = sum(_refuses(data, passed, other) for data in REFUSED)
    lost = sum(not _takes(data) for data in TAKEN)
    hidden = 0
    small = [data for data in REFUSED if data.strip() and len(data) < 6_000 and data != b"[1] [2]"]
    for _ in range(times):
        depth = chance.randrange(1, 6)
        data = b'{"a": [' * depth + chance.choice(small) + b"]}" * depth
        hidden += _refuses(data, passed, other)
    return Figures(
        number="R52",
        target="0 ambiguous values taken, sound ones read",
        seen=f"{refused}/{len(REFUSED)} refused, {hidden}/{times} hidden ones refused, {lost} sound "
        f"ones lost, passed {passed[:2]}, otherwise {other[:2]}",
        reached=not passed and not other and lost == 0 and hidden == times,
    )


def no_entities(folder: Path, _times: int) -> Figures:
    """R52, XML: a corpus of Word files that ask for files, addresses and a million words."""
    secret, dtd = folder / "geheim.txt", folder / "boos.dtd"
    secret.write_text(SECRET, "utf-8")
    dtd.write_text(f'<!ENTITY lek SYSTEM "{secret.as_uri()}">', "utf-8")
    ear = socket.create_server(("127.0.0.1", 0))
    ear.settimeout(0)
    for file in (secret, dtd):
        os.utime(file, (0, 0))
    corpus = xxe_corpus(secret.as_uri(), dtd.as_uri(), ear.getsockname()[1])
    found = {name: _read(xml) for name, xml in corpus.items()}
    refused = sum(text is None for text in found.values())
    crashed = [text for text in found.values() if text and text.startswith("!")]
    leaked = [name for name, text in found.items() if text and SECRET in text]
    grown = [name for name, text in found.items() if text and (len(text) > 10_000 or "lol" in text)]
    reads = [file.name for file in (secret, dtd) if file.stat().st_atime > 0]
    reads += ["verbinding"] if _was_called(ear) else []
    secret.read_bytes()
    shows = secret.stat().st_atime > 0
    return Figures(
        number="R52-xml",
        target="30 files, 0 reads, 0 expansions",
        seen=f"{len(corpus)} Word files: {refused} refused, {len(reads)} reads or connections "
        f"{reads[:2]} (a read {'shows' if shows else 'DOES NOT SHOW'} here), {len(leaked)} leaks {leaked}, {len(grown)} expansions {grown}, "
        f"crashed {crashed}",
        reached=len(corpus) >= 30 and not (reads or leaked or grown or crashed),
    )


def xxe_corpus(secret: str, dtd: str, port: int) -> dict[str, bytes]:
    """Documents that each try to have something read, fetched or blown up."""
    body = f'<w:document xmlns:w="{_W}"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>'
    targets = {
        "bestand": secret,
        "wachtwoorden": "file:///etc/passwd",
        "web": f"http://127.0.0.1:{port}/x",
        "https": f"https://127.0.0.1:{port}/x",
        "ftp": f"ftp://127.0.0.1:{port}/x",
        "unc": "file://127.0.0.1/deel/x",
        "php": "php://filter/resource=x",
        "jar": "jar:file:///x.zip!/y",
        "data": f"data:text/plain,{SECRET}",
    }
    found: dict[str, str] = {}
    for name, target in targets.items():
        found[f"entiteit {name}"] = (
            f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "{target}">]>' + body % "&x;"
        )
        found[f"openbaar {name}"] = f'<!DOCTYPE w:document PUBLIC "-//x" "{target}">' + body % "t"
        found[f"parameter {name}"] = (
            f'<!DOCTYPE w:document [<!ENTITY % p SYSTEM "{target}"> %p;]>' + body % "t"
        )
    return {
        name: text.encode() for name, text in (found | _without_address(body, secret, dtd)).items()
    }


def _without_address(body: str, secret: str, dtd: str) -> dict[str, str]:
    """What needs no address in an entity: expansions, includes, style sheets, depth."""
    laughs = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
    return {
        "dtd van buiten": f'<!DOCTYPE w:document SYSTEM "{dtd}">' + body % "&lek;",
        "lach": f'<!DOCTYPE w:document [<!ENTITY l0 "lol">{laughs}]>' + body % "&l9;",
        "kwadraat": f'<!DOCTYPE w:document [<!ENTITY a "{"lol" * 20_000}">]>'
        + body % ("&a;" * 500),
        "kring": '<!DOCTYPE w:document [<!ENTITY a "&b;"><!ENTITY b "&a;">]>' + body % "&a;",
        "in kenmerk": f'<!DOCTYPE w:document [<!ENTITY a "{"lol" * 9_000}">]>'
        + (body % "t").replace("<w:p>", '<w:p x="&a;&a;">'),
        "standaardkenmerk": '<!DOCTYPE w:document [<!ATTLIST w:t x CDATA "lol">]>' + body % "t",
        "xinclude": (body % "t").replace(
            "<w:p>",
            f'<w:p><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret}" parse="text"/>',
        ),
        "stijlblad": f'<?xml-stylesheet type="text/xsl" href="{secret}"?>' + body % "t",
        "schema": (body % "t").replace(
            "<w:body>",
            '<w:body xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
            f'xsi:schemaLocation="{_W} {secret}">',
        ),
        "diep": (body % "t").replace("<w:p>", "<w:p>" * 5_000).replace("</w:p>", "</w:p>" * 5_000),
    }


def _docx(document: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
    return target.getvalue()


def _read(xml: bytes) -> str | None:
    """What the reader makes of it; None where it refuses, "!" before anything else that happens."""
    try:
        return text_of_docx(_docx(xml))
    except ValueError:
        return None
    except BaseException as error:  # noqa: BLE001 - what is looked for
        return f"!{type(error).__name__}"


def _was_called(ear: socket.socket) -> bool:
    with ear:
        try:
            ear.accept()
        except BlockingIOError:
            return False
        return True


def _refuses(data: bytes, passed: list[bytes], other: list[str]) -> bool:
    try:
        read_json(data)
    except PackageError:
        return True
    except BaseException as error:  # noqa: BLE001 - what is looked for
        other.append(f"{data[:20]!r}: {type(error).__name__}")
        return False
    passed.append(data[:40])
    return False


def _takes(data: bytes) -> bool:
    try:
        read_json(data)
    except PackageError:
        return False
    return True


EXPERIMENTS = (
    Experiment(number="R52", run=strict_json, short=2_000, long=100_000),
    Experiment(number="R52-xml", run=no_entities, short=1, long=1),
)
