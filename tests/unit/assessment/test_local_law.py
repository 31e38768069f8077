"""A plugin adds and tightens. What loosens the law is refused, with the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardship_desk.assessment.law.local_limits import load_limits
from hardship_desk.domain.ids import Gemeentecode
from tests.unit.assessment.shelves import MANIFEST, mistakes, shelf, write

PARAMETER = """[[parameter]]
name = "{name}"
unit = "{unit}"
anchor = "besluit"
basis = {{ law = "{law}", article = "3" }}
[[parameter.value]]
valid_from = 2020-01-01
value = {value}
certainty = "verified"
source = {{ title = "Proeftekst" }}
"""
QUESTION = """[[question]]
id = "{name}"
step = 6
type = "{kind}"
text = "Is er een lokale reden?"
{more}
"""
FLAG = """[[flag]]
id = "{name}"
severity = "A"
moment = "vaststellen"
when = {{ question = "{question}", equals = true }}
text = "Proef."
advice = "Niets."
basis = "Awb 3:2"
{more}
"""
FINDING = """[[finding]]
id = "{name}"
step = 6
when = {{ question = "{question}", equals = true }}
direction = "pleit_voor"
basis = "{basis}"
text = "{text}"
{more}
"""
LETTER = """[[paragraph]]
section = "hulp"
text = "{text}"
{more}
"""
OWN = "proefdorp.reden"
PROVISION = """[[provision]]
id = "{name}"
basis = {{ law = "Verordening Proefdorp", article = "2" }}
kind = "proef"
binding = "kan"
gist = "Proef."
anchor = "besluit"
seen_from = 2020-01-01
source = {{ title = "Proeftekst" }}
certainty = "verified"
"""


def parameter(name: str, unit: str, value: str, law: str = "Verordening Proefdorp") -> str:
    return PARAMETER.format(name=name, unit=unit, value=value, law=law)


def question(name: str = OWN, kind: str = "yes_no", more: str = "") -> str:
    return QUESTION.format(name=name, kind=kind, more=more)


def flag(name: str, question: str = "regel.kenbaar", more: str = "") -> str:
    return FLAG.format(name=name, question=question, more=more)


def finding(name: str = OWN, **more: str) -> str:
    filled = {"question": "regel.kenbaar", "basis": "awb-3-4-evenredigheid", "text": "Tekst."}
    return FINDING.format(name=name, **{**filled, "more": "", **more})


def letter(text: str = "Tekst.", more: str = "") -> str:
    return LETTER.format(text=text, more=more)


def a_provision() -> str:
    [plugin] = [item for item in shelf().plugins.plugins if item.manifest.id == "landelijk"]
    return plugin.provisions[0].id


def test_that_what_adds_is_taken(tmp_path: Path) -> None:
    basis = a_provision()
    place = write(
        tmp_path,
        parameters=parameter("draagkracht_bijzondere_bijstand.periode_maanden", "maanden", "12"),
        provisions=PROVISION.format(name="proefdorp-2"),
        questions=question(more=f'basis = "{basis}"\nweights = ["gewoon"]'),
        flags__streng=flag("s06.proefdorp_streng", OWN),
        findings=finding(question=OWN, basis="proefdorp-2", text="Het is {proefdorp.reden}."),
        letters=letter("Het is {proefdorp.reden}.", 'types = ["boete"]'),
        letter__head=(
            'valid_from = 2020-01-01\nsender = "Gemeente Proefdorp"\ncertainty = "verified"\n'
            'source = { title = "Website" }'
        ),
    )
    assert mistakes(place) == []
    found = shelf(tmp_path)
    assert found.plugins.problems == ()
    [plugin] = [item for item in found.plugins.plugins if item.manifest.id == "proefdorp"]
    assert plugin.letter_head is not None
    assert plugin.letter_head.facts.sender == "Gemeente Proefdorp"
    asked = {
        code: [
            q.id
            for step in found.questionnaire.of(Gemeentecode(code)).steps
            for q in step.questions
        ]
        for code in ("GM0363", "GM0014")
    }
    assert OWN in asked["GM0363"]
    assert OWN not in asked["GM0014"]
    assert {*asked["GM0363"]} - {*asked["GM0014"]} == {OWN}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (
            {"parameters": parameter("boete.percentage.opzet", "procent", "10")},
            "national_value Boetebesluit socialezekerheidswetten art. 2",
        ),
        (
            {"parameters": parameter("norm.alleenstaande_21_aow", "euro", "10")},
            "national_value Participatiewet",
        ),
        (
            {"parameters": parameter("afstemming.categorie_2.percentage", "procent", "110")},
            "over_the_limit_of_the_act Participatiewet art. 18",
        ),
        (
            {"parameters": parameter("afstemming.arbeidsplicht.tweede.maanden", "maanden", "4")},
            "over_the_limit_of_the_act Participatiewet art. 18",
        ),
        (
            {"parameters": parameter("afstemming.arbeidsplicht.eerste.maanden", "maanden", "3")},
            "over_the_limit_of_the_act ECLI:NL:RBAMS:2017:5710",
        ),
        (
            {
                "parameters": parameter(
                    "afstemming.arbeidsplicht.werk_geweigerd.maanden", "maanden", "2"
                )
            },
            "distinction_not_allowed ECLI:NL:CRVB:2021:2148",
        ),
        (
            {
                "parameters": parameter(
                    "afstemming.tekortschietend_besef_pct", "procent", "20", "Beleidsregels Dorp"
                )
            },
            "not_in_such_a_regulation ECLI:NL:CRVB:2015:422",
        ),
        (
            {
                "parameters": parameter(
                    "bestuurlijke_boete.boete_pct_per_verwijt.normaal", "procent", "60"
                )
            },
            "over_the_limit_of_the_act Boetebesluit",
        ),
        (
            {"parameters": parameter("proef.a", "euro", "1") + parameter("proef.a", "euro", "2")},
            "two_values_on_one_day",
        ),
        ({"questions": question("regel.kenbaar")}, "question_of_the_core"),
        ({"questions": question("anders.reden")}, "id_without_plugin proefdorp."),
        ({"questions": question(more='options_from = "outcomes"')}, "outcomes_are_of_the_core"),
        ({"questions": question(more='basis = "weg"')}, "unknown_provision weg"),
        ({"questions": question(more='after = "weg.weg"')}, "no_such_question_before"),
        ({"questions": question(more='types = ["weg"]')}, "unknown_type"),
        ({"questions": question(more='traits = ["weg"]')}, "unknown_trait weg"),
        (
            {"questions": question(more='when = { question = "weg.weg", equals = true }')},
            "question[proefdorp.reden].when: unknown_question weg.weg",
        ),
        ({"questions": question() * 2}, "question[proefdorp.reden]: id_twice"),
        ({"questions": "".join(question(f"proefdorp.v{n}") for n in range(61))}, "too_many"),
        ({"flags": flag("s13.plugin_uitgevallen")}, "id_without_plugin s13.proefdorp_"),
        ({"flags": flag("s02.proefdorp_a") * 2}, "flag[s02.proefdorp_a]: id_twice"),
        ({"flags": flag("s02.proefdorp_a", question="weg.weg")}, "unknown_question weg.weg"),
        ({"findings": finding("boete.eigen")}, "id_without_plugin proefdorp."),
        ({"findings": finding() * 2}, "id_twice"),
        ({"findings": finding(basis="weg")}, "finding[proefdorp.reden].basis: unknown_provision"),
        ({"findings": finding(question="weg.weg")}, "unknown_question weg.weg"),
        ({"findings": finding(text="{weg.weg}")}, "unknown_question weg.weg"),
        (
            {"findings": finding(more='also = [{ text = "{weg.weg}" }]')},
            "unknown_question weg.weg",
        ),
        (
            {
                "findings": finding(
                    more='also = [{ when = { question = "weg.een", answered = true }, text = "x" }]'
                )
            },
            "finding[proefdorp.reden].when: unknown_question weg.een",
        ),
        ({"findings": finding(text="x" * 1201)}, "text_too_long"),
        ({"findings": finding(text="{waarde weg.weg}")}, "no_such_value weg.weg"),
        ({"findings": finding(more='value = "weg.weg"')}, "value_or_provision"),
        (
            {"findings": finding(more='value = "weg.weg"').replace("basis =", "# basis =")},
            "finding[proefdorp.reden].value: no_such_value weg.weg",
        ),
        (
            {
                "parameters": parameter("proefdorp.keuzes", "keuze", '"a_b"'),
                "findings": finding(text="{waarde proefdorp.keuzes}"),
            },
            "value_without_words proefdorp.keuzes",
        ),
        ({"findings": finding(more='types = ["weg"]\ntraits = ["gek"]')}, "unknown_trait gek"),
        ({"letters": letter(more='outcomes = ["weg"]')}, "unknown_outcome weg"),
        ({"letters__boete": letter("{horen.zienswijze}")}, "free_text_in_a_letter"),
        (
            {"letters": letter(more='when = { question = "weg.weg", equals = 1 }')},
            "unknown_question",
        ),
        ({"type": "x = 1"}, "type.toml: : unknown_file"),
        ({"anders__b": "x = 1"}, "unknown_file"),
        (
            {"provisions": PROVISION.format(name="awb-3-4-evenredigheid")},
            "provision_of_national_law",
        ),
        ({"letter__head": 'sender = "x"'}, "letter/head.toml: valid_from: missing"),
        (
            {
                "letter__head": 'sender = "x"\nvalid_from = 2020-01-01\ncertainty = "unverified"\n'
                'source = { title = "x" }'
            },
            "an_unsure_value_is_onbekend",
        ),
        ({"manifest": MANIFEST.format(name="proefdorp").replace('"GM0363"', "")}, "only_national"),
        (
            {"manifest": MANIFEST.format(name="proefdorp").replace("GM0363", "GM9999")},
            "unknown_municipality GM9999",
        ),
        ({"manifest": MANIFEST.format(name="Proef")}, "not_an_id"),
        (
            {"manifest": MANIFEST.format(name="proefdorp").replace("1.0.0", "een")},
            "plugin.toml: version: not_a_version",
        ),
        ({"rules": "import hardship_desk.storage"}, "import_not_allowed hardship_desk.storage"),
        ({"rules": "from peewee import Model"}, "rules.py: regel 1: import_not_allowed peewee"),
        ({"rules": "def ("}, "rules.py: regel 1: not_python"),
    ],
)
def test_that_what_loosens_or_does_not_fit_is_named(
    tmp_path: Path, files: dict[str, str], expected: str
) -> None:
    found = mistakes(write(tmp_path, **files))
    assert any(expected in item for item in found), found


def test_that_no_letter_holds_a_sensitive_answer(tmp_path: Path) -> None:
    sensitive = next(
        q.id for step in shelf().questionnaire.steps for q in step.questions if q.sensitive
    )
    found = mistakes(write(tmp_path, letters=letter(f"{{{sensitive}}}")))
    assert any(f"sensitive_answer_in_a_letter {sensitive}" in item for item in found)


def test_that_no_flag_of_the_core_is_silenced(tmp_path: Path) -> None:
    core = shelf().questionnaire.flags[0]
    found = mistakes(write(tmp_path, flags=flag(core.id)))
    assert any(f"flag_of_the_core {core.basis}" in item for item in found)


def test_that_ids_of_national_law_are_not_taken(tmp_path: Path) -> None:
    national = shelf().plugins.plugins[0]
    conflict, ruling = national.conflicts[0].id, next(r for r in national.rulings if r.ecli)
    text = (shelves_root() / "plugins" / "landelijk" / "conflicts.toml").read_text()
    first = text.index("[[conflict]]")
    one = text[first : text.index("[[conflict]]", first + 5)]
    rulings = (shelves_root() / "plugins" / "landelijk" / "rulings.toml").read_text()
    start = rulings.index("[[ruling]]")
    place = write(
        tmp_path, conflicts=one, rulings=rulings[start : rulings.index("[[ruling]]", start + 5)]
    )
    found = mistakes(place)
    assert any("id_of_national_law" in item and "conflict[" in item for item in found), conflict
    assert any("id_of_national_law" in item and "ruling[" in item for item in found), ruling


def shelves_root() -> Path:
    return Path(__file__).resolve().parents[3]


def test_that_rules_lie_in_one_place(tmp_path: Path) -> None:
    place = write(tmp_path, rules="x = 1")
    (place / "rules").mkdir()
    (place / "rules" / "a.py").write_text("y = 1")
    assert any("rules_twice" in item for item in mistakes(place))
    (place / "rules.py").unlink()
    assert any("rules/__init__.py: : missing" in item for item in mistakes(place))


def test_that_wrong_limits_are_our_mistake(tmp_path: Path) -> None:
    path = tmp_path / "grenzen.toml"
    path.write_text('[[limit]]\nparameter = "x"\nkleur = 1')
    with pytest.raises(ValueError, match="unknown_key"):
        load_limits(path)
