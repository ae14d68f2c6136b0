"""The migrations make what the models say."""

import pytest
from django.apps import apps
from django.core.management import call_command


@pytest.mark.django_db
def test_no_model_changed_without_its_migration(capsys: pytest.CaptureFixture[str]) -> None:
    ons = [a.label for a in apps.get_app_configs() if a.name.startswith("samendoen.") and a.models_module]
    call_command("makemigrations", *ons, check=True, dry_run=True)
    assert "No changes detected" in capsys.readouterr().out
