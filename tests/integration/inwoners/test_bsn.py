"""The number of a resident: encrypted, found by the exact number alone, and nowhere in plain."""

import logging
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samendoen.inwoners.api import Gegevenswijziging, herken, kernen, registreer_inwoners, wijzig_inwoners
from samendoen.inwoners.models import Inwoner
from samendoen.kernel import kluis
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout
from tests.integration.inwoners.conftest import GeefDossier, SchrijfIn, nieuw

pytestmark = pytest.mark.django_db
BSN, ANDER = "123456782", "999990019"


def bsns(aantal: int) -> list[str]:
    """Return the first so many numbers of the test range that pass the check."""
    from samendoen.recht.api import is_bsn

    return [kandidaat for n in range(999_900_000, 999_999_999) if is_bsn(kandidaat := str(n))][:aantal]


def tabellen_met(tekst: str) -> list[str]:
    """Return the tables of the database in which this text stands in plain, in whatever column."""
    gevonden = []
    with connection.cursor() as cursor:
        for tabel in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT count(*) FROM "{tabel}" t WHERE t::text LIKE %s', [f"%{tekst}%"])
            if cursor.fetchone()[0]:
                gevonden.append(tabel)
    return gevonden


def test_a_number_stands_in_plain_in_no_table(
    consulent: Actor, schrijf_in: SchrijfIn, geef_dossier: GeefDossier, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        persoon = schrijf_in("Kanarie", bsn=BSN)
        geef_dossier(persoon, consulent)
        herken(consulent, bsn=BSN)
        wijzig_inwoners(consulent, [Gegevenswijziging(persoon, {"bsn": ANDER})])
        with pytest.raises(Domeinfout):
            registreer_inwoners(consulent, [nieuw(bsn=ANDER)])
    assert tabellen_met("Kanarie") == ["inwoners_inwoner"]  # what is not encrypted is found like this
    for nummer in (BSN, ANDER, BSN.encode().hex(), ANDER.encode().hex()):
        assert tabellen_met(nummer) == []
    regels = [r.getMessage() for r in caplog.records if r.name.startswith("samendoen")]
    assert not [regel for regel in regels if BSN in regel or ANDER in regel]


def test_a_number_is_read_again_as_it_was_written(schrijf_in: SchrijfIn) -> None:
    assert Inwoner.objects.get(pk=schrijf_in(bsn="1234.56.782")).bsn == BSN


def test_the_exact_number_finds_one_and_nothing_else_does(loket: Actor, schrijf_in: SchrijfIn) -> None:
    persoon = schrijf_in("Jansen", bsn=BSN)
    schrijf_in("Pietersen", bsn=ANDER)
    assert [h.persoon_id for h in herken(loket, bsn="123 456 782")] == [persoon]
    assert herken(loket, bsn="111222333") == []
    with pytest.raises(Domeinfout) as fout:
        herken(loket, bsn="123456783")
    assert (fout.value.veld, "123456783" in str(fout.value)) == ("bsn", False)


def test_a_changed_number_is_found_and_the_old_one_is_not(loket: Actor, schrijf_in: SchrijfIn) -> None:
    persoon = schrijf_in("Jansen", bsn=BSN)
    wijzig_inwoners(SYSTEEM, [Gegevenswijziging(persoon, {"bsn": ANDER})])
    assert [h.persoon_id for h in herken(loket, bsn=ANDER)] == [persoon]
    assert herken(loket, bsn=BSN) == []


def test_the_two_halves_of_a_number_go_together(schrijf_in: SchrijfIn) -> None:
    met, zonder = (Inwoner.objects.get(pk=pk) for pk in (schrijf_in("Een", bsn=BSN), schrijf_in("Twee")))
    assert met.bsn_index is not None
    assert (zonder.bsn, zonder.bsn_index) == (None, None)


def test_who_is_shown_in_one_line_has_no_number(
    consulent: Actor, schrijf_in: SchrijfIn, geef_dossier: GeefDossier
) -> None:
    persoon = schrijf_in("Jansen", bsn=BSN)
    geef_dossier(persoon, consulent)
    assert BSN not in f"{herken(consulent, bsn=BSN)} {kernen(consulent, [persoon])}"


def vragen(doe: Any) -> int:
    with CaptureQueriesContext(connection) as gezien:
        doe()
    return len(gezien)


@pytest.mark.parametrize("wat", ["register", "change", "read"])
def test_many_numbers_cost_no_query_each(wat: str) -> None:
    def van(aantal: int) -> int:
        Inwoner.objects.all().delete()
        kluis.vergeet_geheugen()
        mensen = [nieuw(f"Proef{n}", bsn=bsn) for n, bsn in enumerate(bsns(aantal))]
        if wat == "register":
            return vragen(lambda: registreer_inwoners(SYSTEEM, mensen))
        ids = registreer_inwoners(SYSTEEM, mensen)
        if wat == "change":
            return vragen(
                lambda: wijzig_inwoners(SYSTEEM, [Gegevenswijziging(p, {"roepnaam": "X"}) for p in ids])
            )
        return vragen(lambda: list(Inwoner.objects.filter(pk__in=ids)))

    from samendoen.kernel.acties import schrijft

    with schrijft("inwoners"):
        registreer_inwoners(SYSTEEM, [nieuw("Eerst", bsn=BSN)])  # makes the data key
        assert van(40) == van(4)
