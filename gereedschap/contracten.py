"""The walls between contexts as a contract for import-linter (design 02-house).

The ladder itself is data in pyproject.toml; here stands what the linter's own contracts cannot say:
a context enters another one only by its door, and a context has no rooms but those of the plan.
"""

from typing import Any, cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

WORTEL = "samendoen"
# Doors of the floor under every context; everybody else has only `api`.
DEUREN = {"kernel": {"api", "stekkers", "velden", "definities"}, "schil": {"api"}, "recht": {"api"}}
# Judging a message needs no database: that door stays apart from the one of the traffic.
DEUREN["berichten"] = {"api", "post"}
# Contexts that are laid out by rooms; recht, kernel, schil and site have a plan of their own.
EIGEN_INDELING = {"recht", "kernel", "schil", "site"}
KAMERS = {
    "models", "events", "rules", "access", "queries", "actions", "jobs", "api", "feiten", "stekkers", "web",
    "definities", "apps", "migrations", "xml", "transport", "post",
}  # fmt: skip
# Named exceptions: whoever builds the settings needs the keys before Django is there.
UITZONDERINGEN = {
    ("samendoen.site.settings", "samendoen.kernel.sleutels"),
    ("samendoen.site.cli", "samendoen.kernel.spoor"),
    ("samendoen.site.cli.opstart", "samendoen.kernel.sleutels"),
    ("samendoen.site.cli.controle", "samendoen.kernel.sleutels"),
}


def context_van(module: str) -> str:
    """Return the context that a module of ours lies in."""
    return module.split(".")[1] if "." in module else ""


def mag(van: str, naar: str) -> bool:
    """Tell whether module `van` may import module `naar`, as far as doors go."""
    hier, daar = context_van(van), context_van(naar)
    if not hier or not daar or hier == daar or (van, naar) in UITZONDERINGEN:
        return True
    if naar == f"{WORTEL}.{daar}":
        return False
    rest = naar.split(".")[2:]
    if hier == "site" and rest == ["web", "urls"]:
        return True
    return rest[0] in DEUREN.get(daar, {"api"})


class Deuren(Contract):
    """A context imports only the door of another context."""

    type_name = "deuren"

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Find every import that climbs in by the window."""
        fout = sorted(
            (van, naar)
            for van in graph.modules
            for naar in graph.find_modules_directly_imported_by(van)
            if naar.startswith(f"{WORTEL}.") and not mag(van, naar)
        )
        return ContractCheck(kept=not fout, metadata={"imports": fout})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name each of them."""
        for van, naar in cast(list[tuple[str, str]], check.metadata["imports"]):
            output.print_error(f"{van} imports {naar}: use {WORTEL}.{context_van(naar)}.api", bold=False)


class Kamers(Contract):
    """A context has only the rooms of the plan, and its rules know nothing but values."""

    type_name = "kamers"
    puur = fields.SetField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        """Find rooms that are not in the plan, and pure modules that import more than the library."""
        vreemd = sorted(m for m in graph.modules if self._onbekende_kamer(m))
        onzuiver = sorted(
            (van, naar)
            for van in graph.modules
            if van.split(".")[2:3] == ["rules"] and context_van(van) not in EIGEN_INDELING
            for naar in graph.find_modules_directly_imported_by(van)
            if naar.split(".")[0] in cast(set[str], self.puur)
            or (naar.startswith(f"{WORTEL}.") and not self._naast_rules(van, naar))
        )
        metadata: dict[str, Any] = {"kamers": vreemd, "rules": onzuiver}
        return ContractCheck(kept=not (vreemd or onzuiver), metadata=metadata)

    @staticmethod
    def _onbekende_kamer(module: str) -> bool:
        delen = module.split(".")
        if len(delen) < 3 or delen[1] in EIGEN_INDELING:
            return False
        return delen[2] not in KAMERS

    @staticmethod
    def _naast_rules(van: str, naar: str) -> bool:
        """Allow the law, and of the own context the rules beside it and the event values."""
        eigen = (f"{WORTEL}.{context_van(van)}.rules", f"{WORTEL}.{context_van(van)}.events")
        return context_van(naar) == "recht" or f"{naar}.".startswith(tuple(f"{deur}." for deur in eigen))

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Name each of them."""
        for module in cast(list[str], check.metadata["kamers"]):
            output.print_error(f"{module} is no room of the plan (docs/architectuur.md)", bold=False)
        for van, naar in cast(list[tuple[str, str]], check.metadata["rules"]):
            output.print_error(f"{van} imports {naar}: rules are pure functions on values", bold=False)
