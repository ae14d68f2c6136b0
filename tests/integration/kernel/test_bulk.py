"""Many rows in one statement are the rows that Django would have written one by one."""

from datetime import date, datetime
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from samendoen.besluiten.models import Product
from samendoen.inwoners.models import Inwoner
from samendoen.kernel.acties import schrijft
from samendoen.kernel.bulk import schrijf, werk_bij
from samendoen.kernel.klok import NEDERLAND
from samendoen.kernel.models import Gebeurtenis, Groep, Zoekregel
from samendoen.kernel.personen import nieuwe_personen
from samendoen.kernel.velden import een_gegevenssleutel
from samendoen.organisatie.models import Medewerker
from tests.maak import maak_medewerker

pytestmark = pytest.mark.django_db
NU = datetime(2024, 6, 3, 9, 30, 15, 123456, NEDERLAND)


def een_gebeurtenis(nummer: int) -> Gebeurtenis:
    return Gebeurtenis(
        onderwerp_soort="proef.ding",
        onderwerp_id=nummer,
        soort="proef.gedaan",
        versie=1,
        voorgevallen_op=date(2024, 2, 29),
        vastgelegd_op=NU,
        actor_soort="systeem",
        gegevens={"code": 'é "aangehaald" \\ %s', "lijst": [1, None], "leeg": {}},
    )


def test_rows_come_back_as_they_were_written_with_ids_in_order() -> None:
    rijen = [een_gebeurtenis(n) for n in range(5)]
    with schrijft("kernel"):
        assert schrijf(rijen) is not rijen
    gelezen = Gebeurtenis.objects.in_bulk([rij.pk for rij in rijen])
    assert [rij.pk for rij in rijen] == sorted(gelezen)
    for rij in rijen:
        for veld in Gebeurtenis._meta.concrete_fields:
            assert getattr(gelezen[rij.pk], veld.attname) == getattr(rij, veld.attname)


def test_encrypted_text_goes_encrypted_and_comes_back_plain() -> None:
    [persoon] = nieuwe_personen(1)
    rij = Inwoner(
        inwoner_id=persoon.pk,
        kenmerk=uuid4(),
        achternaam="Proef",
        naam_zoek="proef",
        geboortedatum=date(1980, 1, 1),
        bsn="900000000",
        bsn_index=b"\x00\xff" * 16,
    )
    with schrijft("inwoners"), een_gegevenssleutel():
        schrijf([rij])
    gelezen = Inwoner.objects.get(pk=persoon.pk)
    assert (gelezen.bsn, bytes(gelezen.bsn_index or b"")) == ("900000000", b"\x00\xff" * 16)
    with connection.cursor() as cursor:
        cursor.execute("SELECT bsn FROM inwoners_inwoner WHERE inwoner_id = %s", [persoon.pk])
        assert b"900000000" not in bytes(cursor.fetchone()[0])


def test_what_exists_is_overwritten_when_asked() -> None:
    def regel(tekst: str) -> Zoekregel:
        return Zoekregel(soort="proef", onderwerp_id=1, wet="wmo", label="etiket", tekst=tekst)

    with schrijft("kernel"):
        [eerst] = schrijf([regel("fiets")])
        [daarna] = schrijf([regel("brommer")], of_werk_bij=(("soort", "onderwerp_id"), ("tekst",)))
    assert daarna.pk == eerst.pk
    assert Zoekregel.objects.get().tekst == "brommer"


def test_a_constraint_that_is_broken_is_named() -> None:
    with schrijft("kernel"), pytest.raises(IntegrityError, match="kernel_groep_code"):
        schrijf([Groep(code="proef"), Groep(code="proef")])


def test_only_the_named_fields_change() -> None:
    maak_medewerker("consulent", functie="Consulent")
    rij = Medewerker.objects.get()
    rij.functie, rij.uren_per_week, rij.registratienummer = "Teamleider", Decimal("33.36"), "niet"
    with schrijft("organisatie"):
        werk_bij([rij], ["functie", "uren_per_week"])
    gelezen = Medewerker.objects.get()
    assert (gelezen.functie, gelezen.uren_per_week) == ("Teamleider", Decimal("33.36"))
    assert gelezen.registratienummer == ""


def test_one_statement_whatever_the_number_and_none_for_nothing() -> None:
    with (
        schrijft("kernel"),
        CaptureQueriesContext(
            connection,
        ) as vragen,
    ):
        schrijf(een_gebeurtenis(n) for n in range(300))
        schrijf(list[Product]())
        werk_bij(list[Product](), ["naam"])
    assert len(vragen) == 1
