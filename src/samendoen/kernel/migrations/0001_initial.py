"""The tables of kernel, as first released."""

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes them."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Gegevenssleutel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ingepakt", models.BinaryField()),
                ("hoofdsleutel", models.SlugField(max_length=40)),
                ("gemaakt_op", models.DateTimeField()),
            ],
            options={
                "verbose_name": "gegevenssleutel",
                "verbose_name_plural": "gegevenssleutels",
            },
        ),
        migrations.CreateModel(
            name="Groep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=60, unique=True)),
            ],
            options={
                "verbose_name": "groep",
                "verbose_name_plural": "groepen",
            },
        ),
        migrations.CreateModel(
            name="Persoon",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pseudoniemsleutel", models.BinaryField(max_length=16, null=True)),
            ],
            options={
                "verbose_name": "persoon",
                "verbose_name_plural": "personen",
            },
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.persoon"
                    ),
                ),
                (
                    "wet",
                    models.CharField(
                        choices=[
                            ("wmo", "Wmo 2015"),
                            ("jeugd", "Jeugdwet"),
                            ("participatie", "Participatiewet"),
                            ("schuldhulp", "Wet gemeentelijke schuldhulpverlening"),
                            ("geen", "Geen bijzondere wet"),
                        ],
                        max_length=20,
                    ),
                ),
                ("soort", models.SlugField(max_length=40)),
                ("geopend_op", models.DateField()),
                ("laatst_gewijzigd_op", models.DateField()),
                ("gewist_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "dossier",
                "verbose_name_plural": "dossiers",
                "indexes": [
                    models.Index(fields=["persoon", "wet"], name="dossier_persoon_wet"),
                    models.Index(fields=["wet", "laatst_gewijzigd_op"], name="dossier_bewaren"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="dossier_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("laatst_gewijzigd_op__gte", models.F("geopend_op"))),
                        name="dossier_gewijzigd_na_opening",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Gebruiker",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "gebruikersnaam",
                    models.CharField(max_length=80, unique=True, verbose_name="Gebruikersnaam"),
                ),
                ("naam", models.CharField(max_length=120, verbose_name="Naam")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="E-mailadres")),
                ("is_active", models.BooleanField(default=True, verbose_name="Actief")),
                ("sinds", models.DateField(null=True, verbose_name="Sinds")),
            ],
            options={
                "verbose_name": "gebruiker",
                "verbose_name_plural": "gebruikers",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("naam", ""), _negated=True), name="gebruiker_naam_gevuld"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Gebeurtenis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.dossier",
                    ),
                ),
                ("onderwerp_soort", models.CharField(max_length=60)),
                ("onderwerp_id", models.BigIntegerField()),
                ("soort", models.CharField(max_length=80)),
                ("versie", models.PositiveSmallIntegerField()),
                ("voorgevallen_op", models.DateField()),
                ("vastgelegd_op", models.DateTimeField()),
                (
                    "actor_soort",
                    models.CharField(
                        choices=[
                            ("gebruiker", "Gebruiker"),
                            ("inwoner", "Inwoner"),
                            ("aanbieder", "Aanbieder"),
                            ("systeem", "Systeem"),
                        ],
                        max_length=20,
                    ),
                ),
                ("actor_id", models.BigIntegerField(null=True)),
                ("gegevens", models.JSONField()),
                (
                    "herroept",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.gebeurtenis",
                    ),
                ),
            ],
            options={
                "verbose_name": "gebeurtenis",
                "verbose_name_plural": "gebeurtenissen",
                "indexes": [
                    models.Index(fields=["dossier", "voorgevallen_op", "id"], name="gebeurtenis_tijdlijn"),
                    models.Index(
                        fields=["onderwerp_soort", "onderwerp_id", "id"], name="gebeurtenis_onderwerp"
                    ),
                    models.Index(fields=["soort", "vastgelegd_op"], name="gebeurtenis_soort"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("actor_soort__in", ["gebruiker", "inwoner", "aanbieder", "systeem"])
                        ),
                        name="gebeurtenis_actor",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("herroept__isnull", False)),
                        fields=("herroept",),
                        name="gebeurtenis_eenmaal_herroepen",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Groepslid",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "groep",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.groep"
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
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "groepslid",
                "verbose_name_plural": "groepsleden",
                "constraints": [
                    models.UniqueConstraint(fields=("groep", "gebruiker", "van"), name="groepslid_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gt", models.F("van")), _connector="OR"
                        ),
                        name="groepslid_periode",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Inzagelogregel",
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
                ("op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("pagina", models.SlugField(max_length=60)),
                (
                    "dossiers",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None),
                ),
                (
                    "personen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
            ],
            options={
                "verbose_name": "inzagelogregel",
                "verbose_name_plural": "inzagelog",
                "indexes": [models.Index(fields=["gebruiker", "op"], name="inzagelog_gebruiker_op")],
            },
        ),
        migrations.CreateModel(
            name="Inzagerecht",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
                    ),
                ),
                (
                    "gebruiker",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "groep",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.groep",
                    ),
                ),
                (
                    "niveau",
                    models.PositiveSmallIntegerField(
                        choices=[(1, "Routeerbaar"), (2, "Leesbaar"), (3, "Schrijfbaar")]
                    ),
                ),
                (
                    "grond",
                    models.CharField(
                        choices=[
                            ("team", "Team"),
                            ("regie", "Regie"),
                            ("tweede", "Tweede professional"),
                            ("leiding", "Leiding"),
                            ("consultatie", "Consultatie"),
                            ("toestemming", "Toestemming"),
                            ("nood", "Noodtoegang"),
                            ("aanname", "Nam de vraag op"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "wet",
                    models.CharField(
                        choices=[
                            ("wmo", "Wmo 2015"),
                            ("jeugd", "Jeugdwet"),
                            ("participatie", "Participatiewet"),
                            ("schuldhulp", "Wet gemeentelijke schuldhulpverlening"),
                            ("geen", "Geen bijzondere wet"),
                        ],
                        max_length=20,
                    ),
                ),
                ("van", models.DateTimeField()),
                ("tot", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "inzagerecht",
                "verbose_name_plural": "inzagerechten",
                "indexes": [
                    models.Index(
                        condition=models.Q(("gebruiker__isnull", False)),
                        fields=["gebruiker", "dossier"],
                        name="inzagerecht_gebruiker",
                    ),
                    models.Index(
                        condition=models.Q(("groep__isnull", False)),
                        fields=["groep", "dossier"],
                        name="inzagerecht_groep",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gebruiker__isnull", False), ("groep__isnull", True)),
                            models.Q(("gebruiker__isnull", True), ("groep__isnull", False)),
                            _connector="OR",
                        ),
                        name="inzagerecht_gebruiker_of_groep",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gt", models.F("van")), _connector="OR"
                        ),
                        name="inzagerecht_periode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("niveau__in", [1, 2, 3])), name="inzagerecht_niveau"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "grond__in",
                                [
                                    "team",
                                    "regie",
                                    "tweede",
                                    "leiding",
                                    "consultatie",
                                    "toestemming",
                                    "nood",
                                    "aanname",
                                ],
                            )
                        ),
                        name="inzagerecht_grond",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="GebeurtenisInhoud",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "gebeurtenis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.gebeurtenis"
                    ),
                ),
                (
                    "inwoner",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.persoon",
                    ),
                ),
                (
                    "wet",
                    models.CharField(
                        choices=[
                            ("wmo", "Wmo 2015"),
                            ("jeugd", "Jeugdwet"),
                            ("participatie", "Participatiewet"),
                            ("schuldhulp", "Wet gemeentelijke schuldhulpverlening"),
                            ("geen", "Geen bijzondere wet"),
                        ],
                        max_length=20,
                    ),
                ),
                ("veld", models.SlugField(max_length=40)),
                ("waarde", models.TextField()),
            ],
            options={
                "verbose_name": "inhoud van een gebeurtenis",
                "verbose_name_plural": "inhoud van gebeurtenissen",
                "indexes": [models.Index(fields=["inwoner", "wet"], name="gebeurtenisinhoud_inwoner")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("gebeurtenis", "inwoner", "wet", "veld"), name="gebeurtenisinhoud_uniek"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Rolrecht",
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
                ("rol", models.CharField(max_length=20)),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "rolrecht",
                "verbose_name_plural": "rolrechten",
                "constraints": [
                    models.UniqueConstraint(fields=("gebruiker", "rol", "van"), name="rolrecht_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gt", models.F("van")), _connector="OR"
                        ),
                        name="rolrecht_periode",
                    ),
                ],
            },
        ),
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
                (
                    "gebruiker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("naam", models.CharField(max_length=80, verbose_name="Naam")),
                ("afdruk", models.CharField(max_length=64, unique=True)),
                ("gemaakt_op", models.DateTimeField()),
                (
                    "gemaakt_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("tot", models.DateField(verbose_name="Geldig tot")),
                ("ingetrokken_op", models.DateTimeField(null=True)),
                ("laatst_gebruikt_op", models.DateField(null=True)),
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
        migrations.CreateModel(
            name="Wislijstregel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "inwoner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.persoon"
                    ),
                ),
                (
                    "wet",
                    models.CharField(
                        choices=[
                            ("wmo", "Wmo 2015"),
                            ("jeugd", "Jeugdwet"),
                            ("participatie", "Participatiewet"),
                            ("schuldhulp", "Wet gemeentelijke schuldhulpverlening"),
                            ("geen", "Geen bijzondere wet"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reden", models.SlugField(max_length=40)),
                ("gewist_op", models.DateTimeField()),
            ],
            options={
                "verbose_name": "wislijstregel",
                "verbose_name_plural": "wislijst",
            },
        ),
        migrations.CreateModel(
            name="Zoekregel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("soort", models.CharField(max_length=60)),
                ("onderwerp_id", models.BigIntegerField()),
                (
                    "dossier",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.dossier",
                    ),
                ),
                (
                    "inwoner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.persoon",
                    ),
                ),
                (
                    "wet",
                    models.CharField(
                        choices=[
                            ("wmo", "Wmo 2015"),
                            ("jeugd", "Jeugdwet"),
                            ("participatie", "Participatiewet"),
                            ("schuldhulp", "Wet gemeentelijke schuldhulpverlening"),
                            ("geen", "Geen bijzondere wet"),
                        ],
                        max_length=20,
                    ),
                ),
                ("label", models.CharField(max_length=200)),
                ("tekst", models.TextField(blank=True)),
                (
                    "vector",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector("tekst", config="dutch"),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "verbose_name": "zoekregel",
                "verbose_name_plural": "zoekregels",
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["vector"], name="zoekregel_vector")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("soort", "onderwerp_id"), name="zoekregel_uniek")
                ],
            },
        ),
    ]
