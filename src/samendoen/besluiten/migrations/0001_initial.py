"""The tables of besluiten, as first released."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.db.models.functions.comparison
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes them."""

    initial = True

    dependencies = [
        ("casus", "0001_initial"),
        ("kernel", "0001_initial"),
        ("kernel", "__first__"),
        ("organisatie", "0001_initial"),
        ("toegang", "0001_initial"),
        ("werk", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Aanbieder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bron", models.CharField(blank=True, max_length=200)),
                ("aanname", models.BooleanField(default=False)),
                ("toelichting", models.TextField(blank=True)),
                ("agb", models.CharField(max_length=8, unique=True)),
                ("naam", models.CharField(max_length=120)),
                ("plaats", models.CharField(max_length=120)),
                ("berichten_vanaf", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "aanbieder",
                "verbose_name_plural": "aanbieders",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("agb__regex", "^[0-9]{8}$")), name="aanbieder_agb"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Catalogusimport",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("gemeente", models.CharField(max_length=4)),
                ("definitie", models.CharField(max_length=64)),
                ("ingelezen_op", models.DateField()),
            ],
            options={
                "verbose_name": "ingelezen catalogus",
                "verbose_name_plural": "ingelezen catalogi",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="catalogusimport_een")
                ],
            },
        ),
        migrations.CreateModel(
            name="Declaratie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "aanbieder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.aanbieder",
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
                ("nummer", models.CharField(max_length=12)),
                ("van", models.DateField()),
                ("tot", models.DateField()),
                ("dagtekening", models.DateField()),
                ("geboekt_op", models.DateField()),
                ("ingediend_eurocent", models.BigIntegerField()),
                ("toegekend_eurocent", models.BigIntegerField()),
                ("betaald_eurocent", models.BigIntegerField(default=0)),
            ],
            options={
                "verbose_name": "declaratie",
                "verbose_name_plural": "declaraties",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="declaratie_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tot__gt", models.F("van"))), name="declaratie_periode"
                    ),
                    models.UniqueConstraint(fields=("aanbieder", "wet", "nummer"), name="declaratie_nummer"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Betaling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "declaratie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="betalingen",
                        to="besluiten.declaratie",
                    ),
                ),
                ("op", models.DateField()),
                ("eurocent", models.BigIntegerField()),
                ("ingetrokken_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "betaling",
                "verbose_name_plural": "betalingen",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("eurocent__gt", 0)), name="betaling_bedrag")
                ],
            },
        ),
        migrations.CreateModel(
            name="Doorbraak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "casus",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casus.casus"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
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
                ("bedrag_eurocent", models.IntegerField()),
                ("waarvoor", models.TextField(blank=True)),
                ("waarom", models.TextField(blank=True)),
                ("toegekend_op", models.DateField()),
                (
                    "toegekend_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("ingetrokken_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "doorbraakbudget",
                "verbose_name_plural": "doorbraakbudgetten",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="doorbraak_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bedrag_eurocent__gt", 0)), name="doorbraak_bedrag"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Doorbraakuitgave",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "budget",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uitgaven",
                        to="besluiten.doorbraak",
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
                ("bedrag_eurocent", models.IntegerField()),
                ("omschrijving", models.TextField(blank=True)),
                ("op", models.DateField()),
                ("ingetrokken_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "uitgave uit een doorbraakbudget",
                "verbose_name_plural": "uitgaven uit doorbraakbudgetten",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="doorbraakuitgave_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bedrag_eurocent__gt", 0)), name="doorbraakuitgave_bedrag"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Klacht",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
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
                (
                    "status",
                    models.CharField(
                        choices=[("open", "In behandeling"), ("afgehandeld", "Afgehandeld")],
                        default="open",
                        max_length=20,
                    ),
                ),
                ("ontvangen_op", models.DateField()),
                ("gebeurd_op", models.DateField()),
                ("klager", models.CharField(blank=True, max_length=200)),
                ("klageradres", models.TextField(blank=True)),
                (
                    "beklaagde",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("over", models.TextField(blank=True)),
                ("commissie", models.BooleanField(default=False)),
                (
                    "behandelaar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "termijn",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="werk.termijn",
                    ),
                ),
                ("klager_gehoord_op", models.DateField(null=True)),
                ("beklaagde_gehoord_op", models.DateField(null=True)),
                (
                    "nietgehoord",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("kennelijk_ongegrond", "De klacht is kennelijk ongegrond"),
                            ("wil_niet", "De klager wil niet gehoord worden"),
                            ("geen_antwoord", "De klager liet niets weten binnen de gestelde termijn"),
                        ],
                        max_length=20,
                    ),
                ),
                ("verslag", models.TextField(blank=True)),
                (
                    "afloop",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("informeel", "Opgelost: de klager is tevreden"),
                            ("oordeel", "Oordeel gegeven"),
                            ("niet_behandeld", "Niet in behandeling genomen"),
                            ("ingetrokken", "De klager trekt de klacht in"),
                            ("vergissing", "Per vergissing vastgelegd"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "oordeel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gegrond", "Gegrond"),
                            ("gedeeltelijk", "Voor een deel gegrond"),
                            ("ongegrond", "Ongegrond"),
                            ("geen", "Geen oordeel mogelijk"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "nietbehandeld",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("eerder", "Eerder behandeld (9:8 lid 1 onder a)"),
                            ("jaar", "Langer dan een jaar geleden (9:8 lid 1 onder b)"),
                            ("bezwaar", "Er kon bezwaar worden gemaakt (9:8 lid 1 onder c)"),
                            ("beroep", "Er kan of kon beroep worden ingesteld (9:8 lid 1 onder d)"),
                            ("rechter", "Ligt bij de rechter of is een strafzaak (9:8 lid 1 onder e en f)"),
                            ("belang", "Het belang is kennelijk onvoldoende (9:8 lid 2)"),
                        ],
                        max_length=20,
                    ),
                ),
                ("bevindingen", models.TextField(blank=True)),
                ("conclusies", models.TextField(blank=True)),
                ("afgehandeld_op", models.DateField(null=True)),
                ("op_tijd", models.BooleanField(null=True)),
            ],
            options={
                "verbose_name": "klacht",
                "verbose_name_plural": "klachten",
                "indexes": [models.Index(fields=["status", "ontvangen_op"], name="klacht_stand")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="klacht_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("beklaagde__isnull", True),
                            models.Q(("beklaagde", models.F("behandelaar")), _negated=True),
                            _connector="OR",
                        ),
                        name="klacht_niet_over_behandelaar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("afgehandeld_op__isnull", True), ("afloop", ""), ("status", "open")),
                            models.Q(
                                ("afgehandeld_op__isnull", False),
                                ("status", "afgehandeld"),
                                models.Q(("afloop", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="klacht_afgehandeld_met_afloop",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Product",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bron", models.CharField(blank=True, max_length=200)),
                ("aanname", models.BooleanField(default=False)),
                ("toelichting", models.TextField(blank=True)),
                ("code", models.SlugField(max_length=60, unique=True)),
                ("naam", models.CharField(max_length=120)),
                ("categorie", models.SlugField(max_length=60)),
                ("categorienaam", models.CharField(max_length=120)),
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
                ("omschrijving", models.TextField()),
                (
                    "eenheid",
                    models.CharField(
                        choices=[
                            ("uur", "uur"),
                            ("dagdeel", "dagdeel"),
                            ("etmaal", "etmaal"),
                            ("rit", "rit"),
                            ("stuk", "stuk"),
                            ("euro", "euro"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "frequentie",
                    models.CharField(
                        choices=[
                            ("per_week", "per_week"),
                            ("per_vier_weken", "per_vier_weken"),
                            ("per_maand", "per_maand"),
                            ("totaal", "totaal"),
                        ],
                        max_length=20,
                    ),
                ),
                ("prijs_eurocent", models.PositiveIntegerField()),
                ("eigen_bijdrage", models.BooleanField(default=False)),
                ("pgb", models.BooleanField(default=True)),
                ("grondslag", models.CharField(blank=True, max_length=200)),
                ("eigen_uitgifte", models.BooleanField(default=False)),
                ("berichtcategorie", models.CharField(blank=True, max_length=2)),
                ("berichtcode", models.CharField(blank=True, max_length=5)),
                ("van", models.DateField(null=True)),
                ("tot", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "product",
                "verbose_name_plural": "producten",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="product_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eenheid__in", ["uur", "dagdeel", "etmaal", "rit", "stuk", "euro"])
                        ),
                        name="product_eenheid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("frequentie__in", ["per_week", "per_vier_weken", "per_maand", "totaal"])
                        ),
                        name="product_frequentie",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("prijs_eurocent__gt", 0)), name="product_prijs"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contract",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bron", models.CharField(blank=True, max_length=200)),
                ("aanname", models.BooleanField(default=False)),
                ("toelichting", models.TextField(blank=True)),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                (
                    "sluit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.contract",
                    ),
                ),
                ("sluit_tot", models.DateField(null=True)),
                ("ingetrokken_op", models.DateField(null=True)),
                (
                    "aanbieder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contracten",
                        to="besluiten.aanbieder",
                    ),
                ),
                ("producten", models.ManyToManyField(related_name="+", to="besluiten.product")),
            ],
            options={
                "verbose_name": "contract",
                "verbose_name_plural": "contracten",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gt", models.F("van")), _connector="OR"
                        ),
                        name="contract_periode",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("ingetrokken_op__isnull", True)),
                        expressions=[
                            (
                                models.Func(
                                    models.F("aanbieder_id"),
                                    models.F("aanbieder_id"),
                                    models.Value("[]"),
                                    function="int8range",
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    "van",
                                    "tot",
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="contract_een_tegelijk",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Beschikbaarheid",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bron", models.CharField(blank=True, max_length=200)),
                ("aanname", models.BooleanField(default=False)),
                ("toelichting", models.TextField(blank=True)),
                (
                    "aanbieder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.aanbieder",
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.product",
                    ),
                ),
                ("plaatsen", models.PositiveIntegerField(null=True)),
                ("wachttijd_weken", models.PositiveSmallIntegerField(null=True)),
                ("gemeld_op", models.DateField()),
                (
                    "genoteerd_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "beschikbaarheid",
                "verbose_name_plural": "beschikbaarheid",
                "indexes": [models.Index(fields=["aanbieder", "-gemeld_op"], name="beschikbaarheid_laatste")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wachttijd_weken__isnull", True), ("wachttijd_weken__lte", 260), _connector="OR"
                        ),
                        name="beschikbaarheid_wachttijd",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Productcode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
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
                ("categorie", models.CharField(max_length=2)),
                ("code", models.CharField(max_length=5)),
                ("getal", models.BigIntegerField()),
                ("naam", models.CharField(max_length=200)),
                ("eenheid", models.CharField(blank=True, max_length=2)),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                ("ingetrokken_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "productcode",
                "verbose_name_plural": "productcodes",
                "indexes": [models.Index(fields=["wet", "categorie", "code"], name="productcode_zoek")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="productcode_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gt", models.F("van")), _connector="OR"
                        ),
                        name="productcode_periode",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("ingetrokken_op__isnull", True)),
                        expressions=[
                            (
                                models.Func(
                                    models.F("getal"),
                                    models.F("getal"),
                                    models.Value("[]"),
                                    function="int8range",
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    "van",
                                    "tot",
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="productcode_een_tegelijk",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tarief",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bron", models.CharField(blank=True, max_length=200)),
                ("aanname", models.BooleanField(default=False)),
                ("toelichting", models.TextField(blank=True)),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                (
                    "sluit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.tarief",
                    ),
                ),
                ("sluit_tot", models.DateField(null=True)),
                ("ingetrokken_op", models.DateField(null=True)),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="besluiten.product"
                    ),
                ),
                (
                    "aanbieder",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.aanbieder",
                    ),
                ),
                (
                    "voor",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            models.F("aanbieder"), models.Value(0)
                        ),
                        output_field=models.BigIntegerField(),
                    ),
                ),
                ("eurocent", models.PositiveIntegerField()),
                (
                    "eenheid",
                    models.CharField(
                        choices=[
                            ("uur", "uur"),
                            ("dagdeel", "dagdeel"),
                            ("etmaal", "etmaal"),
                            ("rit", "rit"),
                            ("stuk", "stuk"),
                            ("euro", "euro"),
                        ],
                        max_length=10,
                    ),
                ),
            ],
            options={
                "verbose_name": "tarief",
                "verbose_name_plural": "tarieven",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("eurocent__gt", 0)), name="tarief_bedrag"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eenheid__in", ["uur", "dagdeel", "etmaal", "rit", "stuk", "euro"])
                        ),
                        name="tarief_eenheid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gt", models.F("van")), _connector="OR"
                        ),
                        name="tarief_periode",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("ingetrokken_op__isnull", True)),
                        expressions=[
                            (
                                models.Func(
                                    models.F("product_id"),
                                    models.F("product_id"),
                                    models.Value("[]"),
                                    function="int8range",
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    models.F("voor"),
                                    models.F("voor"),
                                    models.Value("[]"),
                                    function="int8range",
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    "van",
                                    "tot",
                                    function="daterange",
                                    output_field=django.contrib.postgres.fields.ranges.DateRangeField(),
                                ),
                                "&&",
                            ),
                        ],
                        name="tarief_een_tegelijk",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Vrijstelling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
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
                ("grond", models.SlugField(blank=True, db_index=False, max_length=60)),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                ("ingetrokken_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "vrijstelling",
                "verbose_name_plural": "vrijstellingen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="vrijstelling_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gt", models.F("van")), _connector="OR"
                        ),
                        name="vrijstelling_periode",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Zaakbrief",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("onderwerp_soort", models.CharField(max_length=60)),
                ("onderwerp_id", models.BigIntegerField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
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
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("ontvangst", "Bevestiging van ontvangst"),
                            ("herstel", "Verzoek om aan te vullen"),
                            ("horen", "Uitnodiging voor een gesprek"),
                            ("uitstel", "Bericht van uitstel"),
                            ("beslissing", "Beslissing"),
                            ("afschrift", "Kopie voor de medewerker"),
                            ("intrekking", "Bevestiging dat u intrekt"),
                        ],
                        max_length=20,
                    ),
                ),
                ("op", models.DateField()),
                ("brief", models.JSONField(null=True)),
            ],
            options={
                "verbose_name": "brief in een procedure",
                "verbose_name_plural": "brieven in procedures",
                "indexes": [
                    models.Index(fields=["onderwerp_soort", "onderwerp_id"], name="zaakbrief_onderwerp")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="zaakbrief_wet",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Aanvraag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "casus",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casus.casus",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
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
                (
                    "team",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisatie.team",
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="besluiten.product"
                    ),
                ),
                (
                    "actie",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casus.actie",
                    ),
                ),
                ("aangevraagd_op", models.DateField()),
                ("motivering", models.TextField(blank=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("ingediend", "Te beslissen"),
                            ("besloten", "Bekend te maken"),
                            ("bekendgemaakt", "Bekendgemaakt"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="ingediend",
                        max_length=20,
                    ),
                ),
                (
                    "melding",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="toegang.melding",
                    ),
                ),
                ("route", models.SlugField(blank=True, db_index=False, max_length=60)),
                (
                    "bewijs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
            ],
            options={
                "verbose_name": "aanvraag",
                "verbose_name_plural": "aanvragen",
                "indexes": [
                    models.Index(
                        condition=models.Q(("status__in", ["ingediend", "besloten"])),
                        fields=["team"],
                        name="aanvraag_open",
                    ),
                    models.Index(fields=["casus"], name="aanvraag_casus"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="aanvraag_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["ingediend", "besloten", "bekendgemaakt", "ingetrokken"])
                        ),
                        name="aanvraag_status",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Besluit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "aanvraag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="besluiten.aanvraag"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
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
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("genomen", "Genomen, nog niet bekendgemaakt"),
                            ("teruggenomen", "Teruggenomen"),
                            ("bekendgemaakt", "Bekendgemaakt"),
                            ("gewijzigd", "Gewijzigd door een later besluit"),
                            ("herroepen", "Vervangen door een nieuw besluit"),
                        ],
                        default="genomen",
                        max_length=20,
                    ),
                ),
                (
                    "uitkomst",
                    models.CharField(
                        choices=[
                            ("toegekend", "Toegekend"),
                            ("gedeeltelijk", "Gedeeltelijk toegekend"),
                            ("afgewezen", "Afgewezen"),
                            ("ingetrokken", "Aanvraag ingetrokken"),
                            ("beeindigd", "Beëindigd"),
                        ],
                        max_length=20,
                    ),
                ),
                ("grond", models.CharField(blank=True, max_length=300)),
                ("bevinding", models.TextField(blank=True)),
                ("niet_lichter", models.TextField(blank=True)),
                ("motivering", models.TextField(blank=True)),
                ("bedrag_eurocent", models.BigIntegerField(default=0)),
                ("besloten_op", models.DateField()),
                (
                    "besloten_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("op_tijd", models.BooleanField(null=True)),
                ("tweede_nodig", models.BooleanField(default=False)),
                (
                    "tweede_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("bekendgemaakt_op", models.DateField(null=True)),
                ("bekend_op_tijd", models.BooleanField(null=True)),
                ("bezwaar_tot", models.DateField(null=True)),
                ("brief", models.JSONField(null=True)),
                (
                    "herziet",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.besluit",
                    ),
                ),
                (
                    "verandering",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("verlenging", "Verlenging"),
                            ("wijziging", "Wijziging"),
                            ("beeindiging", "Beëindiging"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "verbose_name": "besluit",
                "verbose_name_plural": "besluiten",
                "indexes": [models.Index(fields=["aanvraag"], name="besluit_aanvraag")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="besluit_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "uitkomst__in",
                                ["toegekend", "gedeeltelijk", "afgewezen", "ingetrokken", "beeindigd"],
                            )
                        ),
                        name="besluit_uitkomst",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("bekendgemaakt_op__isnull", True),
                                ("status__in", ["genomen", "teruggenomen"]),
                            ),
                            models.Q(
                                ("bekendgemaakt_op__isnull", False),
                                ("status__in", ["bekendgemaakt", "gewijzigd", "herroepen"]),
                            ),
                            _connector="OR",
                        ),
                        name="besluit_bekendmaking",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("bekendgemaakt_op__isnull", True),
                            ("bekendgemaakt_op__gte", models.F("besloten_op")),
                            _connector="OR",
                        ),
                        name="besluit_bekend_na_besluit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bekendgemaakt_op__isnull", True), ("bezwaar_tot__isnull", True)),
                            models.Q(("bezwaar_tot__isnull", True), ("uitkomst", "ingetrokken")),
                            ("bezwaar_tot__gt", models.F("bekendgemaakt_op")),
                            _connector="OR",
                        ),
                        name="besluit_bezwaar_bij_besluit",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tweede_nodig", False),
                            ("status__in", ["genomen", "teruggenomen"]),
                            ("tweede_door__isnull", False),
                            _connector="OR",
                        ),
                        name="besluit_niet_alleen_getekend",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "genomen")),
                        fields=("aanvraag",),
                        name="besluit_een_in_wording",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "bekendgemaakt")),
                        fields=("aanvraag",),
                        name="besluit_een_geldt",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bezwaar",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "besluit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="besluiten.besluit"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
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
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("ontvangen", "In behandeling"),
                            ("beslist", "Beslist, nog niet bekendgemaakt"),
                            ("bekendgemaakt", "Afgehandeld"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="ontvangen",
                        max_length=20,
                    ),
                ),
                ("ontvangen_op", models.DateField()),
                ("gepost_op", models.DateField(null=True)),
                (
                    "namens",
                    models.CharField(
                        choices=[
                            ("inwoner", "De inwoner zelf"),
                            ("gemachtigde", "Een gemachtigde"),
                            ("vertegenwoordiger", "De wettelijk vertegenwoordiger"),
                        ],
                        max_length=20,
                    ),
                ),
                ("indiener", models.CharField(blank=True, max_length=200)),
                ("indieneradres", models.TextField(blank=True)),
                ("gronden", models.TextField(blank=True)),
                ("tijdig", models.BooleanField()),
                ("commissie", models.BooleanField(default=False)),
                (
                    "behandelaar",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "termijn",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="werk.termijn",
                    ),
                ),
                (
                    "gebreken",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list, size=None
                    ),
                ),
                ("herstel_gevraagd_op", models.DateField(null=True)),
                ("hersteltermijn", models.DateField(null=True)),
                ("hersteld_op", models.DateField(null=True)),
                ("termijn_stil", models.BooleanField(default=False)),
                (
                    "horen",
                    models.CharField(
                        choices=[
                            ("nog_niet", "Nog niet gehoord"),
                            ("gepland", "Gesprek gepland"),
                            ("gehoord", "Gehoord"),
                            ("afgezien", "Afgezien van horen"),
                        ],
                        default="nog_niet",
                        max_length=20,
                    ),
                ),
                ("horen_op", models.DateField(null=True)),
                (
                    "afzien",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("kennelijk_niet_ontvankelijk", "Kennelijk niet-ontvankelijk (7:3 onder a)"),
                            ("kennelijk_ongegrond", "Kennelijk ongegrond (7:3 onder b)"),
                            ("wil_niet", "De indiener wil niet gehoord worden (7:3 onder c)"),
                            (
                                "geen_antwoord",
                                "De indiener liet niets weten binnen de gestelde termijn (7:3 onder d)",
                            ),
                            ("volledig_tegemoet", "Wij geven de indiener helemaal gelijk (7:3 onder e)"),
                        ],
                        max_length=40,
                    ),
                ),
                ("hoorverslag", models.TextField(blank=True)),
                (
                    "uitkomst",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("niet_ontvankelijk", "Niet-ontvankelijk"),
                            ("ongegrond", "Ongegrond"),
                            ("gedeeltelijk", "Voor een deel gegrond"),
                            ("gegrond", "Gegrond"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "reden",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("te_laat", "Te laat, zonder goede reden (Awb artikel 6:11)"),
                            ("verzuim", "Niet aangevuld binnen de gestelde termijn (Awb artikel 6:6)"),
                            ("geen_belang", "Geen belanghebbende, of geen besluit (Awb artikel 1:2 en 7:1)"),
                        ],
                        max_length=20,
                    ),
                ),
                ("verschoonbaar", models.BooleanField(null=True)),
                ("motivering", models.TextField(blank=True)),
                ("beslist_op", models.DateField(null=True)),
                (
                    "beslist_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("bekendgemaakt_op", models.DateField(null=True)),
                ("op_tijd", models.BooleanField(null=True)),
                ("beroep_tot", models.DateField(null=True)),
                ("ingebreke_op", models.DateField(null=True)),
                ("dwangsom_eurocent", models.IntegerField(default=0)),
                (
                    "intrekreden",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("indiener", "De indiener trekt het bezwaar in"),
                            ("vergissing", "Het bezwaar is per vergissing vastgelegd"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "verbose_name": "bezwaar",
                "verbose_name_plural": "bezwaren",
                "indexes": [models.Index(fields=["status", "ontvangen_op"], name="bezwaar_stand")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="bezwaar_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "bekendgemaakt"), _negated=True),
                            models.Q(
                                ("bekendgemaakt_op__isnull", False),
                                ("beroep_tot__isnull", False),
                                models.Q(("uitkomst", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="bezwaar_bekend_met_uitkomst",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ("ontvangen", "beslist"))),
                        fields=("besluit",),
                        name="bezwaar_een_loopt",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Voorziening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "besluit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="besluiten.besluit"
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
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
                (
                    "product",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="besluiten.product"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("voorgenomen", "Nog niet bekendgemaakt"),
                            ("geldt", "Toegekend"),
                            ("vervallen", "Vervallen"),
                            ("herroepen", "Vervangen"),
                        ],
                        default="voorgenomen",
                        max_length=20,
                    ),
                ),
                ("omvang", models.DecimalField(decimal_places=2, max_digits=7)),
                (
                    "eenheid",
                    models.CharField(
                        choices=[
                            ("uur", "uur"),
                            ("dagdeel", "dagdelen"),
                            ("etmaal", "etmalen"),
                            ("rit", "ritten"),
                            ("stuk", "stuks"),
                            ("euro", "euro"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "frequentie",
                    models.CharField(
                        choices=[
                            ("per_week", "per week"),
                            ("per_vier_weken", "per vier weken"),
                            ("per_maand", "per maand"),
                            ("totaal", "in totaal"),
                        ],
                        max_length=20,
                    ),
                ),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                (
                    "vorm",
                    models.CharField(
                        choices=[("zin", "In natura"), ("pgb", "Persoonsgebonden budget")], max_length=3
                    ),
                ),
                (
                    "wijze",
                    models.CharField(
                        choices=[
                            ("specifiek", "Dit product, in deze omvang"),
                            ("aspecifiek", "Deze soort hulp; de aanbieder kiest het product"),
                            ("aspecifiek_budget", "Deze soort hulp, binnen een budget"),
                            ("generiek", "Een budget voor wat nodig is"),
                        ],
                        default="specifiek",
                        max_length=20,
                    ),
                ),
                (
                    "aanbieder",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.aanbieder",
                    ),
                ),
                ("herroepen_per", models.DateField(null=True)),
                ("eindreden", models.SlugField(blank=True, db_index=False, max_length=30)),
                ("herbeoordelen_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "voorziening",
                "verbose_name_plural": "voorzieningen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["voorgenomen", "geldt", "vervallen", "herroepen"])
                        ),
                        name="voorziening_status",
                    ),
                    models.CheckConstraint(condition=models.Q(("omvang__gt", 0)), name="voorziening_omvang"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("herroepen_per__isnull", False), ("status", "herroepen")),
                            models.Q(
                                models.Q(("status", "herroepen"), _negated=True),
                                ("herroepen_per__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="voorziening_herroepen_is_heel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gt", models.F("van")), _connector="OR"
                        ),
                        name="voorziening_periode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("eenheid", "euro"), ("wijze__in", ["aspecifiek_budget", "generiek"])),
                            models.Q(
                                models.Q(("wijze__in", ["aspecifiek_budget", "generiek"]), _negated=True),
                                models.Q(("eenheid", "euro"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="voorziening_budget_in_euros",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("vorm", "zin"),
                            models.Q(("aanbieder__isnull", True), ("vorm", "pgb")),
                            _connector="OR",
                        ),
                        name="voorziening_pgb_zonder_aanbieder",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Toewijzing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "voorziening",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.voorziening",
                    ),
                ),
                (
                    "aanbieder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.aanbieder",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("geldt", "geldt"), ("beeindigd", "beeindigd")],
                        default="geldt",
                        max_length=20,
                    ),
                ),
                ("toegewezen_op", models.DateField()),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                ("reden", models.CharField(blank=True, max_length=2)),
            ],
            options={
                "verbose_name": "toewijzing",
                "verbose_name_plural": "toewijzingen",
                "indexes": [
                    models.Index(
                        condition=models.Q(("status", "geldt")), fields=["tot"], name="toewijzing_eindigt"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["geldt", "beeindigd"])), name="toewijzing_status"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("van")), _connector="OR"
                        ),
                        name="toewijzing_periode",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "geldt")),
                        fields=("voorziening",),
                        name="toewijzing_een_geldt",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Levering",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "toewijzing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.toewijzing",
                    ),
                ),
                ("soort", models.CharField(choices=[("start", "start"), ("stop", "stop")], max_length=5)),
                ("begin", models.DateField()),
                ("tot", models.DateField(null=True)),
                ("reden", models.CharField(blank=True, max_length=2)),
                ("gemeld_op", models.DateField()),
                ("ingetrokken_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "levering",
                "verbose_name_plural": "leveringen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reden", ""), ("soort", "start"), ("tot__isnull", True)),
                            models.Q(
                                ("soort", "stop"),
                                ("tot__gt", models.F("begin")),
                                models.Q(("reden", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="levering_start_of_stop",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ingetrokken_op__isnull", True), ("soort", "start")),
                        fields=("toewijzing", "begin"),
                        name="levering_start_eenmaal",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ingetrokken_op__isnull", True), ("soort", "stop")),
                        fields=("toewijzing", "begin", "tot", "reden"),
                        name="levering_stop_eenmaal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Declaratieregel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "declaratie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.declaratie",
                    ),
                ),
                (
                    "aanbieder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.aanbieder",
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
                ("referentie", models.CharField(max_length=20)),
                ("vorige_referentie", models.CharField(blank=True, max_length=20)),
                (
                    "toewijzing",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.toewijzing",
                    ),
                ),
                (
                    "product",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.product",
                    ),
                ),
                ("categorie", models.CharField(blank=True, max_length=2)),
                ("productcode", models.CharField(blank=True, max_length=5)),
                ("van", models.DateField()),
                ("tot", models.DateField()),
                ("volume", models.PositiveIntegerField()),
                ("eenheid", models.CharField(max_length=2)),
                ("tarief_eurocent", models.PositiveIntegerField(null=True)),
                ("credit", models.BooleanField(default=False)),
                ("ingediend_eurocent", models.PositiveBigIntegerField()),
                ("toegekend_eurocent", models.PositiveBigIntegerField()),
                (
                    "retourcodes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=4), default=list, size=None
                    ),
                ),
            ],
            options={
                "verbose_name": "declaratieregel",
                "verbose_name_plural": "declaratieregels",
                "indexes": [
                    models.Index(fields=["van"], name="declaratieregel_van"),
                    models.Index(fields=["aanbieder", "referentie"], name="declaratieregel_zoek"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="declaratieregel_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tot__gt", models.F("van"))), name="declaratieregel_periode"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("toegekend_eurocent__lte", models.F("ingediend_eurocent"))),
                        name="declaratieregel_niet_meer_dan_gevraagd",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("credit", True), models.Q(("vorige_referentie", ""), _negated=True)),
                            models.Q(("credit", False), ("vorige_referentie", "")),
                            _connector="OR",
                        ),
                        name="declaratieregel_credit_noemt_vorige",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("toegekend_eurocent", 0),
                            models.Q(("product__isnull", False), ("toewijzing__isnull", False)),
                            _connector="OR",
                        ),
                        name="declaratieregel_betaald_op_toewijzing",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("toegekend_eurocent__gt", 0)),
                        fields=("aanbieder", "wet", "referentie"),
                        name="declaratieregel_referentie",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("credit", True), ("toegekend_eurocent__gt", 0)),
                        fields=("aanbieder", "wet", "vorige_referentie"),
                        name="declaratieregel_een_credit",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pgb",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "voorziening",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.voorziening",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
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
                ("budget_eurocent", models.BigIntegerField()),
                (
                    "beheer",
                    models.CharField(
                        choices=[("zelf", "De inwoner zelf"), ("vertegenwoordiger", "Een vertegenwoordiger")],
                        max_length=20,
                    ),
                ),
                ("vertegenwoordiger", models.CharField(blank=True, max_length=120)),
                (
                    "voorwaarden",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), default=list, size=None
                    ),
                ),
                ("toelichting", models.TextField(blank=True)),
                ("overeenkomst_op", models.DateField(null=True)),
                (
                    "overeenkomst_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "persoonsgebonden budget",
                "verbose_name_plural": "persoonsgebonden budgetten",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("budget_eurocent__gt", 0)), name="pgb_budget"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="pgb_wet",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Wijziging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "besluit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wijziging",
                        to="besluiten.besluit",
                    ),
                ),
                (
                    "voorziening",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.voorziening",
                    ),
                ),
                (
                    "oud",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="besluiten.besluit"
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
                (
                    "verandering",
                    models.CharField(
                        choices=[
                            ("verlenging", "Verlenging"),
                            ("wijziging", "Wijziging"),
                            ("beeindiging", "Beëindiging"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "reden",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nog_nodig", "De hulp is nog nodig"),
                            ("op_verzoek_aanbieder", "Op verzoek van de aanbieder"),
                            ("meer_of_minder", "Meer, minder of andere hulp nodig"),
                            ("andere_vorm", "Van natura naar budget, of andersom"),
                            ("andere_aanbieder", "Naar een andere aanbieder"),
                            ("contract", "Het contract met de aanbieder verandert"),
                            ("bekostiging", "Andere manier van betalen"),
                            ("correctie", "Een fout herstellen"),
                            ("doel_bereikt", "Het doel is bereikt"),
                            ("wens_inwoner", "De inwoner wil stoppen"),
                            ("niet_meer_nodig", "De hulp is niet meer nodig, of past niet meer"),
                            ("overlijden", "De inwoner is overleden"),
                            ("verhuizing", "De inwoner verhuist naar een andere gemeente"),
                            ("andere_wet", "Hulp uit een andere wet (Wmo, Zvw, Wlz)"),
                            ("herindeling", "Gemeentelijke herindeling"),
                            ("na_stop", "De aanbieder is definitief gestopt"),
                            ("ten_onrechte", "De voorziening is ten onrechte toegekend"),
                        ],
                        max_length=30,
                    ),
                ),
                ("per", models.DateField()),
                ("omvang", models.DecimalField(decimal_places=2, max_digits=7, null=True)),
                ("tot", models.DateField(null=True)),
                (
                    "vorm",
                    models.CharField(
                        blank=True,
                        choices=[("zin", "In natura"), ("pgb", "Persoonsgebonden budget")],
                        max_length=3,
                    ),
                ),
                (
                    "aanbieder",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="besluiten.aanbieder",
                    ),
                ),
                ("naar", models.CharField(blank=True, max_length=80)),
            ],
            options={
                "verbose_name": "wijziging",
                "verbose_name_plural": "wijzigingen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="wijziging_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("verandering__in", ["verlenging", "wijziging", "beeindiging"])),
                        name="wijziging_verandering",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "reden__in",
                                [
                                    "",
                                    "nog_nodig",
                                    "op_verzoek_aanbieder",
                                    "meer_of_minder",
                                    "andere_vorm",
                                    "andere_aanbieder",
                                    "contract",
                                    "bekostiging",
                                    "correctie",
                                    "doel_bereikt",
                                    "wens_inwoner",
                                    "niet_meer_nodig",
                                    "overlijden",
                                    "verhuizing",
                                    "andere_wet",
                                    "herindeling",
                                    "na_stop",
                                    "ten_onrechte",
                                ],
                            )
                        ),
                        name="wijziging_reden",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Advies",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "aanvraag",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="advies",
                        to="besluiten.aanvraag",
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
                (
                    "uitkomst",
                    models.CharField(
                        choices=[
                            ("toegekend", "Toegekend"),
                            ("gedeeltelijk", "Gedeeltelijk toegekend"),
                            ("afgewezen", "Afgewezen"),
                            ("ingetrokken", "Aanvraag ingetrokken"),
                            ("beeindigd", "Beëindigd"),
                        ],
                        max_length=20,
                    ),
                ),
                ("inhoud", models.JSONField(null=True)),
                ("gegeven_op", models.DateField()),
                (
                    "gegeven_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "advies",
                "verbose_name_plural": "adviezen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="advies_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "uitkomst__in",
                                ["toegekend", "gedeeltelijk", "afgewezen", "ingetrokken", "beeindigd"],
                            )
                        ),
                        name="advies_uitkomst",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="aanvraag",
            name="over",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="besluiten.voorziening",
            ),
        ),
    ]
