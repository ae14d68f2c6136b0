"""Doing what a form asks: what the domain refuses comes back beside its field."""

from collections.abc import Callable

from django import forms

from samendoen.kernel.api import Domeinfout, Geweigerd, NietGevonden


def probeer(form: forms.Form, doe: Callable[[], object]) -> bool:
    """Do what a valid form asks and say whether it was done.

    A domain error comes beside the field it is about. What is refused or not found is not about the
    form: Geweigerd and NietGevonden pass through and become 403 and 404.
    """
    if not form.is_valid():
        return False
    try:
        doe()
    except (Geweigerd, NietGevonden):
        raise
    except Domeinfout as fout:
        veld = fout.veld if fout.veld in form.fields else None
        form.add_error(veld, f"{fout.toelichting} {fout.doe}".strip())
        return False
    return True
