"""The tables of kaart, as first released."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import samendoen.kaart.rules


class Migration(migrations.Migration):
    """Makes them."""

    initial = True

    dependencies = [
        ("organisatie", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Kaartimport",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("gemeente", models.CharField(max_length=4)),
                ("definitie", models.CharField(max_length=64)),
                ("ingelezen_op", models.DateField()),
            ],
            options={
                "verbose_name": "ingelezen kaart",
                "verbose_name_plural": "ingelezen kaarten",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="kaartimport_is_de_enige")
                ],
            },
        ),
        migrations.CreateModel(
            name="Organisatie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("aanname", models.BooleanField(default=False, verbose_name="Aanname")),
                ("bron", models.CharField(blank=True, max_length=200, verbose_name="Bron")),
                ("toelichting", models.TextField(blank=True, verbose_name="Toelichting")),
                ("kenmerk", models.UUIDField(unique=True)),
                ("naam", models.CharField(max_length=120, unique=True, verbose_name="Naam")),
                ("omschrijving", models.TextField(blank=True, verbose_name="Wat doet deze organisatie?")),
                ("telefoon", models.CharField(blank=True, max_length=20, verbose_name="Telefoon")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="E-mailadres")),
                ("website", models.URLField(blank=True, verbose_name="Website")),
            ],
            options={
                "verbose_name": "organisatie",
                "verbose_name_plural": "organisaties",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("naam", ""), _negated=True), name="organisatie_naam_gevuld"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("aanname", False), ("bron", ""), _connector="OR"),
                        name="organisatie_bron_of_aanname",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Locatie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("aanname", models.BooleanField(default=False, verbose_name="Aanname")),
                ("bron", models.CharField(blank=True, max_length=200, verbose_name="Bron")),
                ("toelichting", models.TextField(blank=True, verbose_name="Toelichting")),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="locaties",
                        to="kaart.organisatie",
                    ),
                ),
                (
                    "kern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisatie.kern"
                    ),
                ),
                ("naam", models.CharField(max_length=120, verbose_name="Naam")),
                ("adres", models.CharField(blank=True, max_length=200, verbose_name="Adres")),
            ],
            options={
                "verbose_name": "locatie",
                "verbose_name_plural": "locaties",
                "constraints": [
                    models.UniqueConstraint(fields=("organisatie", "kern", "naam"), name="locatie_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(("naam", ""), _negated=True), name="locatie_naam_gevuld"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("aanname", False), ("bron", ""), _connector="OR"),
                        name="locatie_bron_of_aanname",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Aanbod",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("aanname", models.BooleanField(default=False, verbose_name="Aanname")),
                ("bron", models.CharField(blank=True, max_length=200, verbose_name="Bron")),
                ("toelichting", models.TextField(blank=True, verbose_name="Toelichting")),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanbod",
                        to="kaart.organisatie",
                    ),
                ),
                ("naam", models.CharField(max_length=120, verbose_name="Naam")),
                ("tekst", models.TextField(verbose_name="Wat is het?")),
                (
                    "leefgebieden",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                (
                    "doelgroepen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(max_length=20), blank=True, default=list, size=None
                    ),
                ),
                (
                    "niveau",
                    models.CharField(
                        choices=[
                            (samendoen.kaart.rules.Ondersteuningsniveau["EIGEN_KRACHT"], "Eigen kracht"),
                            (samendoen.kaart.rules.Ondersteuningsniveau["NETWERK"], "Netwerk"),
                            (samendoen.kaart.rules.Ondersteuningsniveau["ALGEMEEN"], "Voor iedereen"),
                            (
                                samendoen.kaart.rules.Ondersteuningsniveau["BASISHULP"],
                                "Basishulp van het team",
                            ),
                            (samendoen.kaart.rules.Ondersteuningsniveau["MAATWERK"], "Maatwerk"),
                        ],
                        max_length=20,
                        verbose_name="Niveau",
                    ),
                ),
                ("prijs", models.CharField(blank=True, max_length=120, verbose_name="Kosten")),
                ("wachttijd_weken", models.PositiveSmallIntegerField(null=True, verbose_name="Wachttijd")),
                ("aanmelden", models.TextField(blank=True, verbose_name="Zo meldt u iemand aan")),
                (
                    "talen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(max_length=5), blank=True, default=list, size=None
                    ),
                ),
                ("gestopt_op", models.DateField(null=True, verbose_name="Gestopt op")),
                ("zoektekst", models.TextField(blank=True)),
                ("locaties", models.ManyToManyField(blank=True, related_name="+", to="kaart.locatie")),
            ],
            options={
                "verbose_name": "aanbod",
                "verbose_name_plural": "aanbod",
                "constraints": [
                    models.UniqueConstraint(fields=("organisatie", "naam"), name="aanbod_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "niveau__in",
                                [
                                    samendoen.kaart.rules.Ondersteuningsniveau["EIGEN_KRACHT"],
                                    samendoen.kaart.rules.Ondersteuningsniveau["NETWERK"],
                                    samendoen.kaart.rules.Ondersteuningsniveau["ALGEMEEN"],
                                    samendoen.kaart.rules.Ondersteuningsniveau["BASISHULP"],
                                    samendoen.kaart.rules.Ondersteuningsniveau["MAATWERK"],
                                ],
                            )
                        ),
                        name="aanbod_niveau",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("naam", ""), _negated=True), name="aanbod_naam_gevuld"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wachttijd_weken__isnull", True), ("wachttijd_weken__lte", 260), _connector="OR"
                        ),
                        name="aanbod_wachttijd",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("aanname", False), ("bron", ""), _connector="OR"),
                        name="aanbod_bron_of_aanname",
                    ),
                ],
            },
        ),
    ]
