"""The least that a list of meldingen could cost behind the same HTTP and the same token: SQL and orjson."""

from django.db import connection
from django.http import HttpRequest, HttpResponse

from samendoen.kernel.api import Permissie, Tokenpoort, antwoord, klok
from samendoen.toegang.queries.uitlezen import VELDEN

POORT = Tokenpoort(Permissie.WERK_ZIEN)
# The very rows and columns of GET /api/v1/meldingen?team=&status=, by the same access.
SQL = """
SELECT m.id, m.kenmerk, m.status, m.ontvangen_op, m.wet, m.mede_kaders, t.code, m.kanaal, m.vraag,
    m.leefgebieden, m.spoed, m.melder, m.vrijwillig, m.zorgvrager, m.herkend, m.inwoner_id, m.route,
    m.opvolgen_op, m.bevestigd_op, m.uitkomst, m.afgehandeld_op
FROM toegang_melding m JOIN organisatie_team t ON t.id = m.team_id
WHERE t.code = %s AND m.status = %s AND EXISTS (
    SELECT 1 FROM kernel_inzagerecht r
    WHERE r.dossier_id = m.dossier_id AND (r.groep_id = ANY(%s) OR r.gebruiker_id = %s)
        AND r.van <= %s AND (r.tot IS NULL OR r.tot > %s) AND r.niveau >= 2)
ORDER BY m.ontvangen_op DESC, m.id DESC LIMIT 101
"""
NAMEN = tuple(VELDEN)


def meldingen(request: HttpRequest) -> HttpResponse:
    """A hundred meldingen of `?team=` with `?status=`."""
    door, nu = POORT(request), klok.nu()
    vraag = [request.GET["team"], request.GET["status"], list(door.groepen), door.id, nu, nu]
    with connection.cursor() as cursor:
        cursor.execute(SQL, vraag)
        rijen = cursor.fetchall()
    return antwoord({"meldingen": [dict(zip(NAMEN, rij, strict=True)) for rij in rijen[:100]]})
