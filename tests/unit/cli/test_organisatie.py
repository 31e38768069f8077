"""The settings of an organisation go to another laptop: signed, looked at, taken in or refused."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import pytest

from hardship_desk.cli.arguments import read_arguments
from hardship_desk.cli.organisatie import SettingsTools, run_organisatie
from hardship_desk.config.files import write_atomically
from hardship_desk.config.paths import DATA_VARIABLE, organisation_path
from hardship_desk.domain.errors import WriteError
from hardship_desk.domain.ids import Gemeentecode
from hardship_desk.domain.legal_basis import Certainty, Source
from hardship_desk.domain.money import Money
from hardship_desk.domain.snapshot import LetterFacts
from hardship_desk.domain.users import Role, UserId, VaultUser
from hardship_desk.exchange.organisation_file import OrganisationFile
from hardship_desk.exchange.plugin_list_file import make_key_file
from hardship_desk.plugin_api.catalogue import Parameter
from hardship_desk.plugin_setup import settings_tools
from hardship_desk.services.ports.organisation import LetterHeadEntry, OrganisationSettings

WORDS = "vier losse gewone woorden"
CODE = Gemeentecode("GM0363")
LETTER = LetterHeadEntry(
    facts=LetterFacts(sender="Gemeente Proefdorp", phone="14 000"),
    source="Huisstijl",
    noted_on=date(2026, 11, 25),
)
Use = Callable[[str], None]


@pytest.fixture
def key(tmp_path: Path) -> str:
    return make_key_file(tmp_path / "sleutel.pem", WORDS, write_atomically).hex()


@pytest.fixture
def use(tmp_path: Path, key: str, monkeypatch: pytest.MonkeyPatch) -> Use:
    """Sit down at a laptop of the organisation."""

    def sit_at(name: str) -> None:
        data = tmp_path / name
        data.mkdir(exist_ok=True)
        (data / "beleid.toml").write_text(f'wet_sleutels = ["{key}"]\n')
        monkeypatch.setenv(DATA_VARIABLE, str(data))

    return sit_at


def run(*words: object, tools: SettingsTools | None = None) -> int:
    used = replace(tools or settings_tools(), ask=lambda _question: WORDS)
    return run_organisatie(used, read_arguments(["organisatie", *map(str, words)]))


def fill_in(euros: int = 5000, **changes: str) -> None:
    """What a legal adviser looked up: a maximum of the Sr, and a letter head."""
    tools = settings_tools()
    asked = next(item for item in tools.packages.asked() if item.name == "boete.categorie_2")
    value = replace(
        asked,
        value=Money.from_euros(euros),
        certainty=Certainty.SECONDARY,
        source=Source(title="Staatsblad (verzonnen)", note="ingevuld op 25-11-2026"),
        plugin="",
        note="",
        **changes,  # type: ignore[arg-type]  # fields of text
    )
    letters = MappingProxyType({CODE: LETTER})
    tools.packages.store.save_settings(OrganisationSettings(parameters=(value,), letters=letters))


def settings_here() -> OrganisationSettings:
    return OrganisationFile(organisation_path(), write_atomically).settings()


def signed(tmp_path: Path) -> Path:
    path = tmp_path / "organisatie.zip"
    assert run("export", path) == 0
    assert run("sign", path, "--key", tmp_path / "sleutel.pem") == 0
    return path


def test_that_settings_travel_and_nothing_else_changes(
    tmp_path: Path, use: Use, capsys: pytest.CaptureFixture[str]
) -> None:
    use("een")
    fill_in()
    path = signed(tmp_path)
    use("twee")
    kept = LetterHeadEntry(facts=LetterFacts(phone="088", signatory="De teammanager"))
    settings_tools().packages.store.save_settings(
        OrganisationSettings(letters=MappingProxyType({CODE: kept}))
    )
    capsys.readouterr()
    assert run("show", path) == 0
    said = capsys.readouterr().out.replace("\u00a0", " ")
    assert "van niet bekend naar € 5.000,00" in said
    assert "Bron: Staatsblad (verzonnen) ingevuld op 25-11-2026" in said
    assert "Brief van GM0363, Telefoonnummer: van 088 naar 14 000. Bron: Huisstijl" in said
    assert settings_here().parameters == ()
    assert run("import", path) == 0
    [value] = settings_here().parameters
    assert (value.name, value.value) == ("boete.categorie_2", Money(500_000))
    facts = settings_here().letters[CODE].facts
    assert (facts.sender, facts.phone) == ("Gemeente Proefdorp", "14 000")
    assert facts.signatory == "De teammanager"
    assert settings_here().letters[CODE].noted_on == date(2026, 11, 25)
    assert run("show", path) == 0
    assert "verandert geen enkele waarde" in capsys.readouterr().out


def refused(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What is said of a package that is not taken in; the settings are still the same."""
    capsys.readouterr()
    before = settings_here()
    assert run("import", path) == 2
    assert settings_here() == before
    return capsys.readouterr().err


def changed(path: Path, name: str, data: bytes | None) -> Path:
    with zipfile.ZipFile(path) as archive:
        files = {item: archive.read(item) for item in archive.namelist()}
    files.pop(name, None)
    if data is not None:
        files[name] = data
    other = path.with_name("anders.zip")
    with zipfile.ZipFile(other, "w") as archive:
        for item, content in files.items():
            archive.writestr(item, content)
    return other


def test_that_a_wrong_package_changes_nothing(
    tmp_path: Path, use: Use, capsys: pytest.CaptureFixture[str]
) -> None:
    use("een")
    fill_in()
    path = signed(tmp_path)
    for name, data, said in (
        ("organisatie.toml", b"", "organisatie.toml: -: Dit bestand is veranderd"),
        ("organisatie.toml", None, "organisatie.toml: -: Dit ontbreekt."),
        ("organisatiepakket.toml", b"x", "handtekening.txt: -: De handtekening klopt niet"),
        ("handtekening.txt", None, "handtekening.txt: -: Het pakket is niet ondertekend."),
        ("rules.py", b"", "rules.py: -: Dit bestand hoort niet in een pakket"),
    ):
        assert said in refused(changed(path, name, data), capsys)
    assert "geen gave zip" in refused(tmp_path / "sleutel.pem", capsys)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": "norm.alleenstaande_21_aow"}, "Deze waarde vraagt het programma niet."),
        ({"unit": "euros"}, "organisatie.toml"),
    ],
)
def test_that_settings_never_take_the_place_of_the_law(
    tmp_path: Path, use: Use, capsys: pytest.CaptureFixture[str], change: dict[str, str], said: str
) -> None:
    """Also when somebody with the key writes them by hand: 2026 has a norm."""
    use("een")
    fill_in()
    text = organisation_path().read_text("utf-8")
    for name, value in change.items():
        old = {"name": "boete.categorie_2", "unit": "euro"}[name]
        text = text.replace(f'{name} = "{old}"', f'{name} = "{value}"')
    organisation_path().write_text(text.replace("value = 5000.00", 'value = "5000"'))
    if change.get("name"):
        organisation_path().write_text(text)
    tools = settings_tools()
    everything = replace(tools, packages=replace(tools.packages, asked=lambda: _all(tools)))
    path = tmp_path / "organisatie.zip"
    assert run("export", path, tools=everything) == 0
    assert run("sign", path, "--key", tmp_path / "sleutel.pem") == 0
    use("twee")
    assert said in refused(path, capsys)


def _all(tools: SettingsTools) -> tuple[Parameter, ...]:
    return tools.packages.store.settings().parameters


def test_that_exporting_takes_a_role_and_a_free_place(
    tmp_path: Path, use: Use, capsys: pytest.CaptureFixture[str]
) -> None:
    use("een")
    tools = settings_tools()
    user = VaultUser(id=UserId("u"), name="X", roles=(Role.BEHANDELAAR,))
    barred = replace(tools, packages=replace(tools.packages, user=user))
    assert run("export", tmp_path / "a.zip", tools=barred) == 2
    assert "Uw rol mag dit niet." in capsys.readouterr().err
    (tmp_path / "b.zip").touch()
    assert run("export", tmp_path / "b.zip") == 2

    def full(path: Path, data: bytes) -> None:
        raise WriteError("schijf_vol")

    stuck = replace(tools, packages=replace(tools.packages, write=full))
    assert run("export", tmp_path / "c.zip", tools=stuck) == 4
