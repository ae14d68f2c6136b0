"""The referee, Tau-Argus, in a process of its own: its solver and ours do not live together in one.

Reads one question per line (cells, sums), writes the numbers of the cells that it would hide.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from samendoen.cijfers.rules.onthulling.vraagstuk import Keuze, Vraagstuk

Vraag = tuple[list[str], list[str]]


def vraag(vraagstuk: Vraagstuk, kent_drempel: bool) -> Vraag:
    """Return a question in the words of the referee: every value of a small count must stay possible.

    If he does not know the threshold, hidden cells may be anything from zero up, and it is enough that a
    count is not certain.
    """
    eisen, cellen = set(vraagstuk.eisen), []
    for nummer, cel in enumerate(vraagstuk.cellen):
        omlaag = cel.omlaag if kent_drempel and cel.omlaag is not None else cel.waarde
        omhoog = cel.omhoog if kent_drempel and cel.omhoog is not None else 10_000
        onder, boven = (min(vraagstuk.breedte, ruimte) for ruimte in (omlaag, omhoog))
        soort, bescherming = ("u", f"{onder} {boven}") if nummer in eisen else ("s", "0 0")
        assert cel.keuze is not Keuze.OPEN
        grenzen = f"{cel.waarde - omlaag} {cel.waarde + omhoog}"
        cellen.append(f"{nummer} {cel.waarde} {cel.waarde} {soort} {grenzen} {bescherming} 0")
    sommen = [
        f"0.0 {len(som)} : " + " ".join(f"{nummer} ({factor})" for nummer, factor in som)
        for som in vraagstuk.relaties
    ]
    return cellen, sommen


def vraag_scheidsrechter(vragen: Sequence[Vraag]) -> list[frozenset[int]]:
    """Return what the referee hides beyond the small counts, for each question."""
    regels = "\n".join(json.dumps(vraag) for vraag in vragen)
    with tempfile.TemporaryDirectory() as map_:  # he leaves his notes where he stands
        klaar = subprocess.run(
            [sys.executable, __file__],
            cwd=map_,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            input=regels,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
    return [frozenset(json.loads(regel)) for regel in klaar.stdout.splitlines() if regel.startswith("[")]


def _fluit() -> None:
    from pytauargus import HiTaSCtrl

    for regel in sys.stdin:
        cellen, sommen = json.loads(regel)
        with tempfile.TemporaryDirectory() as map_:
            erin, eruit = Path(map_, "JJ.IN"), Path(map_, "JJ.OUT")
            inhoud = ["0", str(len(cellen)), *cellen, str(len(sommen)), *sommen, ""]
            erin.write_text("\n".join(inhoud))
            HiTaSCtrl().full_jj(in_file_jj=str(erin), out_file=str(eruit), max_time=1)
            sys.stdout.write(json.dumps([int(cel) for cel in eruit.read_text().split()]) + "\n")


if __name__ == "__main__":
    _fluit()
