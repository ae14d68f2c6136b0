"""The tables of cijfers, as first released."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes them."""

    initial = True

    dependencies = [
        ("kernel", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Momentopname",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("peildatum", models.DateField(unique=True)),
                ("gemaakt_op", models.DateTimeField()),
                ("rijen", models.JSONField()),
                ("hashes", models.JSONField()),
                ("gegevens_hash", models.CharField(max_length=64)),
                ("definities_hash", models.CharField(max_length=64)),
                ("versie", models.CharField(max_length=40)),
            ],
            options={
                "verbose_name": "momentopname",
                "verbose_name_plural": "momentopnamen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("definities_hash__regex", "^[0-9a-f]{64}$"),
                            ("gegevens_hash__regex", "^[0-9a-f]{64}$"),
                        ),
                        name="momentopname_hash",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Publicatie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("peildatum", models.DateField(unique=True)),
                ("gemaakt_op", models.DateTimeField()),
                ("drempel", models.PositiveSmallIntegerField()),
                ("tabellen", models.JSONField()),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "verbose_name": "publicatie",
                "verbose_name_plural": "publicaties",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("hash__regex", "^[0-9a-f]{64}$")), name="publicatie_hash"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("drempel__gte", 5)), name="publicatie_drempel"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Eigenvraag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "gebruiker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("naam", models.CharField(max_length=80, verbose_name="Naam")),
                ("adres", models.CharField(max_length=1000)),
                ("bewaard_op", models.DateTimeField()),
            ],
            options={
                "verbose_name": "eigen vraag",
                "verbose_name_plural": "eigen vragen",
                "constraints": [
                    models.UniqueConstraint(fields=("gebruiker", "naam"), name="eigenvraag_naam")
                ],
            },
        ),
        migrations.CreateModel(
            name="Lichtgrens",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                ("indicator", models.SlugField(max_length=60)),
                ("hoger", models.BooleanField()),
                (
                    "groen",
                    models.DecimalField(decimal_places=4, max_digits=16, null=True, verbose_name="Groen"),
                ),
                (
                    "oranje",
                    models.DecimalField(decimal_places=4, max_digits=16, null=True, verbose_name="Oranje"),
                ),
                ("geldt_vanaf", models.DateField(verbose_name="Geldt vanaf")),
                ("eigenaar", models.CharField(max_length=120, verbose_name="Eigenaar")),
                ("toelichting", models.CharField(max_length=500, verbose_name="Waarom")),
                ("gezet_op", models.DateTimeField()),
                (
                    "gezet_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "grens van een licht",
                "verbose_name_plural": "grenzen van lichten",
                "indexes": [
                    models.Index(fields=["indicator", "geldt_vanaf", "id"], name="lichtgrens_geldend")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("groen__isnull", True), ("oranje__isnull", True)),
                            models.Q(("hoger", True), ("oranje__lt", models.F("groen"))),
                            models.Q(("hoger", False), ("oranje__gt", models.F("groen"))),
                            _connector="OR",
                        ),
                        name="lichtgrens_volgorde",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("eigenaar", ""), _negated=True), name="lichtgrens_eigenaar"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("indicator", models.SlugField(max_length=60, verbose_name="Indicator")),
                ("periode", models.CharField(max_length=7, verbose_name="Periode")),
                (
                    "gebiedsoort",
                    models.CharField(
                        choices=[
                            ("gemeente", "Gemeente"),
                            ("regio", "Regio"),
                            ("land", "Land"),
                            ("dorp", "Dorp"),
                        ],
                        max_length=10,
                    ),
                ),
                ("gebied", models.CharField(max_length=80, verbose_name="Gebied")),
                ("waarde", models.DecimalField(decimal_places=4, max_digits=16, verbose_name="Waarde")),
                ("bron", models.CharField(blank=True, max_length=200, verbose_name="Bron")),
                ("toelichting", models.CharField(blank=True, max_length=500, verbose_name="Toelichting")),
                (
                    "verbetert",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verbeterd_door",
                        to="cijfers.meting",
                    ),
                ),
                ("geboekt_op", models.DateTimeField()),
                (
                    "geboekt_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("vervallen_op", models.DateTimeField(null=True)),
                (
                    "vervallen_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("reden", models.CharField(blank=True, max_length=500, verbose_name="Waarom")),
            ],
            options={
                "verbose_name": "meting",
                "verbose_name_plural": "metingen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("gebiedsoort__in", ["gemeente", "regio", "land", "dorp"])),
                        name="meting_gebiedsoort",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("vervallen_op__isnull", True)),
                        fields=("indicator", "periode", "gebiedsoort", "gebied", "bron"),
                        name="meting_een_geldt",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reeksopmerking",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                ("indicator", models.SlugField(max_length=60)),
                ("dag", models.DateField(verbose_name="Vanaf")),
                ("tot", models.DateField(null=True, verbose_name="Tot en met")),
                ("tekst", models.CharField(max_length=500, verbose_name="Opmerking")),
                ("geschreven_op", models.DateTimeField()),
                (
                    "auteur",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("ingetrokken_op", models.DateTimeField(null=True)),
                (
                    "ingetrokken_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "opmerking bij een reeks",
                "verbose_name_plural": "opmerkingen bij een reeks",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("dag")), _connector="OR"
                        ),
                        name="reeksopmerking_periode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tekst", ""), _negated=True), name="reeksopmerking_tekst"
                    ),
                ],
            },
        ),
    ]
