"""A model as a context would declare it, for the tests of the encrypted fields."""

from django.apps.registry import Apps
from django.db import models

from samendoen.kernel.velden import BlindeIndex, VersleuteldTekst


class Geheim(models.Model):
    """Somebody's number."""

    bsn = VersleuteldTekst(null=True)
    bsn_index = BlindeIndex()

    objects: "models.Manager[Geheim]" = models.Manager()

    class Meta:
        app_label = "proef"
        apps = Apps()

    def __str__(self) -> str:
        return "geheim"
