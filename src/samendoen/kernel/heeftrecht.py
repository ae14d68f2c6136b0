"""The question that every page asks many times, whether there is a grant, as an expression cheap to make.

As a subquery of Django's own it took a third of the processor time of a page to build.
"""

from typing import Any, Final

from django.db.models import BooleanField, F, Func

from samendoen.kernel import klok
from samendoen.kernel.actor import Actor
from samendoen.kernel.models import Dossier, Grond, Inzagerecht, Niveau

EIGEN_WERK: Final = (Grond.AANNAME, Grond.REGIE, Grond.TWEEDE)
_RECHT: Final = Inzagerecht._meta.db_table
_DOSSIER: Final = Dossier._meta.db_table
_OP_DOSSIER: Final = f'"{_RECHT}" recht WHERE recht.dossier_id = '
# A person may be read on any dossier that was not erased.
_OP_PERSOON: Final = (
    f'"{_RECHT}" recht JOIN "{_DOSSIER}" van ON van.id = recht.dossier_id '
    "WHERE van.gewist_op IS NULL AND van.persoon_id = "
)


class HeeftRecht(Func):
    """True for a row on whose dossier (at `kolom`) this actor has a grant of at least `niveau` now.

    `via_persoon`: the column holds a person, on any of whose dossiers there must be one.
    """

    output_field = BooleanField()

    def __init__(self, kolom: str, door: Actor, niveau: Niveau, *, via_persoon: bool = False) -> None:
        super().__init__(F(kolom))
        self.bron = _OP_PERSOON if via_persoon else _OP_DOSSIER
        self.wie: list[Any] = []
        wie = []
        if door.groepen:
            wie.append("recht.groep_id = ANY(%s)")
            self.wie.append(sorted(door.groepen))
        if door.id is not None:
            wie.append("recht.gebruiker_id = %s")
            self.wie.append(door.id)
        nu = klok.nu()
        self.eis = (
            f" AND ({' OR '.join(wie) or 'FALSE'}) AND recht.niveau >= %s "
            "AND recht.van <= %s AND (recht.tot IS NULL OR recht.tot > %s)"
        )
        self.wie += [int(niveau), nu, nu]

    def as_sql(self, compiler: Any, connection: Any, **_anders: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """Return the condition, as every expression of Django does."""
        kolom, waarden = compiler.compile(self.source_expressions[0])
        return f"EXISTS(SELECT 1 FROM {self.bron}{kolom}{self.eis})", [*waarden, *self.wie]


class EigenWerk(Func):
    """True for a row whose dossier (at `kolom`) is this actor's own work: taken in, directed or seconded.

    As a list that is read once, so that an index finds the rows also where this is one way in of several;
    as a subquery in an OR it made the database walk through the rows of everybody.
    """

    output_field = BooleanField()

    def __init__(self, kolom: str, door: Actor) -> None:
        super().__init__(F(kolom))
        nu = klok.nu()
        self.wie = [door.id, [grond.value for grond in EIGEN_WERK], int(Niveau.LEESBAAR), nu, nu]

    def as_sql(self, compiler: Any, connection: Any, **_anders: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        """Return the condition, as every expression of Django does."""
        kolom, waarden = compiler.compile(self.source_expressions[0])
        eigen = (
            f'SELECT recht.dossier_id FROM "{_RECHT}" recht WHERE recht.gebruiker_id = %s '
            "AND recht.grond = ANY(%s) AND recht.niveau >= %s "
            "AND recht.van <= %s AND (recht.tot IS NULL OR recht.tot > %s)"
        )
        return f"{kolom} = ANY(ARRAY({eigen}))", [*waarden, *self.wie]
