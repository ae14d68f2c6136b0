"""What lies beside a GGM export: what it is, what is not in it, and what may be done with it."""

from collections.abc import Iterator
from typing import Any

from samendoen.cijfers.queries.momentopnamen import Peiling

_KOP = """# Gegevens van {dag} in het Gemeentelijk Gegevensmodel {versie}

Uit de momentopname van {dag} (kenmerk {hash}). Dezelfde momentopname geeft altijd dezelfde bestanden.

## Wat u hiermee mag

Dit zijn geen cijfers maar gegevens per melding, besluit, toewijzing en casus. Er staat geen naam,
adres, geboortedatum of BSN in. Toch zijn het **persoonsgegevens** (AVG, artikel 4, onder 1 en 5): wie
genoeg weet van één iemand, kan hem in de rijen herkennen.

- Gebruik ze alleen voor statistiek en beleid van deze gemeente, in het eigen datawarehouse. Nooit om
  iets over één inwoner te beslissen of iemand op te zoeken.
- Leg ze niet naast gegevens waarin namen, adressen of burgerservicenummers staan.
- Ze gaan niet naar de gemeenteraad, niet naar buiten en niet naar een andere gemeente. Ook een telling
  uit deze tabellen niet, zolang kleine aantallen er niet uit zijn gehaald. Wat naar buiten kan, staat
  in Samendoen bij Cijfers.
- Geef alleen wie het voor dit werk nodig heeft toegang, en vernietig deze bestanden als er nieuwere
  zijn.
- `CLIENT.CODE` is een pseudoniem: een versleuteling met een sleutel per inwoner, die Samendoen nooit
  verlaat. Dezelfde inwoner heeft in elke uitvoer van deze gemeente dezelfde code. Wordt iemand gewist,
  dan verdwijnt de sleutel: in een latere momentopname is er geen code meer. Vervang daarom alles, en
  vul niet aan.
- Dat deze uitvoer is gemaakt, door wie en wanneer, staat in het logboek van Samendoen.

## Inlezen

- `psql -f 1-tabellen.sql` maakt de tabellen in een lege databank, met alle kolommen van het model.
- `psql -f 2-gegevens.sql` vult ze. Staan de tabellen er al, dan is dit genoeg.
- De Parquet-bestanden bevatten hetzelfde. De nummers (`_ID`) gelden binnen deze uitvoer. Teams,
  aanbieders en soorten hulp staan er met hun code.
"""


def leesmij(uitvoer: dict[str, Any], peiling: Peiling) -> str:
    """Return the text. It holds nothing but what the mapping and the export say."""
    kop = _KOP.format(dag=uitvoer["peildatum"], versie=uitvoer["ggm"], hash=peiling.gegevens_hash[:16])
    return kop + "\n".join(_delen(uitvoer)) + "\n"


def _delen(uitvoer: dict[str, Any]) -> Iterator[str]:
    yield "\n## Wat erin staat\n"
    for tabel, rijen in uitvoer["tabellen"].items():
        yield f"- {tabel}: {rijen}"
    yield "\n## Wat er niet in staat\n"
    for plaats in uitvoer["zonder_plaats"]:
        yield f"- {plaats['feit']}: {', '.join(plaats['kolommen'])}. {plaats['reden']}"
    for weg in uitvoer["niet_gekozen"]:
        yield f"- {weg['tabel']}: {weg['rijen']} van {weg['feit']} niet. {weg['reden']}"
    if uitvoer["zonder_feit"]:
        yield f"- Van deze dag niet vastgezet: {', '.join(uitvoer['zonder_feit'])}."
    if uitvoer["niet_afgebeeld"]:
        yield f"- Niet in deze afbeelding: {', '.join(uitvoer['niet_afgebeeld'])}."
    for vreemd in uitvoer["onbekend"]:
        werd = f"werd {vreemd['werd']}" if vreemd["werd"] else "bleef leeg"
        yield f"- {vreemd['kolom']}: {vreemd['code']} ({vreemd['rijen']} keer) kent het model niet en {werd}."
