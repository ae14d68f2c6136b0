"""Where an error came from, without what it says: the words of an error can hold a resident's values.

A database error quotes the row that was refused, a conversion error the text that somebody typed.
"""

import traceback

HOOGSTENS = 10  # errors of one chain or group: enough to find the first, never endless


def spoor(fout: BaseException) -> str:
    """Return the traceback of an error and of what caused it: places, kinds and codes, no message."""
    return "".join(_regels(fout, HOOGSTENS))


def _regels(fout: BaseException, over: int) -> list[str]:
    regels: list[str] = []
    eerder = fout.__cause__ or (None if fout.__suppress_context__ else fout.__context__)
    if eerder is not None and over:
        regels += [*_regels(eerder, over - 1), "\nDaarna:\n\n"]
    regels += [*traceback.format_tb(fout.__traceback__), f"{_soort(fout)}\n"]
    if isinstance(fout, BaseExceptionGroup):
        for deel in fout.exceptions[:over]:
            regels += ["\nMet daarin:\n\n", *_regels(deel, over - 1)]
    return regels


def _soort(fout: BaseException) -> str:
    """Return the kind, with the codes that are ours or the database's: names, never values."""
    soort = type(fout)
    naam = soort.__name__ if soort.__module__ == "builtins" else f"{soort.__module__}.{soort.__name__}"
    diagnose = getattr(fout, "diag", None)
    codes = (getattr(fout, "sqlstate", None), getattr(diagnose, "constraint_name", None))
    bekend = [str(code) for code in codes if code]
    return f"{naam} ({', '.join(bekend)})" if bekend else naam
