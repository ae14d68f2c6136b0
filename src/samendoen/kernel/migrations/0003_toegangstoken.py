"""Tokens of other systems."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds one table."""

    dependencies = (("kernel", "0002_onveranderlijk"),)

    operations = (
        migrations.CreateModel(
            name="Toegangstoken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                ("naam", models.CharField(max_length=80, verbose_name="Naam")),
                ("afdruk", models.CharField(max_length=64, unique=True)),
                ("gemaakt_op", models.DateTimeField()),
                ("tot", models.DateField(verbose_name="Geldig tot")),
                ("ingetrokken_op", models.DateTimeField(null=True)),
                ("laatst_gebruikt_op", models.DateField(null=True)),
                (
                    "gebruiker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gemaakt_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "toegangstoken",
                "verbose_name_plural": "toegangstokens",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("naam", ""), _negated=True), name="toegangstoken_naam_gevuld"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("afdruk__regex", "^[0-9a-f]{64}$")), name="toegangstoken_afdruk"
                    ),
                ],
            },
        ),
    )
