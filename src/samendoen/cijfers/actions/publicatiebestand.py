"""A publication as a file beside the facts, so that a lake of many municipalities has what each published."""

import json
import os

from samendoen.cijfers.models import Publicatie
from samendoen.cijfers.queries.meer_openbaar import publicatiebestand


def zet_bij_feiten(publicatie: Publicatie) -> None:
    """Write the file, whole or not at all; one that stands there already stays as it is. Raises OSError."""
    pad = publicatiebestand(publicatie.peildatum)
    if pad.is_file():
        return
    pad.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    document = {
        "peildatum": publicatie.peildatum.isoformat(),
        "drempel": publicatie.drempel,
        "hash": publicatie.hash,
        "tabellen": publicatie.tabellen,
    }
    half = pad.with_suffix(".half")
    with half.open("w", encoding="utf-8") as bestand:
        json.dump(document, bestand, sort_keys=True, ensure_ascii=False)
        bestand.flush()
        os.fsync(bestand.fileno())
    half.rename(pad)
