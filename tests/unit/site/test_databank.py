"""Which database the settings use, without a database."""

from pathlib import Path
from typing import Any

import pytest

from samendoen.site import databank
from samendoen.site.fout import Bedrijfsfout


@pytest.fixture(autouse=True)
def schone_omgeving(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("SAMENDOEN_HOME", str(tmp_path / "home"))


def ontleed(monkeypatch: pytest.MonkeyPatch, url: str) -> dict[str, Any]:
    monkeypatch.setenv("DATABASE_URL", url)
    return databank.django_databank()


def test_without_a_url_the_embedded_server_is_the_database() -> None:
    gekozen = databank.django_databank()
    assert gekozen["HOST"] == str(databank.socketmap(databank.samendoen_home()))
    assert (gekozen["NAME"], gekozen["USER"], gekozen["PORT"]) == ("samendoen", "samendoen", "5432")


def test_asking_for_the_address_starts_and_makes_nothing(tmp_path: Path) -> None:
    databank.django_databank()
    databank.databank_url()
    assert list(tmp_path.iterdir()) == []


def test_the_default_home_lies_in_the_working_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("SAMENDOEN_HOME")
    monkeypatch.chdir(tmp_path)
    assert databank.samendoen_home() == tmp_path / ".samendoen"


def test_a_url_is_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    gekozen = ontleed(
        monkeypatch, "postgresql://loket:gehe%40im%2F1@db.example.nl:6432/sociaal%20domein?sslmode=require"
    )
    assert gekozen["USER"] == "loket"
    assert gekozen["PASSWORD"] == "gehe@im/1"
    assert (gekozen["HOST"], gekozen["PORT"]) == ("db.example.nl", "6432")
    assert gekozen["NAME"] == "sociaal domein"
    assert gekozen["OPTIONS"]["sslmode"] == "require"


@pytest.mark.parametrize("url", ["", "postgresql://loket@db/samendoen?connect_timeout=3"])
def test_every_database_plans_a_query_once_per_connection(monkeypatch: pytest.MonkeyPatch, url: str) -> None:
    opties = ontleed(monkeypatch, url)["OPTIONS"]
    assert opties["server_side_binding"] is True
    assert opties["prepare_threshold"] > 0


def test_a_url_can_name_a_socket_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    gekozen = ontleed(monkeypatch, "postgresql://loket@/samendoen?host=/run/post%20gres")
    assert (gekozen["HOST"], gekozen["PORT"]) == ("/run/post gres", "5432")


def test_the_embedded_address_survives_the_round_trip(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home = tmp_path / "één map & meer"
    assert ontleed(monkeypatch, databank.databank_url(home))["HOST"] == str(databank.socketmap(home))


@pytest.mark.parametrize(
    ("url", "reden"),
    [
        ("mysql://loket@db/samendoen", "postgresql://"),
        ("postgresql://loket@db", "naam van de databank"),
        ("postgresql://loket@db/", "naam van de databank"),
        ("postgresql://loket@db/a/b", "naam van de databank"),
        ("postgresql://loket@db:tien/samendoen", "poortnummer"),
        ("postgresql://loket@/samendoen?host=een,twee", "meer dan één server"),
        ("postgresql://loket@db/samendoen?ssl=ja", "ssl"),
        ("samendoen", "postgresql://"),
    ],
)
def test_an_unusable_url_says_what_is_wrong(monkeypatch: pytest.MonkeyPatch, url: str, reden: str) -> None:
    with pytest.raises(Bedrijfsfout, match=reden) as fout:
        ontleed(monkeypatch, url)
    assert fout.value.fout == "database_url"
    assert fout.value.doe


def test_an_unusable_url_does_not_give_away_the_password(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(Bedrijfsfout) as fout:
        ontleed(monkeypatch, "postgresql://loket:hooggeheim@db:tien/samendoen")
    assert "hooggeheim" not in f"{fout.value.toelichting}{fout.value.doe}"


def test_the_socket_lies_in_the_home_when_its_path_is_short() -> None:
    assert databank.socketmap(Path("/srv/samendoen")) == Path("/srv/samendoen/socket")


def test_a_long_home_gets_a_short_socket_folder_of_its_own() -> None:
    lang = Path("/srv") / ("gemeente-" * 12)
    mappen = {databank.socketmap(lang / "a"), databank.socketmap(lang / "b"), databank.socketmap(lang / "a")}
    assert len(mappen) == 2
    assert all(len(str(map_)) < 60 for map_ in mappen)
