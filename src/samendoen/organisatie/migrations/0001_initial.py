"""The tables of organisatie, as first released."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes them."""

    initial = True

    dependencies = [
        ("kernel", "0001_initial"),
        ("kernel", "__first__"),
    ]

    operations = [
        migrations.CreateModel(
            name="Gemeente",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("code", models.CharField(max_length=4, verbose_name="CBS-code")),
                ("naam", models.CharField(max_length=120, verbose_name="Naam")),
                ("definitie", models.CharField(max_length=64)),
                ("geimporteerd_op", models.DateField()),
            ],
            options={
                "verbose_name": "gemeente",
                "verbose_name_plural": "gemeenten",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="gemeente_is_de_enige"),
                    models.CheckConstraint(
                        condition=models.Q(("code__regex", "^[0-9]{4}$")), name="gemeente_code"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("naam", ""), _negated=True), name="gemeente_naam_gevuld"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kern",
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
                ("naam", models.CharField(max_length=120, unique=True, verbose_name="Naam")),
                (
                    "postcodes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=4), blank=True, default=list, size=None
                    ),
                ),
            ],
            options={
                "verbose_name": "kern",
                "verbose_name_plural": "kernen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("naam", ""), _negated=True), name="kern_naam_gevuld"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("aanname", False), ("bron", ""), _connector="OR"),
                        name="kern_bron_of_aanname",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Medewerker",
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
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("functie", models.CharField(blank=True, max_length=120, verbose_name="Functie")),
                (
                    "registratie",
                    models.CharField(
                        blank=True,
                        choices=[("skj", "SKJ (Kwaliteitsregister Jeugd)"), ("big", "BIG-register")],
                        max_length=3,
                        verbose_name="Beroepsregister",
                    ),
                ),
                (
                    "registratienummer",
                    models.CharField(blank=True, max_length=20, verbose_name="Registratienummer"),
                ),
                ("registratie_tot", models.DateField(null=True, verbose_name="Registratie geldig tot")),
                (
                    "uren_per_week",
                    models.DecimalField(
                        decimal_places=2, max_digits=4, null=True, verbose_name="Uren per week"
                    ),
                ),
            ],
            options={
                "verbose_name": "medewerker",
                "verbose_name_plural": "medewerkers",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("registratie", ""),
                                ("registratie_tot__isnull", True),
                                ("registratienummer", ""),
                            ),
                            models.Q(
                                ("registratie__in", ["skj", "big"]),
                                ("registratie_tot__isnull", False),
                                models.Q(("registratienummer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="medewerker_registratie_is_heel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("uren_per_week__isnull", True),
                            models.Q(("uren_per_week__gt", 0), ("uren_per_week__lte", 40)),
                            _connector="OR",
                        ),
                        name="medewerker_uren",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Afwezigheid",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisatie.medewerker",
                    ),
                ),
                ("van", models.DateField(verbose_name="Eerste dag afwezig")),
                ("tot", models.DateField(null=True, verbose_name="Eerste dag terug")),
                (
                    "vervanger",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisatie.medewerker",
                    ),
                ),
                ("vervangt_van", models.DateField(null=True)),
                (
                    "groepen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
                    ),
                ),
            ],
            options={
                "verbose_name": "afwezigheid",
                "verbose_name_plural": "afwezigheid",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("van")), _connector="OR"
                        ),
                        name="afwezigheid_periode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("vervanger__isnull", True),
                            models.Q(("vervanger", models.F("medewerker")), _negated=True),
                            _connector="OR",
                        ),
                        name="afwezigheid_vervanger_is_een_ander",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("groepen__len", 0),
                            models.Q(("vervanger__isnull", False), ("vervangt_van__isnull", False)),
                            _connector="OR",
                        ),
                        name="afwezigheid_vervanging_is_heel",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                models.Func(
                                    models.F("medewerker_id"),
                                    models.F("medewerker_id"),
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
                        name="afwezigheid_een_tegelijk",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Team",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("van", models.DateField(null=True, verbose_name="Vanaf")),
                ("tot", models.DateField(null=True, verbose_name="Tot")),
                ("aanname", models.BooleanField(default=False, verbose_name="Aanname")),
                ("bron", models.CharField(blank=True, max_length=200, verbose_name="Bron")),
                ("toelichting", models.TextField(blank=True, verbose_name="Toelichting")),
                ("code", models.SlugField(max_length=60, unique=True, verbose_name="Code")),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("loket", "Loket"),
                            ("toegangsteam", "Toegangsteam"),
                            ("gebiedsteam", "Gebiedsteam"),
                            ("voorzieningen", "Team voorzieningen"),
                            ("outreach", "Outreachend team"),
                            ("meldpunt", "Meldpunt"),
                            ("specialistisch", "Specialistisch team"),
                            ("ondersteuning", "Ondersteuning"),
                            ("backoffice", "Backoffice"),
                            ("partner", "Partnerorganisatie"),
                        ],
                        max_length=20,
                        verbose_name="Soort",
                    ),
                ),
                (
                    "groep",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.groep"
                    ),
                ),
                (
                    "kaders",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("wmo", "Wmo 2015"),
                                ("jeugd", "Jeugdwet"),
                                ("participatie", "Participatiewet"),
                                ("schuldhulp", "Wet gemeentelijke schuldhulpverlening"),
                                ("geen", "Geen bijzondere wet"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                    ),
                ),
                ("telnaam", models.CharField(blank=True, max_length=120, verbose_name="Naam in tellingen")),
                ("omschrijving", models.TextField(verbose_name="Omschrijving")),
                ("kernen", models.ManyToManyField(related_name="+", to="organisatie.kern")),
            ],
            options={
                "verbose_name": "team",
                "verbose_name_plural": "teams",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    "loket",
                                    "toegangsteam",
                                    "gebiedsteam",
                                    "voorzieningen",
                                    "outreach",
                                    "meldpunt",
                                    "specialistisch",
                                    "ondersteuning",
                                    "backoffice",
                                    "partner",
                                ],
                            )
                        ),
                        name="team_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kaders__contained_by", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"]),
                            ("kaders__len__gt", 0),
                        ),
                        name="team_kaders",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("telnaam", ""), _negated=True),
                        fields=("telnaam",),
                        name="team_telnaam_uniek",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("van__isnull", True),
                            ("tot__isnull", True),
                            ("tot__gt", models.F("van")),
                            _connector="OR",
                        ),
                        name="team_periode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("aanname", False), ("bron", ""), _connector="OR"),
                        name="team_bron_of_aanname",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Mandaat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("van", models.DateField(null=True, verbose_name="Vanaf")),
                ("tot", models.DateField(null=True, verbose_name="Tot")),
                ("aanname", models.BooleanField(default=False, verbose_name="Aanname")),
                ("bron", models.CharField(blank=True, max_length=200, verbose_name="Bron")),
                ("toelichting", models.TextField(blank=True, verbose_name="Toelichting")),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "medewerker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organisatie.medewerker",
                    ),
                ),
                (
                    "rol",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("loket", "Loketmedewerker"),
                            ("consulent", "Consulent"),
                            ("teamleider", "Teamleider"),
                            ("kwaliteit", "Gedragswetenschapper"),
                            ("backoffice", "Backoffice"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "bevoegdheid",
                    models.CharField(
                        choices=[("besluit", "Besluit"), ("adviseert", "Adviseert")], max_length=10
                    ),
                ),
                (
                    "kaders",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("wmo", "Wmo 2015"),
                                ("jeugd", "Jeugdwet"),
                                ("participatie", "Participatiewet"),
                                ("schuldhulp", "Wet gemeentelijke schuldhulpverlening"),
                                ("geen", "Geen bijzondere wet"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                    ),
                ),
                ("tot_bedrag_eurocent", models.BigIntegerField(null=True)),
                ("tweede_handtekening", models.BooleanField(default=False)),
                ("teams", models.ManyToManyField(related_name="+", to="organisatie.team")),
            ],
            options={
                "verbose_name": "mandaat",
                "verbose_name_plural": "mandaten",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("medewerker__isnull", False), ("rol", "")),
                            models.Q(
                                ("medewerker__isnull", True),
                                ("rol__in", ["loket", "consulent", "teamleider", "kwaliteit", "backoffice"]),
                            ),
                            _connector="OR",
                        ),
                        name="mandaat_medewerker_of_rol",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kaders__contained_by", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"]),
                            ("kaders__len__gt", 0),
                        ),
                        name="mandaat_kaders",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("bevoegdheid", "adviseert"),
                                ("tot_bedrag_eurocent__isnull", True),
                                ("tweede_handtekening", False),
                            ),
                            ("bevoegdheid", "besluit"),
                            _connector="OR",
                        ),
                        name="mandaat_bevoegdheid",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot_bedrag_eurocent__isnull", True),
                            ("tot_bedrag_eurocent__gt", 0),
                            _connector="OR",
                        ),
                        name="mandaat_bedrag",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("van__isnull", True),
                            ("tot__isnull", True),
                            ("tot__gte", models.F("van")),
                            _connector="OR",
                        ),
                        name="mandaat_periode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("aanname", False), ("bron", ""), _connector="OR"),
                        name="mandaat_bron_of_aanname",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Capaciteit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("van", models.DateField(null=True, verbose_name="Vanaf")),
                ("tot", models.DateField(null=True, verbose_name="Tot")),
                ("aanname", models.BooleanField(default=False, verbose_name="Aanname")),
                ("bron", models.CharField(blank=True, max_length=200, verbose_name="Bron")),
                ("toelichting", models.TextField(blank=True, verbose_name="Toelichting")),
                ("functie", models.CharField(max_length=120, verbose_name="Functie")),
                ("fte", models.DecimalField(decimal_places=2, max_digits=6, null=True, verbose_name="Fte")),
                ("personen", models.PositiveSmallIntegerField(null=True, verbose_name="Aantal personen")),
                ("teams", models.ManyToManyField(related_name="+", to="organisatie.team")),
            ],
            options={
                "verbose_name": "capaciteit",
                "verbose_name_plural": "capaciteit",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("fte__isnull", False), ("personen__isnull", False), _connector="OR"
                        ),
                        name="capaciteit_fte_of_personen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("fte__isnull", True), ("fte__gt", 0), _connector="OR"),
                        name="capaciteit_fte",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("personen__isnull", True), ("personen__gt", 0), _connector="OR"),
                        name="capaciteit_personen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("van__isnull", True),
                            ("tot__isnull", True),
                            ("tot__gt", models.F("van")),
                            _connector="OR",
                        ),
                        name="capaciteit_periode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("aanname", False), ("bron", ""), _connector="OR"),
                        name="capaciteit_bron_of_aanname",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TeamNaam",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("van", models.DateField(null=True, verbose_name="Vanaf")),
                ("tot", models.DateField(null=True, verbose_name="Tot")),
                ("aanname", models.BooleanField(default=False, verbose_name="Aanname")),
                ("bron", models.CharField(blank=True, max_length=200, verbose_name="Bron")),
                ("toelichting", models.TextField(blank=True, verbose_name="Toelichting")),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisatie.team"
                    ),
                ),
                ("naam", models.CharField(max_length=120, verbose_name="Naam")),
                ("uitvoerder", models.CharField(blank=True, max_length=120, verbose_name="Uitvoerder")),
            ],
            options={
                "verbose_name": "naam van een team",
                "verbose_name_plural": "namen van teams",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("naam", ""), _negated=True), name="teamnaam_naam_gevuld"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("van__isnull", True),
                            ("tot__isnull", True),
                            ("tot__gt", models.F("van")),
                            _connector="OR",
                        ),
                        name="teamnaam_periode",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                models.Func(
                                    models.F("team_id"),
                                    models.F("team_id"),
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
                        name="teamnaam_een_tegelijk",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("aanname", False), ("bron", ""), _connector="OR"),
                        name="teamnaam_bron_of_aanname",
                    ),
                ],
            },
        ),
    ]
