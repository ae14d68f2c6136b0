"""A day as a page is asked for it."""

from datetime import date

from django.utils.translation import gettext as _

from samendoen.kernel.api import Domeinfout


def gevraagde_dag(ruw: str) -> date | None:
    """Return the day that was written, None for none. Raises Domeinfout for what is no date."""
    try:
        return date.fromisoformat(ruw) if ruw else None
    except ValueError:
        raise Domeinfout(
            "geen_datum",
            _("'%(ruw)s' is geen datum.") % {"ruw": ruw[:20]},
            _("Schrijf de peildatum als jjjj-mm-dd."),
            veld="peildatum",
        ) from None
