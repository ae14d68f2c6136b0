"""Names and numbers of people who do not exist."""

from collections.abc import Iterator

# fmt: off
VOORNAMEN = (
    "Anna", "Bram", "Chris", "Daan", "Emma", "Fatima", "Guus", "Hanna", "Ivo", "Joke", "Kees", "Lotte", "Mo",
    "Noor", "Olaf", "Piet", "Roos",
)
_BEGIN = (
    "Van", "Be", "Kro", "Smi", "Hol", "Wes", "Oos", "Ver", "Kui", "Meu", "Bak", "Die", "Lin", "Rij", "Sto",
    "Tui", "Wil", "Zan", "Boe", "Gro",
)
_MIDDEN = ("len", "ber", "ter", "ken", "man", "den", "ger", "men", "sel", "rin")
_EINDE = ("stra", "ma", "sen", "veld", "kamp", "huis", "dijk", "burg", "hof", "laar")
# fmt: on
ACHTERNAMEN = tuple(f"{b}{m}{e}" for b in _BEGIN for m in _MIDDEN for e in _EINDE)
"""Two thousand surnames: as many bear one as in a middle-sized city."""
GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2)


def bsn_nummers() -> Iterator[str]:
    """Yield numbers that pass the check, from the range that the government uses for tests (9000...)."""
    for stam in range(90000000, 99999999):
        rest = sum(g * int(c) for g, c in zip(GEWICHTEN, str(stam), strict=True)) % 11
        if rest < 10:
            yield f"{stam}{rest}"
