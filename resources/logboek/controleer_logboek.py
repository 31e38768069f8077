"""Controleert een opgeslagen auditlog van Hardship Desk. Vraagt alleen Python 3.9 of nieuwer.

    python3 controleer_logboek.py auditlog.jsonl [--anker "412 1a2b3c4d5e6f7a8b"] ...

Het programma kijkt of elke regel nog is zoals hij werd geschreven, en of het log nog bevat wat eerder op
papier, in een rapport of bij een reservekopie is genoteerd (de ankers). Zonder anker is niet te zien of er
aan het eind iets af is gehaald. Uitkomst: 0 alles klopt, 1 er klopt iets niet, 2 verkeerd gebruik.

English, for who reads the code: this file shares no code with the program whose logs it checks.
"""

import argparse
import hmac
import json
import re
import sys
import unicodedata

HEAD = {"soort", "vorm", "programma", "gemaakt", "sleutel", "regels", "einde"}
OLD = ["seq", "at", "event", "case_id", "subject", "previous"]
NEW = [*OLD, "form", "operation", "actor", "origin", "result"]
ALL = {*NEW, "seal"}


class Wrong(Exception):
    """Something in the log is not as it was written; holds a sentence."""


def check(data, anchors=()):
    """Return how many lines the log has; raise Wrong at the first thing that does not fit."""
    if not data.endswith(b"\n"):
        raise Wrong("Het bestand is afgebroken: de laatste regel is niet heel.")
    lines = data[:-1].split(b"\n")
    key, count, end = read_head(lines[0])
    seals = [""]
    for number, line in enumerate(lines[1:], 1):
        seals.append(check_line(line, number, seals[-1], key))
    if len(seals) - 1 != count or seals[-1] != end:
        raise Wrong(f"De eerste regel zegt {count} regels; er zijn er {len(seals) - 1}.")
    for anchor in anchors:
        check_anchor(anchor, seals)
    return count


def read_head(line):
    """Return key, number of lines and last seal, as the first line says."""
    fields = read(line, "de eerste regel")
    if set(fields) != HEAD or fields["soort"] != "auditlog" or fields["vorm"] != 1:
        raise Wrong("Dit is geen auditlog in een vorm die dit programma kent.")
    if not isinstance(fields["sleutel"], str) or not re.fullmatch(
        "[0-9a-f]{64}", fields["sleutel"]
    ):
        raise Wrong("De sleutel op de eerste regel is niet heel.")
    return bytes.fromhex(fields["sleutel"]), fields["regels"], fields["einde"]


def check_line(line, number, previous, key):
    """Return the seal of a line; raise Wrong where the line is not the one that was written."""
    fields = read(line, f"regel {number}")
    if set(fields) != ALL:
        raise Wrong(f"Regel {number}: er is een veld bij of weg.")
    if fields["seq"] != number or fields["previous"] != previous:
        raise Wrong(f"Regel {number}: sluit niet aan op de regel ervoor.")
    body = old_body(fields, line, number) if fields["form"] == 1 else new_body(fields, line)
    seal = hmac.digest(key, body, "sha256").hex()
    if fields["seal"] != seal:
        raise Wrong(f"Regel {number}: is veranderd.")
    return seal


def new_body(fields, line):
    """Return what the seal covers: every byte of the line but the seal itself."""
    return line.replace(b',"seal":"%s"' % str(fields["seal"]).encode("utf-8", "replace"), b"", 1)


def old_body(fields, line, number):
    """Return what the seal of an old line covers: some of its fields; the others must be empty."""
    if one_form(fields) != line or any(fields[name] for name in NEW[7:]):
        raise Wrong(f"Regel {number}: is veranderd.")
    return one_form({name: fields[name] for name in OLD})


def check_anchor(text, seals):
    """Raise Wrong unless the log still has, at that line, the seal that was written down."""
    found = re.match(r"\s*(\d+)\b[^0-9a-f]*(.*)$", text.lower(), re.S)
    marks = re.sub("[^0-9a-f]", "", found.group(2)) if found else ""
    if not found or (found.group(1) != "0" and len(marks) < 16):
        raise Wrong(f"Anker niet te lezen: {text!r}. Geef het aantal en ten minste 16 tekens.")
    place = int(found.group(1))
    if place >= len(seals):
        raise Wrong(f"Er zijn regels af: er waren er {place}, nu {len(seals) - 1}.")
    if not seals[place].startswith(marks):
        raise Wrong(f"Regel {place} is een andere dan toen het anker werd genoteerd.")


def read(line, where):
    """Return the fields of a line of JSON; raise Wrong for anything else."""
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        raise Wrong(f"Op {where} staat geen leesbare regel.") from None
    if not isinstance(fields, dict):
        raise Wrong(f"Op {where} staat geen leesbare regel.")
    return fields


def one_form(fields):
    """Return the one text form of a line: sorted names, no spaces, text in NFC, whole numbers."""
    made = {}
    for name, value in fields.items():
        if isinstance(value, float) or not isinstance(value, (str, int)):
            return b""
        made[name] = value if isinstance(value, int) else unicodedata.normalize("NFC", value)
    try:
        text = json.dumps(made, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return b""


def main(words):
    """Check the file that is named; return the code with which the program ends."""
    parser = argparse.ArgumentParser(description="Controleert een auditlog van Hardship Desk.")
    parser.add_argument("bestand")
    parser.add_argument("--anker", action="append", default=[], metavar='"AANTAL ZEGEL"')
    chosen = parser.parse_args(words)
    try:
        with open(chosen.bestand, "rb") as file:
            count = check(file.read(), chosen.anker)
    except OSError as problem:
        print(f"Het bestand kan niet worden gelezen: {problem.strerror}", file=sys.stderr)
        return 2
    except Wrong as wrong:
        print(f"NIET GOED. {wrong}")
        return 1
    told = f" {len(chosen.anker)} anker(s) kloppen." if chosen.anker else ""
    print(f"Goed. {count} regels, geen enkele veranderd.{told}")
    if not chosen.anker:
        print("Zonder anker is niet te zien of er aan het eind regels af zijn gehaald.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
