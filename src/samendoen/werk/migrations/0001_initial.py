"""The tables of werk, as first released."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import samendoen.werk.models.termijn


class Migration(migrations.Migration):
    """Makes them."""

    initial = True

    dependencies = [
        ("kernel", "0001_initial"),
        ("kernel", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Termijn",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("soort", models.CharField(max_length=40)),
                ("grondslag", models.CharField(max_length=120)),
                ("start", models.DateField()),
                ("onderwerp_soort", models.CharField(max_length=60)),
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
                    "gebruiker",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("bij_sinds", models.DateField()),
                ("uiterste_datum", models.DateField()),
                ("nadert_op", models.DateField()),
                ("geschorst_vanaf", models.DateField(null=True)),
                ("status", models.CharField(default="loopt", max_length=12)),
                ("gehaald_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "termijn",
                "verbose_name_plural": "termijnen",
                "indexes": [
                    models.Index(fields=["onderwerp_soort", "onderwerp_id"], name="termijn_onderwerp"),
                    models.Index(
                        condition=models.Q(("status", "loopt")),
                        fields=["uiterste_datum"],
                        name="termijn_uiterste",
                    ),
                    models.Index(
                        condition=models.Q(("status", "loopt"), ("geschorst_vanaf", None)),
                        fields=["nadert_op"],
                        name="termijn_nadert",
                    ),
                    models.Index(
                        condition=models.Q(("status", "loopt")),
                        fields=["groep", "uiterste_datum"],
                        name="termijn_groep",
                    ),
                    models.Index(
                        condition=models.Q(("status", "loopt")),
                        fields=["gebruiker", "uiterste_datum"],
                        name="termijn_gebruiker",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gebruiker__isnull", True), ("groep__isnull", False)),
                            models.Q(("gebruiker__isnull", False), ("groep__isnull", True)),
                            _connector="OR",
                        ),
                        name="termijn_een_eigenaar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["loopt", "gehaald", "gemist", "vervallen"])),
                        name="termijn_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("gehaald_op__isnull", False),
                                ("gehaald_op__lte", models.F("uiterste_datum")),
                                ("status", "gehaald"),
                            ),
                            models.Q(
                                ("gehaald_op__gt", models.F("uiterste_datum")),
                                ("gehaald_op__isnull", False),
                                ("status", "gemist"),
                            ),
                            models.Q(("gehaald_op__isnull", True), ("status__in", ["loopt", "vervallen"])),
                            _connector="OR",
                        ),
                        name="termijn_afgerond_is_heel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gehaald_op__isnull", True),
                            ("gehaald_op__gte", models.F("start")),
                            _connector="OR",
                        ),
                        name="termijn_gehaald_na_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("uiterste_datum__gte", models.F("start"))),
                        name="termijn_uiterste_na_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("nadert_op__gte", models.F("start")),
                            ("nadert_op__lte", models.F("uiterste_datum")),
                        ),
                        name="termijn_nadert_voor_uiterste",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "loopt")),
                        fields=("onderwerp_soort", "onderwerp_id", "soort"),
                        name="termijn_loopt_eenmaal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Schorsing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "termijn",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="schorsingen",
                        to="werk.termijn",
                    ),
                ),
                ("sleutel", models.UUIDField()),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                ("hersteltermijn", models.DateField(null=True)),
                ("reden", models.CharField(max_length=20)),
            ],
            options={
                "verbose_name": "schorsing",
                "verbose_name_plural": "schorsingen",
                "constraints": [
                    models.UniqueConstraint(fields=("termijn", "sleutel"), name="schorsing_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reden__in", ["aanvulling", "instemming", "vertraging", "overmacht"])
                        ),
                        name="schorsing_reden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("van")), _connector="OR"
                        ),
                        name="schorsing_periode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("hersteltermijn__gt", models.F("van")), ("reden", "aanvulling")),
                            models.Q(
                                models.Q(("reden", "aanvulling"), _negated=True),
                                ("hersteltermijn__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="schorsing_hersteltermijn",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("tot__isnull", True)),
                        fields=("termijn",),
                        name="schorsing_een_open",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (samendoen.werk.models.termijn.Enkel("termijn"), "&&"),
                            (
                                samendoen.werk.models.termijn.Periode(
                                    "van", "tot", django.contrib.postgres.fields.ranges.RangeBoundary()
                                ),
                                "&&",
                            ),
                        ],
                        name="schorsing_overlapt_niet",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verdaging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "termijn",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verdagingen",
                        to="werk.termijn",
                    ),
                ),
                ("sleutel", models.UUIDField()),
                ("op", models.DateField()),
                ("dagen", models.PositiveSmallIntegerField()),
                ("reden", models.CharField(max_length=20)),
            ],
            options={
                "verbose_name": "verdaging",
                "verbose_name_plural": "verdagingen",
                "constraints": [
                    models.UniqueConstraint(fields=("termijn", "sleutel"), name="verdaging_eenmaal"),
                    models.CheckConstraint(condition=models.Q(("dagen__gte", 1)), name="verdaging_dagen"),
                    models.CheckConstraint(
                        condition=models.Q(("reden__in", ["advies", "onderzoek", "belangen", "capaciteit"])),
                        name="verdaging_reden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Taak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("regel", models.SlugField(db_index=False, max_length=60)),
                ("sleutel", models.CharField(max_length=100)),
                ("onderwerp_soort", models.CharField(blank=True, max_length=60)),
                ("onderwerp_id", models.BigIntegerField(null=True)),
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
                        blank=True,
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
                    "gebruiker",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("bij_sinds", models.DateField()),
                ("uiterlijk", models.DateField()),
                ("status", models.CharField(default="open", max_length=12)),
                ("afgerond_op", models.DateField(null=True)),
                ("tekst", models.CharField(blank=True, max_length=200)),
                ("uitleg", models.CharField(blank=True, max_length=400)),
                ("notitie", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "verbose_name": "taak",
                "verbose_name_plural": "taken",
                "indexes": [
                    models.Index(
                        condition=models.Q(("status", "open")),
                        fields=["groep", "uiterlijk"],
                        name="taak_groep",
                    ),
                    models.Index(
                        condition=models.Q(("status", "open")),
                        fields=["gebruiker", "uiterlijk"],
                        name="taak_gebruiker",
                    ),
                    models.Index(condition=models.Q(("status", "open")), fields=["regel"], name="taak_regel"),
                    models.Index(
                        condition=models.Q(("status", "gedaan")), fields=["afgerond_op"], name="taak_afgerond"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("regel", "sleutel"), name="taak_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gebruiker__isnull", True), ("groep__isnull", False)),
                            models.Q(("gebruiker__isnull", False), ("groep__isnull", True)),
                            _connector="OR",
                        ),
                        name="taak_een_eigenaar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["open", "gedaan", "vervallen"])),
                        name="taak_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("afgerond_op__isnull", False), ("status", "gedaan")),
                            models.Q(
                                models.Q(("status", "gedaan"), _negated=True), ("afgerond_op__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="taak_gedaan_op",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("regel", "handmatig"),
                                ("tekst", ""),
                                ("uitleg", ""),
                                models.Q(("notitie", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("regel", "handmatig"), _negated=True),
                                models.Q(("tekst", ""), _negated=True),
                                models.Q(("uitleg", ""), _negated=True),
                                ("notitie", ""),
                            ),
                            _connector="OR",
                        ),
                        name="taak_woorden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("onderwerp_id__isnull", True), ("onderwerp_soort", "")),
                            models.Q(
                                models.Q(("onderwerp_soort", ""), _negated=True),
                                ("onderwerp_id__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="taak_onderwerp",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("dossier__isnull", False),
                                ("inwoner__isnull", False),
                                ("regel", "handmatig"),
                                ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"]),
                            ),
                            models.Q(
                                ("dossier__isnull", True),
                                ("inwoner__isnull", True),
                                ("regel", "handmatig"),
                                ("wet", ""),
                            ),
                            models.Q(
                                models.Q(("regel", "handmatig"), _negated=True),
                                ("inwoner__isnull", True),
                                ("wet", ""),
                            ),
                            _connector="OR",
                        ),
                        name="taak_over_wie",
                    ),
                ],
            },
        ),
    ]
