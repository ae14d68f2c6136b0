"""The tables of beleid, as first released."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import samendoen.beleid.models.plan
import samendoen.beleid.rules.beeld
import samendoen.beleid.rules.begroting
import samendoen.beleid.rules.geld
import samendoen.beleid.rules.initiatief
import samendoen.beleid.rules.jaar
import samendoen.beleid.rules.lichten
import samendoen.beleid.rules.markt
import samendoen.beleid.rules.overnemen
import samendoen.beleid.rules.raad
import samendoen.beleid.rules.verhaal
import samendoen.kernel.velden


class Migration(migrations.Migration):
    """Makes them."""

    initial = True

    dependencies = [
        ("kernel", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Dorpsbudget",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("jaar", models.PositiveSmallIntegerField(unique=True)),
                ("eurocent", models.BigIntegerField()),
                ("verdeeld_op", models.DateField()),
            ],
            options={
                "verbose_name": "dorpsbudget",
                "verbose_name_plural": "dorpsbudgetten",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("eurocent__gt", 0)), name="dorpsbudget_bedrag")
                ],
            },
        ),
        migrations.CreateModel(
            name="Dorpsdeel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "budget",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delen",
                        to="beleid.dorpsbudget",
                    ),
                ),
                ("dorp", models.CharField(max_length=120)),
                ("inwoners", models.PositiveIntegerField()),
                ("eurocent", models.BigIntegerField()),
            ],
            options={
                "verbose_name": "deel van een dorp",
                "verbose_name_plural": "delen van dorpen",
                "constraints": [models.UniqueConstraint(fields=("budget", "dorp"), name="dorpsdeel_eenmaal")],
            },
        ),
        migrations.CreateModel(
            name="Dorpsuitgave",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "deel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uitgaven",
                        to="beleid.dorpsdeel",
                    ),
                ),
                ("omschrijving", models.CharField(max_length=200)),
                ("eurocent", models.BigIntegerField()),
                ("op", models.DateField()),
                ("ingetrokken_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "uitgave van een dorp",
                "verbose_name_plural": "uitgaven van dorpen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("eurocent__gt", 0)), name="dorpsuitgave_bedrag"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("omschrijving", ""), _negated=True),
                        name="dorpsuitgave_omschrijving_gevuld",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.SlugField(max_length=60, unique=True, verbose_name="Code")),
                ("titel", models.CharField(max_length=200, verbose_name="Titel")),
                ("gemeente", models.CharField(max_length=120, verbose_name="Gemeente")),
                ("definitie", models.CharField(max_length=64)),
                ("geimporteerd_op", models.DateField()),
            ],
            options={
                "verbose_name": "plan",
                "verbose_name_plural": "plannen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("titel", ""), _negated=True), name="plan_titel_gevuld"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("definitie__regex", "^[0-9a-f]{64}$")), name="plan_definitie"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Onderdeel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="onderdelen",
                        to="beleid.plan",
                    ),
                ),
                ("code", models.CharField(max_length=60)),
                (
                    "soort",
                    models.CharField(
                        choices=[("beleidsplan", "Beleidsplan"), ("jaaragenda", "Jaaragenda")], max_length=20
                    ),
                ),
                ("titel", models.CharField(max_length=200)),
                ("jaar", models.PositiveSmallIntegerField()),
                ("volgorde", models.PositiveSmallIntegerField()),
                (
                    "aspecten",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20),
                        default=samendoen.beleid.models.plan.drie_aspecten,
                        size=None,
                    ),
                ),
                ("bron", models.CharField(max_length=300)),
            ],
            options={
                "verbose_name": "onderdeel",
                "verbose_name_plural": "onderdelen",
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "code"), name="onderdeel_code"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    samendoen.beleid.rules.lichten.Deelsoort["BELEIDSPLAN"],
                                    samendoen.beleid.rules.lichten.Deelsoort["JAARAGENDA"],
                                ],
                            )
                        ),
                        name="onderdeel_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bron", ""), _negated=True), name="onderdeel_bron_gevuld"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Begroting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "onderdeel",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="begroting",
                        to="beleid.onderdeel",
                    ),
                ),
                ("titel", models.CharField(max_length=200)),
                ("advieskolom", models.CharField(blank=True, max_length=60)),
                ("genoemd_beschikbaar_eurocent", models.BigIntegerField(null=True)),
                ("genoemd_advies_eurocent", models.BigIntegerField(null=True)),
                ("genoemd_tekort_eurocent", models.BigIntegerField(null=True)),
                ("genoemd_ruimte_eurocent", models.BigIntegerField(null=True)),
                ("bron", models.CharField(max_length=300)),
            ],
            options={
                "verbose_name": "begroting",
                "verbose_name_plural": "begrotingen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("titel", ""), _negated=True), name="begroting_titel_gevuld"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Mutatietabel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "onderdeel",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mutatietabel",
                        to="beleid.onderdeel",
                    ),
                ),
                ("titel", models.CharField(max_length=200)),
                ("genoemd_lasten_eurocent", models.BigIntegerField(null=True)),
                ("genoemd_baten_eurocent", models.BigIntegerField(null=True)),
                ("genoemd_saldo_eurocent", models.BigIntegerField(null=True)),
                ("bron", models.CharField(max_length=300)),
            ],
            options={
                "verbose_name": "mutatietabel",
                "verbose_name_plural": "mutatietabellen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("titel", ""), _negated=True), name="mutatietabel_titel_gevuld"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("genoemd_baten_eurocent__isnull", False),
                                ("genoemd_lasten_eurocent__isnull", False),
                                ("genoemd_saldo_eurocent__isnull", False),
                            ),
                            models.Q(
                                ("genoemd_baten_eurocent__isnull", True),
                                ("genoemd_lasten_eurocent__isnull", True),
                                ("genoemd_saldo_eurocent__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="mutatietabel_genoemd_is_heel",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Begrotingskolom",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "begroting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="kolommen",
                        to="beleid.begroting",
                    ),
                ),
                ("code", models.CharField(max_length=60)),
                ("titel", models.CharField(max_length=200)),
                ("jaar", models.PositiveSmallIntegerField()),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("genoemd_totaal_eurocent", models.BigIntegerField(null=True)),
                ("taakstelling_eurocent", models.BigIntegerField(default=0)),
                ("taakstelling", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "verbose_name": "begrotingskolom",
                "verbose_name_plural": "begrotingskolommen",
                "constraints": [
                    models.UniqueConstraint(fields=("begroting", "code"), name="begrotingskolom_code"),
                    models.CheckConstraint(
                        condition=models.Q(("taakstelling_eurocent__lte", 0)),
                        name="begrotingskolom_taakstelling",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Nulmeting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nulmetingen",
                        to="beleid.plan",
                    ),
                ),
                ("naam", models.CharField(max_length=200)),
                ("jaar", models.PositiveSmallIntegerField(null=True)),
                ("hier", models.DecimalField(decimal_places=2, max_digits=5)),
                ("elders", models.DecimalField(decimal_places=2, max_digits=5)),
                ("waar", models.CharField(max_length=120)),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("bron", models.CharField(max_length=300)),
            ],
            options={
                "verbose_name": "nulmeting",
                "verbose_name_plural": "nulmetingen",
            },
        ),
        migrations.CreateModel(
            name="Markt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="markten", to="beleid.plan"
                    ),
                ),
                ("jaar", models.PositiveSmallIntegerField()),
                ("titel", models.CharField(max_length=200)),
                ("op", models.DateField()),
                ("plaats", models.CharField(blank=True, max_length=200)),
                ("vraag", models.CharField(blank=True, max_length=300)),
                (
                    "gepubliceerd",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), blank=True, default=list, size=None
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "verantwoordingsmarkt",
                "verbose_name_plural": "verantwoordingsmarkten",
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "jaar"), name="markt_per_jaar"),
                    models.CheckConstraint(
                        condition=models.Q(("titel", ""), _negated=True), name="markt_titel_gevuld"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Lezing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lezingen", to="beleid.plan"
                    ),
                ),
                ("naam", models.CharField(max_length=200)),
                ("hash", models.CharField(max_length=64)),
                ("inhoud", models.JSONField()),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "staat",
                    models.CharField(
                        choices=[
                            ("open", "Na te kijken"),
                            ("overgenomen", "Overgenomen"),
                            ("weggelegd", "Weggelegd"),
                        ],
                        max_length=20,
                    ),
                ),
                ("gelezen_op", models.DateField()),
                (
                    "onderdeel",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lezing",
                        to="beleid.onderdeel",
                    ),
                ),
            ],
            options={
                "verbose_name": "lezing",
                "verbose_name_plural": "lezingen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("naam", ""), _negated=True), name="lezing_naam_gevuld"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hash__regex", "^[0-9a-f]{64}$")), name="lezing_hash"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "staat__in",
                                [
                                    samendoen.beleid.rules.overnemen.Staat["OPEN"],
                                    samendoen.beleid.rules.overnemen.Staat["OVERGENOMEN"],
                                    samendoen.beleid.rules.overnemen.Staat["WEGGELEGD"],
                                ],
                            )
                        ),
                        name="lezing_staat",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("onderdeel__isnull", False),
                                ("staat", samendoen.beleid.rules.overnemen.Staat["OVERGENOMEN"]),
                            ),
                            models.Q(
                                models.Q(
                                    ("staat", samendoen.beleid.rules.overnemen.Staat["OVERGENOMEN"]),
                                    _negated=True,
                                ),
                                ("onderdeel__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="lezing_overgenomen",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("staat", samendoen.beleid.rules.overnemen.Staat["OPEN"])),
                        fields=("plan", "hash"),
                        name="lezing_een_open",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Geldgrens",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="geldgrenzen",
                        to="beleid.plan",
                    ),
                ),
                ("groen_tot", models.PositiveSmallIntegerField()),
                ("oranje_tot", models.PositiveSmallIntegerField()),
                ("vanaf", models.DateField()),
                ("reden", models.TextField()),
                (
                    "door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "grens van het licht voor geld",
                "verbose_name_plural": "grenzen van het licht voor geld",
                "indexes": [models.Index(fields=["plan", "-vanaf", "-id"], name="geldgrens_nieuwste")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("groen_tot__gte", 1), ("oranje_tot__gt", models.F("groen_tot"))),
                        name="geldgrens_oplopend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reden", ""), _negated=True), name="geldgrens_reden_gevuld"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Planwijziging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wijzigingen",
                        to="beleid.plan",
                    ),
                ),
                (
                    "regelsoort",
                    models.CharField(
                        choices=[("thema", "thema"), ("doel", "doel"), ("activiteit", "activiteit")],
                        max_length=20,
                    ),
                ),
                ("regel", models.BigIntegerField()),
                ("versie", models.PositiveIntegerField()),
                ("veld", models.CharField(max_length=30)),
                ("oud", models.TextField(blank=True)),
                ("nieuw", models.TextField(blank=True)),
                ("reden", models.TextField(blank=True)),
                (
                    "door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("op", models.DateTimeField()),
            ],
            options={
                "verbose_name": "wijziging van een plan",
                "verbose_name_plural": "wijzigingen van een plan",
                "indexes": [models.Index(fields=["regelsoort", "regel", "-id"], name="planwijziging_regel")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "regelsoort__in",
                                [
                                    samendoen.beleid.rules.jaar.Regelsoort["THEMA"],
                                    samendoen.beleid.rules.jaar.Regelsoort["DOEL"],
                                    samendoen.beleid.rules.jaar.Regelsoort["ACTIVITEIT"],
                                ],
                            )
                        ),
                        name="planwijziging_regelsoort",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Rapport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rapporten",
                        to="beleid.plan",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("voortgang", "Voortgang"),
                            ("trendrapportage", "Trendrapportage"),
                            ("evaluatie", "Evaluatie"),
                            ("raadsdashboard", "Raadsdashboard"),
                        ],
                        max_length=30,
                    ),
                ),
                ("titel", models.CharField(max_length=200)),
                ("peildatum", models.DateField()),
                ("gemaakt_op", models.DateTimeField()),
                ("inhoud_hash", models.CharField(max_length=64)),
                ("versie", models.CharField(max_length=40)),
                (
                    "maker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("grondslag", models.JSONField(default=dict)),
                (
                    "verbetert",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verbetering",
                        to="beleid.rapport",
                    ),
                ),
                ("wijziging", models.TextField(blank=True)),
                ("reden", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "rapport",
                "verbose_name_plural": "rapporten",
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "soort", "inhoud_hash"), name="rapport_inhoud"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("soort__in", ["voortgang", "trendrapportage", "evaluatie", "raadsdashboard"])
                        ),
                        name="rapport_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("inhoud_hash__regex", "^[0-9a-f]{64}$")), name="rapport_hash"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reden", ""), ("verbetert__isnull", True), ("wijziging", "")),
                            models.Q(
                                ("verbetert__isnull", False),
                                models.Q(("wijziging", ""), _negated=True),
                                models.Q(("reden", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="rapport_verbetering_zegt_wat",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rapportbestand",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rapport",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bestanden",
                        to="beleid.rapport",
                    ),
                ),
                (
                    "vorm",
                    models.CharField(
                        choices=[("html", "HTML"), ("pdf", "PDF"), ("docx", "DOCX"), ("json", "JSON")],
                        max_length=10,
                    ),
                ),
                ("inhoud", models.BinaryField()),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "verbose_name": "rapportbestand",
                "verbose_name_plural": "rapportbestanden",
                "constraints": [
                    models.UniqueConstraint(fields=("rapport", "vorm"), name="rapportbestand_vorm"),
                    models.CheckConstraint(
                        condition=models.Q(("vorm__in", ["html", "pdf", "docx", "json"])),
                        name="rapportbestand_vorm_bekend",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hash__regex", "^[0-9a-f]{64}$")), name="rapportbestand_hash"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rapportdag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rapportdagen",
                        to="beleid.plan",
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                ("titel", models.CharField(max_length=120)),
                ("dag", models.DateField()),
                ("dagen_vooraf", models.PositiveSmallIntegerField()),
                ("dagen_herinnering", models.PositiveSmallIntegerField()),
                (
                    "adviseur",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("vervallen_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "rapportdag",
                "verbose_name_plural": "rapportdagen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("titel", ""), _negated=True), name="rapportdag_titel_gevuld"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("vervallen_op__isnull", True)),
                        fields=("plan", "dag"),
                        name="rapportdag_eenmaal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("dagen_herinnering__lte", models.F("dagen_vooraf"))),
                        name="rapportdag_herinnering",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rapportpublicatie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rapport",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="publicatie",
                        to="beleid.rapport",
                    ),
                ),
                ("gepubliceerd_op", models.DateTimeField()),
                (
                    "door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "publicatie van een rapport",
                "verbose_name_plural": "publicaties van rapporten",
            },
        ),
        migrations.CreateModel(
            name="Rapportvernietiging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rapport",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vernietiging",
                        to="beleid.rapport",
                    ),
                ),
                ("vernietigd_op", models.DateTimeField()),
                (
                    "reden",
                    models.CharField(
                        choices=[
                            ("toestemming_ingetrokken", "De toestemming voor een verhaal is ingetrokken")
                        ],
                        max_length=40,
                    ),
                ),
            ],
            options={
                "verbose_name": "vernietiging van een rapport",
                "verbose_name_plural": "vernietigingen van rapporten",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reden__in", ["toestemming_ingetrokken"])),
                        name="rapportvernietiging_reden",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Thema",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(null=True, unique=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                ("beeindigd_op", models.DateField(null=True)),
                ("beeindigd_reden", models.TextField(blank=True)),
                (
                    "onderdeel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="themas",
                        to="beleid.onderdeel",
                    ),
                ),
                ("code", models.CharField(max_length=60)),
                ("titel", models.CharField(max_length=200)),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("bron", models.CharField(max_length=300)),
            ],
            options={
                "verbose_name": "thema",
                "verbose_name_plural": "thema's",
                "constraints": [
                    models.UniqueConstraint(fields=("onderdeel", "code"), name="thema_code"),
                    models.CheckConstraint(
                        condition=models.Q(("titel", ""), _negated=True), name="thema_titel_gevuld"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bron", ""), _negated=True), name="thema_bron_gevuld"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Doelstelling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(null=True, unique=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                ("beeindigd_op", models.DateField(null=True)),
                ("beeindigd_reden", models.TextField(blank=True)),
                (
                    "thema",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="doelen", to="beleid.thema"
                    ),
                ),
                ("code", models.CharField(max_length=60)),
                ("titel", models.CharField(max_length=200, verbose_name="Doel")),
                ("tevreden_als", models.TextField(blank=True, verbose_name="Wanneer zijn we tevreden?")),
                (
                    "tellen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "vertellen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                ("niveau", models.CharField(blank=True, max_length=200)),
                (
                    "indicatoren",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=80), blank=True, default=list, size=None
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("bron", models.CharField(max_length=300)),
                ("toelichting", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "doelstelling",
                "verbose_name_plural": "doelstellingen",
                "constraints": [
                    models.UniqueConstraint(fields=("thema", "code"), name="doelstelling_code"),
                    models.CheckConstraint(
                        condition=models.Q(("titel", ""), _negated=True), name="doelstelling_titel_gevuld"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bron", ""), _negated=True), name="doelstelling_bron_gevuld"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Doelkoppeling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "van",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="koppelingen",
                        to="beleid.doelstelling",
                    ),
                ),
                (
                    "naar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gekoppeld",
                        to="beleid.doelstelling",
                    ),
                ),
                ("aanname", models.BooleanField()),
                ("toelichting", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "doelkoppeling",
                "verbose_name_plural": "doelkoppelingen",
                "constraints": [
                    models.UniqueConstraint(fields=("van", "naar"), name="doelkoppeling_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(("van", models.F("naar")), _negated=True),
                        name="doelkoppeling_twee_doelen",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Begrotingsregel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "begroting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regels",
                        to="beleid.begroting",
                    ),
                ),
                ("code", models.CharField(max_length=60)),
                ("naam", models.CharField(max_length=200)),
                (
                    "doelstelling",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="begrotingsregels",
                        to="beleid.doelstelling",
                    ),
                ),
                (
                    "deel_van",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delen",
                        to="beleid.begrotingsregel",
                    ),
                ),
                (
                    "soort",
                    models.CharField(choices=[("I", "Incidenteel"), ("S", "Structureel")], max_length=1),
                ),
                ("dekking", models.CharField(blank=True, max_length=200)),
                (
                    "bedragen_eurocent",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(null=True), size=None
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("bron", models.CharField(max_length=300)),
                ("toelichting", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "begrotingsregel",
                "verbose_name_plural": "begrotingsregels",
                "constraints": [
                    models.UniqueConstraint(fields=("begroting", "code"), name="begrotingsregel_code"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    samendoen.beleid.rules.geld.Soort["INCIDENTEEL"],
                                    samendoen.beleid.rules.geld.Soort["STRUCTUREEL"],
                                ],
                            )
                        ),
                        name="begrotingsregel_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("naam", ""), _negated=True), name="begrotingsregel_naam_gevuld"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Begrotingsadvies",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "begroting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adviezen",
                        to="beleid.begroting",
                    ),
                ),
                ("naam", models.CharField(max_length=200)),
                (
                    "regel",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="adviezen",
                        to="beleid.begrotingsregel",
                    ),
                ),
                ("eurocent", models.BigIntegerField()),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("bron", models.CharField(max_length=300)),
                ("toelichting", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "begrotingsadvies",
                "verbose_name_plural": "begrotingsadviezen",
            },
        ),
        migrations.CreateModel(
            name="Begrotingswijziging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "van",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wijzigingen_van",
                        to="beleid.begrotingsregel",
                    ),
                ),
                (
                    "naar",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wijzigingen_naar",
                        to="beleid.begrotingsregel",
                    ),
                ),
                (
                    "kolom",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wijzigingen",
                        to="beleid.begrotingskolom",
                    ),
                ),
                ("eurocent", models.BigIntegerField()),
                (
                    "soort",
                    models.CharField(choices=[("I", "Incidenteel"), ("S", "Structureel")], max_length=1),
                ),
                ("reden", models.TextField()),
                ("op", models.DateField()),
                ("ingetrokken_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "begrotingswijziging",
                "verbose_name_plural": "begrotingswijzigingen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("eurocent__gt", 0)), name="begrotingswijziging_bedrag"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    samendoen.beleid.rules.geld.Soort["INCIDENTEEL"],
                                    samendoen.beleid.rules.geld.Soort["STRUCTUREEL"],
                                ],
                            )
                        ),
                        name="begrotingswijziging_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("van__isnull", False), ("naar__isnull", False), _connector="OR"),
                            models.Q(("van", models.F("naar")), _negated=True),
                        ),
                        name="begrotingswijziging_van_naar",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reden", ""), _negated=True),
                        name="begrotingswijziging_reden_gevuld",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Besteding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "regel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bestedingen",
                        to="beleid.begrotingsregel",
                    ),
                ),
                ("jaar", models.PositiveSmallIntegerField()),
                ("beschikbaar_eurocent", models.BigIntegerField()),
                ("besteed_eurocent", models.BigIntegerField()),
                ("tot", models.DateField()),
                ("bron", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "verbose_name": "besteding",
                "verbose_name_plural": "bestedingen",
                "indexes": [models.Index(fields=["regel", "jaar", "-tot", "-id"], name="besteding_nieuwste")],
            },
        ),
        migrations.CreateModel(
            name="Belofte",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "doel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="beloften",
                        to="beleid.doelstelling",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("motie", "Motie"),
                            ("amendement", "Amendement"),
                            ("toezegging", "Toezegging"),
                        ],
                        max_length=20,
                    ),
                ),
                ("titel", models.CharField(max_length=200)),
                ("tekst", models.TextField(blank=True)),
                ("gedaan_op", models.DateField()),
                ("uiterlijk", models.DateField(null=True)),
                (
                    "staat",
                    models.CharField(
                        choices=[("open", "open"), ("afgedaan", "afgedaan"), ("vervallen", "vervallen")],
                        max_length=20,
                    ),
                ),
                ("beeindigd_op", models.DateField(null=True)),
                ("uitkomst", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "motie of toezegging",
                "verbose_name_plural": "moties en toezeggingen",
                "indexes": [models.Index(fields=["doel", "staat"], name="belofte_bij_doel")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    samendoen.beleid.rules.raad.Beloftesoort["MOTIE"],
                                    samendoen.beleid.rules.raad.Beloftesoort["AMENDEMENT"],
                                    samendoen.beleid.rules.raad.Beloftesoort["TOEZEGGING"],
                                ],
                            )
                        ),
                        name="belofte_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("beeindigd_op__isnull", True),
                                ("staat", samendoen.beleid.rules.raad.Beloftestaat["OPEN"]),
                                ("uitkomst", ""),
                            ),
                            models.Q(
                                ("beeindigd_op__isnull", False),
                                (
                                    "staat__in",
                                    [
                                        samendoen.beleid.rules.raad.Beloftestaat["AFGEDAAN"],
                                        samendoen.beleid.rules.raad.Beloftestaat["VERVALLEN"],
                                    ],
                                ),
                                models.Q(("uitkomst", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="belofte_einde_zegt_wat",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("titel", ""), _negated=True), name="belofte_titel_gevuld"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Activiteit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(null=True, unique=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                ("beeindigd_op", models.DateField(null=True)),
                ("beeindigd_reden", models.TextField(blank=True)),
                (
                    "doelstelling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="activiteiten",
                        to="beleid.doelstelling",
                    ),
                ),
                ("code", models.CharField(max_length=60)),
                ("titel", models.CharField(max_length=200, verbose_name="Activiteit")),
                ("resultaat", models.TextField(verbose_name="Beloofd resultaat")),
                (
                    "partners",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120), blank=True, default=list, size=None
                    ),
                ),
                (
                    "adviezen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), blank=True, default=list, size=None
                    ),
                ),
                (
                    "eigenaar",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("bron", models.CharField(max_length=300)),
            ],
            options={
                "verbose_name": "activiteit",
                "verbose_name_plural": "activiteiten",
                "constraints": [
                    models.UniqueConstraint(fields=("doelstelling", "code"), name="activiteit_code"),
                    models.CheckConstraint(
                        condition=models.Q(("titel", ""), _negated=True), name="activiteit_titel_gevuld"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("resultaat", ""), _negated=True),
                        name="activiteit_resultaat_gevuld",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bron", ""), _negated=True), name="activiteit_bron_gevuld"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Initiatief",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="initiatieven",
                        to="beleid.plan",
                    ),
                ),
                (
                    "doel",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="initiatieven",
                        to="beleid.doelstelling",
                    ),
                ),
                (
                    "eigenaar",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "regel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="initiatieven",
                        to="beleid.begrotingsregel",
                    ),
                ),
                ("naam", models.CharField(max_length=200)),
                ("indiener", models.CharField(max_length=120)),
                ("omschrijving", models.TextField(blank=True)),
                ("dorp", models.CharField(blank=True, max_length=120)),
                ("van", models.DateField()),
                ("tot", models.DateField()),
                ("bedrag_eurocent", models.BigIntegerField()),
                ("jaar", models.PositiveSmallIntegerField()),
                ("beoogd", models.TextField(blank=True)),
                (
                    "gronden",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=200), blank=True, default=list, size=None
                    ),
                ),
                (
                    "staat",
                    models.CharField(
                        choices=[
                            ("toets", "In de toets"),
                            ("loopt", "Loopt"),
                            ("afgewezen", "Afgewezen"),
                            ("besloten", "Afgerond"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reden", models.TextField(blank=True)),
                ("besluit", models.CharField(blank=True, max_length=20)),
                ("zaak", models.TextField(blank=True)),
                ("raad", models.CharField(blank=True, max_length=200)),
                ("besteed_eurocent", models.BigIntegerField(null=True)),
                ("ingediend_op", models.DateField()),
                ("versie", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "initiatief",
                "verbose_name_plural": "initiatieven",
                "indexes": [models.Index(fields=["regel", "jaar", "staat"], name="initiatief_geld")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "staat__in",
                                [
                                    samendoen.beleid.rules.initiatief.Initiatiefstaat["TOETS"],
                                    samendoen.beleid.rules.initiatief.Initiatiefstaat["LOOPT"],
                                    samendoen.beleid.rules.initiatief.Initiatiefstaat["AFGEWEZEN"],
                                    samendoen.beleid.rules.initiatief.Initiatiefstaat["BESLOTEN"],
                                ],
                            )
                        ),
                        name="initiatief_staat",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("van"))), name="initiatief_begrensd"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bedrag_eurocent__gt", 0)), name="initiatief_bedrag"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("besteed_eurocent__isnull", False),
                                ("staat", "besloten"),
                                (
                                    "besluit__in",
                                    [
                                        samendoen.beleid.rules.initiatief.Besluit["STRUCTUREEL"],
                                        samendoen.beleid.rules.initiatief.Besluit["STOPPEN"],
                                        samendoen.beleid.rules.initiatief.Besluit["AANBESTEDEN"],
                                    ],
                                ),
                            ),
                            models.Q(
                                models.Q(("staat", "besloten"), _negated=True),
                                ("besluit", ""),
                                ("besteed_eurocent__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="initiatief_besloten",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("naam", ""), _negated=True), name="initiatief_naam_gevuld"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evaluatiemoment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiatief",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="momenten",
                        to="beleid.initiatief",
                    ),
                ),
                ("op", models.DateField()),
                ("gehouden_op", models.DateField(null=True)),
                ("bevinding", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "evaluatiemoment",
                "verbose_name_plural": "evaluatiemomenten",
                "constraints": [
                    models.UniqueConstraint(fields=("initiatief", "op"), name="evaluatiemoment_dag"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bevinding", ""), ("gehouden_op__isnull", True)),
                            models.Q(
                                ("gehouden_op__isnull", False), models.Q(("bevinding", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="evaluatiemoment_bevinding",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Begrotingsmutatie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tabel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mutaties",
                        to="beleid.mutatietabel",
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("naam", models.CharField(max_length=200)),
                ("lasten_eurocent", models.BigIntegerField()),
                ("baten_eurocent", models.BigIntegerField()),
                ("genoemd_saldo_eurocent", models.BigIntegerField(null=True)),
                (
                    "soort",
                    models.CharField(choices=[("I", "Incidenteel"), ("S", "Structureel")], max_length=1),
                ),
                ("toelichting", models.TextField()),
                (
                    "activiteit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mutaties",
                        to="beleid.activiteit",
                    ),
                ),
                ("bron", models.CharField(max_length=300)),
            ],
            options={
                "verbose_name": "begrotingsmutatie",
                "verbose_name_plural": "begrotingsmutaties",
                "constraints": [
                    models.UniqueConstraint(fields=("tabel", "naam"), name="begrotingsmutatie_naam"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    samendoen.beleid.rules.geld.Soort["INCIDENTEEL"],
                                    samendoen.beleid.rules.geld.Soort["STRUCTUREEL"],
                                ],
                            )
                        ),
                        name="begrotingsmutatie_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("toelichting", ""), _negated=True),
                        name="begrotingsmutatie_toelichting_gevuld",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Stand",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "activiteit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="standen",
                        to="beleid.activiteit",
                    ),
                ),
                (
                    "aspect",
                    models.CharField(
                        choices=[
                            ("kwaliteit", "kwaliteit"),
                            ("tijd", "tijd"),
                            ("geld", "geld"),
                            ("resultaat", "resultaat"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "kleur",
                    models.CharField(
                        choices=[
                            ("groen", "Groen: op koers"),
                            ("oranje", "Oranje: let op"),
                            ("rood", "Rood: bijsturen"),
                            ("onbekend", "Nog niet bekend"),
                        ],
                        max_length=20,
                    ),
                ),
                ("peildatum", models.DateField()),
                ("toelichting", models.TextField(blank=True, verbose_name="Waarom")),
                ("synthetisch", models.BooleanField()),
                (
                    "door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("gepubliceerd_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "stand",
                "verbose_name_plural": "standen",
                "indexes": [
                    models.Index(fields=["activiteit", "aspect", "-peildatum", "-id"], name="stand_nieuwste")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "aspect__in",
                                [
                                    samendoen.beleid.rules.lichten.Aspect["KWALITEIT"],
                                    samendoen.beleid.rules.lichten.Aspect["TIJD"],
                                    samendoen.beleid.rules.lichten.Aspect["GELD"],
                                    samendoen.beleid.rules.lichten.Aspect["RESULTAAT"],
                                ],
                            )
                        ),
                        name="stand_aspect",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kleur__in",
                                [
                                    samendoen.beleid.rules.lichten.Kleur["GROEN"],
                                    samendoen.beleid.rules.lichten.Kleur["ORANJE"],
                                    samendoen.beleid.rules.lichten.Kleur["ROOD"],
                                    samendoen.beleid.rules.lichten.Kleur["ONBEKEND"],
                                ],
                            )
                        ),
                        name="stand_kleur",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kleur", samendoen.beleid.rules.lichten.Kleur["GROEN"]),
                            models.Q(("toelichting", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="stand_toelichting_gevuld",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Toetsregel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "initiatief",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="toetsen",
                        to="beleid.initiatief",
                    ),
                ),
                ("voorwaarde", models.CharField(max_length=60)),
                (
                    "uitkomst",
                    models.CharField(
                        choices=[
                            ("voldoet", "Voldoet"),
                            ("niet", "Voldoet niet"),
                            ("uitwerken", "Nog uit te werken"),
                        ],
                        max_length=20,
                    ),
                ),
                ("toelichting", models.TextField()),
                ("op", models.DateField()),
            ],
            options={
                "verbose_name": "toetsregel",
                "verbose_name_plural": "toetsregels",
                "indexes": [
                    models.Index(fields=["initiatief", "voorwaarde", "-id"], name="toetsregel_nieuwste")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "uitkomst__in",
                                [
                                    samendoen.beleid.rules.initiatief.Uitkomst["VOLDOET"],
                                    samendoen.beleid.rules.initiatief.Uitkomst["NIET"],
                                    samendoen.beleid.rules.initiatief.Uitkomst["UITWERKEN"],
                                ],
                            )
                        ),
                        name="toetsregel_uitkomst",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("toelichting", ""), _negated=True),
                        name="toetsregel_toelichting_gevuld",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verantwoording",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "activiteit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verantwoordingen",
                        to="beleid.activiteit",
                    ),
                ),
                ("op", models.DateField()),
                ("tekst", models.TextField(verbose_name="Verantwoording")),
                ("bron", models.CharField(blank=True, max_length=300)),
                (
                    "door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("geschreven_op", models.DateTimeField(null=True)),
                ("gepubliceerd_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "verantwoording",
                "verbose_name_plural": "verantwoordingen",
                "indexes": [
                    models.Index(fields=["activiteit", "-op", "-id"], name="verantwoording_nieuwste")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tekst", ""), _negated=True), name="verantwoording_tekst_gevuld"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Aanbieding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "activiteit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanbiedingen",
                        to="beleid.activiteit",
                    ),
                ),
                (
                    "tekst",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanbiedingen",
                        to="beleid.verantwoording",
                    ),
                ),
                (
                    "standen",
                    django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), size=None),
                ),
                (
                    "staat",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("goedgekeurd", "goedgekeurd"),
                            ("teruggestuurd", "teruggestuurd"),
                            ("ingetrokken", "ingetrokken"),
                            ("verlopen", "verlopen"),
                            ("teruggehaald", "teruggehaald"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("aangeboden_op", models.DateTimeField()),
                (
                    "beoordelaar",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("beoordeeld_op", models.DateTimeField(null=True)),
                ("opmerking", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "aanbieding",
                "verbose_name_plural": "aanbiedingen",
                "indexes": [models.Index(fields=["activiteit", "-id"], name="aanbieding_nieuwste")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("staat", "open")),
                        fields=("activiteit",),
                        name="aanbieding_een_open",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "staat__in",
                                [
                                    samendoen.beleid.rules.jaar.Aanbodstaat["OPEN"],
                                    samendoen.beleid.rules.jaar.Aanbodstaat["GOEDGEKEURD"],
                                    samendoen.beleid.rules.jaar.Aanbodstaat["TERUGGESTUURD"],
                                    samendoen.beleid.rules.jaar.Aanbodstaat["INGETROKKEN"],
                                    samendoen.beleid.rules.jaar.Aanbodstaat["VERLOPEN"],
                                    samendoen.beleid.rules.jaar.Aanbodstaat["TERUGGEHAALD"],
                                ],
                            )
                        ),
                        name="aanbieding_staat",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("staat", "goedgekeurd"), _negated=True),
                            ("door__isnull", True),
                            ("beoordelaar__isnull", True),
                            models.Q(("door", models.F("beoordelaar")), _negated=True),
                            _connector="OR",
                        ),
                        name="aanbieding_vier_ogen",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verhaal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "doel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verhalen",
                        to="beleid.doelstelling",
                    ),
                ),
                ("titel", samendoen.kernel.velden.VersleuteldTekst(null=True)),
                ("tekst", samendoen.kernel.velden.VersleuteldTekst(null=True)),
                (
                    "verteller",
                    models.CharField(
                        choices=[
                            ("inwoner", "een inwoner"),
                            ("ouder", "een ouder"),
                            ("jongere", "een jongere"),
                            ("mantelzorger", "een mantelzorger"),
                            ("vrijwilliger", "een vrijwilliger"),
                            ("professional", "een professional"),
                            ("organisatie", "een organisatie"),
                        ],
                        max_length=20,
                    ),
                ),
                ("dorp", samendoen.kernel.velden.VersleuteldTekst(null=True)),
                (
                    "staat",
                    models.CharField(
                        choices=[
                            ("concept", "Concept"),
                            ("aangeboden", "Wacht op een collega"),
                            ("gepubliceerd", "Gepubliceerd"),
                            ("ingetrokken", "Toestemming ingetrokken"),
                            ("verlopen", "Toestemming verlopen"),
                            ("weggegooid", "Weggegooid"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reden", samendoen.kernel.velden.VersleuteldTekst(null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                ("opgetekend_op", models.DateField()),
                ("gepubliceerd_op", models.DateField(null=True)),
                ("geeindigd_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "verhaal",
                "verbose_name_plural": "verhalen",
                "indexes": [models.Index(fields=["doel", "staat"], name="verhaal_bij_doel")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "staat__in",
                                [
                                    samendoen.beleid.rules.verhaal.Verhaalstaat["CONCEPT"],
                                    samendoen.beleid.rules.verhaal.Verhaalstaat["AANGEBODEN"],
                                    samendoen.beleid.rules.verhaal.Verhaalstaat["GEPUBLICEERD"],
                                    samendoen.beleid.rules.verhaal.Verhaalstaat["INGETROKKEN"],
                                    samendoen.beleid.rules.verhaal.Verhaalstaat["VERLOPEN"],
                                    samendoen.beleid.rules.verhaal.Verhaalstaat["WEGGEGOOID"],
                                ],
                            )
                        ),
                        name="verhaal_staat",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("geeindigd_op__isnull", True),
                                (
                                    "staat__in",
                                    [
                                        samendoen.beleid.rules.verhaal.Verhaalstaat["CONCEPT"],
                                        samendoen.beleid.rules.verhaal.Verhaalstaat["AANGEBODEN"],
                                        samendoen.beleid.rules.verhaal.Verhaalstaat["GEPUBLICEERD"],
                                    ],
                                ),
                            ),
                            models.Q(
                                models.Q(
                                    (
                                        "staat__in",
                                        [
                                            samendoen.beleid.rules.verhaal.Verhaalstaat["CONCEPT"],
                                            samendoen.beleid.rules.verhaal.Verhaalstaat["AANGEBODEN"],
                                            samendoen.beleid.rules.verhaal.Verhaalstaat["GEPUBLICEERD"],
                                        ],
                                    ),
                                    _negated=True,
                                ),
                                ("dorp__isnull", True),
                                ("geeindigd_op__isnull", False),
                                ("reden__isnull", True),
                                ("tekst__isnull", True),
                                ("titel__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="verhaal_geeindigd_is_leeg",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Toestemming",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "verhaal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="toestemmingen",
                        to="beleid.verhaal",
                    ),
                ),
                ("code", models.CharField(max_length=12, unique=True)),
                (
                    "gever",
                    models.CharField(
                        choices=[
                            ("zelf", "De verteller zelf"),
                            ("ouders", "Ouders of voogd van de verteller"),
                            ("vertegenwoordiger", "Wettelijk vertegenwoordiger"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "wijze",
                    models.CharField(
                        choices=[
                            ("formulier", "Ondertekend formulier"),
                            ("email", "E-mail"),
                            ("opname", "Opname van beeld of geluid"),
                        ],
                        max_length=20,
                    ),
                ),
                ("vindplaats", models.CharField(max_length=60)),
                (
                    "gebruik",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=20), size=None
                    ),
                ),
                ("gegeven_op", models.DateField()),
                ("tot", models.DateField()),
                ("ingetrokken_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "toestemming",
                "verbose_name_plural": "toestemmingen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "gever__in",
                                [
                                    samendoen.beleid.rules.verhaal.Gever["ZELF"],
                                    samendoen.beleid.rules.verhaal.Gever["OUDERS"],
                                    samendoen.beleid.rules.verhaal.Gever["VERTEGENWOORDIGER"],
                                ],
                            )
                        ),
                        name="toestemming_gever",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "wijze__in",
                                [
                                    samendoen.beleid.rules.verhaal.Wijze["FORMULIER"],
                                    samendoen.beleid.rules.verhaal.Wijze["EMAIL"],
                                    samendoen.beleid.rules.verhaal.Wijze["OPNAME"],
                                ],
                            )
                        ),
                        name="toestemming_wijze",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("gebruik", []), _negated=True), name="toestemming_gebruik"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Rapportverhaal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "rapport",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verhalen",
                        to="beleid.rapport",
                    ),
                ),
                (
                    "verhaal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rapporten",
                        to="beleid.verhaal",
                    ),
                ),
            ],
            options={
                "verbose_name": "verhaal in een rapport",
                "verbose_name_plural": "verhalen in rapporten",
                "constraints": [
                    models.UniqueConstraint(fields=("rapport", "verhaal"), name="rapportverhaal_eenmaal")
                ],
            },
        ),
        migrations.CreateModel(
            name="Marktregel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "markt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="regels", to="beleid.markt"
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[("agenda", "agenda"), ("bijdrage", "bijdrage"), ("gehoord", "gehoord")],
                        max_length=20,
                    ),
                ),
                ("begin", models.TimeField(null=True)),
                ("einde", models.TimeField(null=True)),
                ("titel", models.CharField(max_length=200)),
                ("tekst", models.TextField(blank=True)),
                ("herkomst", models.CharField(blank=True, max_length=20)),
                ("van", models.CharField(blank=True, max_length=120)),
                ("vorm", models.CharField(blank=True, max_length=20)),
                (
                    "doel",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="marktregels",
                        to="beleid.doelstelling",
                    ),
                ),
                (
                    "verhaal",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="marktregels",
                        to="beleid.verhaal",
                    ),
                ),
                ("gevolg", models.CharField(blank=True, max_length=20)),
                ("reden", models.TextField(blank=True)),
                ("afgedaan_op", models.DateField(null=True)),
                ("geschrapt_op", models.DateField(null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
            ],
            options={
                "verbose_name": "regel van een markt",
                "verbose_name_plural": "regels van een markt",
                "indexes": [models.Index(fields=["markt", "soort", "begin"], name="marktregel_op_volgorde")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    samendoen.beleid.rules.markt.Regelsoort["AGENDA"],
                                    samendoen.beleid.rules.markt.Regelsoort["BIJDRAGE"],
                                    samendoen.beleid.rules.markt.Regelsoort["GEHOORD"],
                                ],
                            )
                        ),
                        name="marktregel_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gevolg", "bijstellen"), _negated=True),
                            ("doel__isnull", False),
                            _connector="OR",
                        ),
                        name="marktregel_bijstellen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("titel", ""), _negated=True), name="marktregel_titel_gevuld"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verhaalbeeld",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "verhaal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="beeld", to="beleid.verhaal"
                    ),
                ),
                (
                    "soort",
                    models.CharField(choices=[("jpg", "jpg"), ("png", "png"), ("mp4", "mp4")], max_length=10),
                ),
                ("bytes", models.PositiveIntegerField()),
                ("bestand", models.CharField(blank=True, max_length=64)),
                ("omschrijving", samendoen.kernel.velden.VersleuteldTekst(null=True)),
                ("gescand", models.BooleanField(verbose_name="Door de virusscanner bekeken")),
            ],
            options={
                "verbose_name": "beeld bij een verhaal",
                "verbose_name_plural": "beelden bij verhalen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    samendoen.beleid.rules.beeld.Beeldsoort["JPG"],
                                    samendoen.beleid.rules.beeld.Beeldsoort["PNG"],
                                    samendoen.beleid.rules.beeld.Beeldsoort["MP4"],
                                ],
                            )
                        ),
                        name="verhaalbeeld_soort",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Verplichting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "regel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verplichtingen",
                        to="beleid.begrotingsregel",
                    ),
                ),
                ("naam", models.CharField(max_length=200)),
                ("per_jaar_eurocent", models.BigIntegerField()),
                ("vanaf", models.DateField()),
                ("tot", models.DateField(null=True)),
                ("opzegtermijn", models.PositiveSmallIntegerField(null=True)),
                ("ingetrokken_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "verplichting",
                "verbose_name_plural": "verplichtingen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("per_jaar_eurocent__gt", 0)), name="verplichting_bedrag"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("vanaf")), _connector="OR"
                        ),
                        name="verplichting_periode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", False), ("opzegtermijn__isnull", False), _connector="OR"
                        ),
                        name="verplichting_eindigt",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("naam", ""), _negated=True), name="verplichting_naam_gevuld"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Vlagbevestiging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "verhaal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bevestigingen",
                        to="beleid.verhaal",
                    ),
                ),
                ("vlag", samendoen.kernel.velden.VersleuteldTekst(null=True)),
                ("reden", samendoen.kernel.velden.VersleuteldTekst(null=True)),
            ],
            options={
                "verbose_name": "bevestiging",
                "verbose_name_plural": "bevestigingen",
            },
        ),
        migrations.CreateModel(
            name="Zwaartekeuze",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "begroting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="keuzen",
                        to="beleid.begroting",
                    ),
                ),
                ("naam", models.CharField(max_length=200)),
                ("licht_eurocent", models.BigIntegerField(null=True)),
                ("middel_eurocent", models.BigIntegerField(null=True)),
                ("zwaar_eurocent", models.BigIntegerField(null=True)),
                ("gekozen", models.CharField(blank=True, max_length=10)),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("bron", models.CharField(max_length=300)),
                ("toelichting", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "zwaartekeuze",
                "verbose_name_plural": "zwaartekeuzen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "gekozen__in",
                                [
                                    "",
                                    samendoen.beleid.rules.begroting.Zwaarte["LICHT"],
                                    samendoen.beleid.rules.begroting.Zwaarte["MIDDEL"],
                                    samendoen.beleid.rules.begroting.Zwaarte["ZWAAR"],
                                ],
                            )
                        ),
                        name="zwaartekeuze_gekozen",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="doelstelling",
            name="dient",
            field=models.ManyToManyField(
                related_name="gediend", through="beleid.Doelkoppeling", to="beleid.doelstelling"
            ),
        ),
    ]
