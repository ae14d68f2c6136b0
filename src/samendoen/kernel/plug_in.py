"""What the kernel itself plugs in."""

from samendoen.kernel import events, stekkers, wissen


def meld_aan() -> None:
    """Fill the kernel's stekkers."""
    stekkers.wisser.meld_aan("kernel", WISSER)
    for soort, zin in ZINNEN.items():
        stekkers.gebeurteniszin.meld_aan(soort, zin)


WISSER = stekkers.Wisser(("kernel.GebeurtenisInhoud", "kernel.Zoekregel"), wissen.wis_eigen)


def _gewist(gegevens: object, inhoud: object) -> str:
    from django.utils.translation import gettext as _

    return _("Persoonlijke inhoud gewist.")


def _nood(gegevens: object, inhoud: object) -> str:
    from django.utils.translation import gettext as _

    return _("Iemand nam noodtoegang tot dit dossier.")


def _toegekend(gegevens: object, inhoud: object) -> str:
    from django.utils.translation import gettext as _

    return _("Een collega leest tijdelijk mee.")


def _beeindigd(gegevens: object, inhoud: object) -> str:
    from django.utils.translation import gettext as _

    return _("Het meelezen van een collega is beëindigd.")


def _token_gemaakt(gegevens: object, inhoud: object) -> str:
    from django.utils.translation import gettext as _

    return _("Er is een toegangstoken gemaakt.")


def _token_ingetrokken(gegevens: object, inhoud: object) -> str:
    from django.utils.translation import gettext as _

    return _("Het toegangstoken is ingetrokken.")


ZINNEN: dict[str, stekkers.Zin] = {
    events.InhoudGewist.soort: _gewist,
    events.NoodtoegangGenomen.soort: _nood,
    events.InzageToegekend.soort: _toegekend,
    events.InzageBeeindigd.soort: _beeindigd,
    events.ToegangstokenGemaakt.soort: _token_gemaakt,
    events.ToegangstokenIngetrokken.soort: _token_ingetrokken,
}
