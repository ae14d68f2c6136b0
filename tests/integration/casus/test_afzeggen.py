"""Case tables: a meeting that is not held, and a long agenda that one can get through."""

from datetime import date

import pytest
from django.urls import reverse

from samendoen.casus import events
from samendoen.casus.api import (
    Afzegging,
    Bespreking,
    bespreek_punten,
    heropen_punt,
    plan_overleg_weer,
    wijzig_overleg,
    zeg_overleg_af,
)
from samendoen.casus.models import Agendapunt, Overleg
from samendoen.casus.rules import OverlegStand, vouw_overleg
from samendoen.kernel import klok
from samendoen.kernel.actor import SYSTEEM, Actor
from samendoen.kernel.fouten import Domeinfout, NietGevonden
from samendoen.kernel.gebeurtenissen import lees, van_onderwerp
from samendoen.kernel.models import Gebeurtenis
from samendoen.toegang.api import handel_melding_af
from tests import overlegmaker as ov
from tests.casusmaker import maak_gezin, maak_melding
from tests.integration.casus.conftest import Gezin
from tests.integration.casus.test_schermen import klant, tekst

pytestmark = pytest.mark.django_db
VANDAAG, VOLGENDE = date(2024, 6, 3), date(2024, 6, 10)


def stand(nummer: int) -> OverlegStand | None:
    rijen = van_onderwerp(events.OVERLEG, [nummer]).get(nummer, [])
    return vouw_overleg((r.voorgevallen_op, lees(r)) for r in rijen)


def test_what_was_on_a_cancelled_agenda_waits_for_the_next_meeting(casus: int, consulent: Actor) -> None:
    nu = ov.overleg()
    punt = ov.agendeer(consulent, nu, casus=casus)
    client = klant(consulent)
    html = tekst(client, "overleg_afzeggen", nu)
    assert "Er staat 1 punt op de agenda" in html
    client.post(reverse("overleg_afzeggen", args=[nu]), {"reden": "weinig_punten", "naar": ""})
    rij = Overleg.objects.get(pk=nu)
    assert (rij.afgezegd_op, rij.afgezegd_reden) == (VANDAAG, "weinig_punten")
    assert stand(nu) == OverlegStand(VANDAAG, None, "weinig_punten")
    html = tekst(client, "overleg", nu)
    assert "Te weinig om te bespreken" in html and "Dag of voorzitter wijzigen" not in html
    assert "1 punt van een eerder of afgezegd overleg wacht nog" in tekst(client, "overleggen")
    assert "Overleg afgezegd, wacht op het volgende" in tekst(client, "casus", casus)
    assert "Bespreken" not in tekst(client, "overleg_punt", punt)
    opnieuw = ov.overleg()  # the day is free: another meeting may be planned on it
    assert opnieuw != nu
    assert f"Casus {casus}" in tekst(client, "overleg", opnieuw)
    assert "wacht nog" not in tekst(client, "overleggen")
    with pytest.raises(Domeinfout, match="al"):
        plan_overleg_weer(consulent, nu)
    zeg_overleg_af(consulent, Afzegging(opnieuw, "anders"))
    client.post(reverse("overleg_toch", args=[nu]))
    assert stand(nu) == OverlegStand(VANDAAG, None)
    assert Overleg.objects.get(pk=nu).afgezegd_op is None
    bespreek_punten(consulent, [Bespreking(punt, "oppakken")])


def test_items_go_to_another_meeting_also_those_one_may_not_open(
    casus: int, consulent: Actor, buur: Actor
) -> None:
    nu, pga = ov.overleg(), ov.overleg("pga", op=VOLGENDE)
    mijn = ov.agendeer(consulent, nu, casus=casus, vraag="Hoe nu verder?")
    [ander] = maak_gezin(("Anna", date(1970, 1, 1)))
    vreemd = ov.agendeer(SYSTEEM, nu, melding=maak_melding(ander, team="gebiedsteam_vianen"))
    with pytest.raises(NietGevonden):
        zeg_overleg_af(buur, Afzegging(nu, "vrij"))
    zeg_overleg_af(consulent, Afzegging(nu, "vrij", pga))
    assert set(Agendapunt.objects.filter(pk__in=[mijn, vreemd]).values_list("status", "naar")) == {
        ("verplaatst", pga)
    }
    nieuw = Agendapunt.objects.filter(overleg=pga).order_by("pk")
    assert [(p.status, p.vraag) for p in nieuw] == [("open", "Hoe nu verder?"), ("open", "")]
    zeg_overleg_af(consulent, Afzegging(nu, "anders"))  # once is enough
    assert Gebeurtenis.objects.filter(soort="casus.overleg_afgezegd").count() == 1


def test_what_cannot_be_cancelled_or_done_at_a_cancelled_table_is_refused(
    casus: int, consulent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    nu, later = ov.overleg(), ov.overleg(op=VOLGENDE)
    punt = ov.agendeer(consulent, nu, casus=casus)
    bespreek_punten(consulent, [Bespreking(punt, "oppakken")])
    with pytest.raises(Domeinfout, match="er geweest"):
        zeg_overleg_af(consulent, Afzegging(nu, "vrij"))
    heropen_punt(consulent, punt)
    for fout, wat in (("reden", Afzegging(nu, "geen_zin")), ("overleg", Afzegging(nu, "vrij", nu))):
        with pytest.raises(Domeinfout, match=fout):
            zeg_overleg_af(consulent, wat)
    zeg_overleg_af(consulent, Afzegging(later, "vrij"))
    for doe in (
        lambda: zeg_overleg_af(consulent, Afzegging(nu, "vrij", later)),
        lambda: ov.agendeer(consulent, later, casus=casus),
        lambda: wijzig_overleg(consulent, later, VOLGENDE, consulent.id),
    ):
        with pytest.raises(Domeinfout, match="afgezegd"):
            doe()
    assert Overleg.objects.get(pk=nu).afgezegd_op is None
    assert Agendapunt.objects.get().status == "open"


def test_a_long_agenda_is_grouped_counted_and_what_is_done_folds_away(
    gezin: Gezin, casus: int, consulent: Actor
) -> None:
    nu = ov.overleg()
    for n in range(12):
        maak_melding(gezin.zoon, f"Vraag {n}", kader="jeugd" if n % 2 else "wmo")
    handel_melding_af(SYSTEEM, maak_melding(gezin.zoon), "onderzocht", VANDAAG)
    punt = ov.agendeer(consulent, nu, casus=casus)
    ov.agendeer(consulent, nu, melding=gezin.melding)
    bespreek_punten(consulent, [Bespreking(punt, "oppakken")])
    html = " ".join(tekst(klant(consulent), "overleg", nu).split())
    assert "Nog 1 punt te bespreken." in html
    assert '<details class="sd-uitleg" > <summary> 1 punt besproken of verplaatst' in html
    assert "(13)</span>" in html
    assert '<details class="sd-uitleg" open> <summary>Wmo 2015 (6)</summary>' in html
    assert '<details class="sd-uitleg" > <summary>Jeugdwet (6)</summary>' in html
    assert '<details class="sd-uitleg" > <summary>Intussen al afgehandeld (1)</summary>' in html


def test_a_meeting_stays_as_it_was_when_recording_fails(
    casus: int, consulent: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    from samendoen.casus.actions import afzeggen

    def stuk(*_a: object) -> None:
        raise RuntimeError("stuk")

    nu = ov.overleg()
    monkeypatch.setattr(afzeggen, "leg_vast", stuk)
    with klok.op(VANDAAG), pytest.raises(RuntimeError):
        zeg_overleg_af(consulent, Afzegging(nu, "vrij"))
    assert Overleg.objects.get(pk=nu).afgezegd_op is None
