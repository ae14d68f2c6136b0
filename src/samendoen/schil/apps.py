"""App configuration of schil."""

from django.apps import AppConfig


class SchilConfig(AppConfig):
    """The shell around every screen. The check of its static files runs through the finder."""

    name = "samendoen.schil"
    label = "schil"
