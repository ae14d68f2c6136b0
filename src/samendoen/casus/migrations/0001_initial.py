"""The tables of casus, as first released."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import samendoen.kernel.velden


class Migration(migrations.Migration):
    """Makes them."""

    initial = True

    dependencies = [
        ("inwoners", "0001_initial"),
        ("kaart", "0001_initial"),
        ("kernel", "0001_initial"),
        ("kernel", "__first__"),
        ("organisatie", "0001_initial"),
        ("toegang", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Casus",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "huishouden",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inwoners.huishouden",
                    ),
                ),
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisatie.team"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[("open", "Open"), ("gesloten", "Gesloten")], default="open", max_length=20
                    ),
                ),
                ("geopend_op", models.DateField(verbose_name="Geopend op")),
                ("gesloten_op", models.DateField(null=True, verbose_name="Gesloten op")),
                (
                    "reden_sluiten",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("doelen_bereikt", "De doelen zijn bereikt"),
                            ("zelf_verder", "Het huishouden kan zelf verder"),
                            ("overgedragen", "Warm overgedragen"),
                            ("verhuisd", "Verhuisd"),
                            ("overleden", "Overleden"),
                            ("geen_contact", "Geen contact meer"),
                            ("vergissing", "Bij vergissing geopend"),
                        ],
                        max_length=30,
                        verbose_name="Reden van sluiten",
                    ),
                ),
                (
                    "intensiteit",
                    models.SlugField(blank=True, db_index=False, max_length=60, verbose_name="Zwaarte"),
                ),
            ],
            options={
                "verbose_name": "casus",
                "verbose_name_plural": "casussen",
                "indexes": [
                    models.Index(fields=["team", "status", "-geopend_op", "-id"], name="casus_team"),
                    models.Index(fields=["huishouden"], name="casus_huishouden"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="casus_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("gesloten_op__isnull", True), ("reden_sluiten", ""), ("status", "open")
                            ),
                            models.Q(
                                ("gesloten_op__isnull", False),
                                (
                                    "reden_sluiten__in",
                                    [
                                        "doelen_bereikt",
                                        "zelf_verder",
                                        "overgedragen",
                                        "verhuisd",
                                        "overleden",
                                        "geen_contact",
                                        "vergissing",
                                    ],
                                ),
                                ("status", "gesloten"),
                            ),
                            _connector="OR",
                        ),
                        name="casus_gesloten_is_heel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gesloten_op__isnull", True),
                            ("gesloten_op__gte", models.F("geopend_op")),
                            _connector="OR",
                        ),
                        name="casus_gesloten_na_opening",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "open")), fields=("huishouden",), name="casus_een_open"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Betrokkene",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "casus",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="betrokkenen",
                        to="casus.casus",
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
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
                    ),
                ),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "betrokkene",
                "verbose_name_plural": "betrokkenen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="betrokkene_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("van")), _connector="OR"
                        ),
                        name="betrokkene_periode",
                    ),
                    models.UniqueConstraint(fields=("casus", "inwoner"), name="betrokkene_eenmaal"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Casusmelding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "casus",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meldingen",
                        to="casus.casus",
                    ),
                ),
                (
                    "melding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="toegang.melding"
                    ),
                ),
                ("sinds", models.DateField()),
            ],
            options={
                "verbose_name": "melding van een casus",
                "verbose_name_plural": "meldingen van een casus",
            },
        ),
        migrations.CreateModel(
            name="Consultatie",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consultaties",
                        to="casus.casus",
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
                    "gebruiker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("waarvoor", models.TextField(blank=True, verbose_name="Waarvoor leest iemand mee?")),
                ("van", models.DateField()),
                ("tot", models.DateField(verbose_name="Tot en met")),
                ("beeindigd_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "consultatie",
                "verbose_name_plural": "consultaties",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="consultatie_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("van"))), name="consultatie_periode"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meldcodepad",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meldcodes",
                        to="casus.casus",
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
                    ),
                ),
                (
                    "doelgroep",
                    models.CharField(
                        choices=[
                            ("kind", "Een kind"),
                            ("volwassene", "Een volwassene (18+)"),
                            ("oudere", "Een oudere (65+)"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("loopt", "Loopt"),
                            ("gepauzeerd", "Gepauzeerd"),
                            ("afgerond", "Afgerond"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="loopt",
                        max_length=20,
                    ),
                ),
                ("begonnen_op", models.DateField(verbose_name="Begonnen op")),
                (
                    "begonnen_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("gepauzeerd_tot", models.DateField(null=True, verbose_name="Verder kijken op")),
                ("afgerond_op", models.DateField(null=True)),
                ("reden", models.TextField(blank=True, verbose_name="Waarom?")),
                (
                    "geen_tweede",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("geen_collega", "Er is geen collega beschikbaar"),
                            ("te_spoed", "Het kon niet wachten"),
                            ("ander_kijkt_mee", "Iemand van een andere organisatie kijkt al mee"),
                            ("anders", "Een andere reden"),
                        ],
                        max_length=20,
                    ),
                ),
                ("geen_tweede_woorden", models.TextField(blank=True)),
            ],
            options={
                "verbose_name": "meldcode",
                "verbose_name_plural": "meldcodes",
                "indexes": [
                    models.Index(fields=["casus", "status"], name="meldcode_casus"),
                    models.Index(
                        condition=models.Q(("gepauzeerd_tot__isnull", False)),
                        fields=["gepauzeerd_tot"],
                        name="meldcode_pauze",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="meldcode_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("doelgroep__in", ["kind", "volwassene", "oudere"])),
                        name="meldcode_doelgroep",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("geen_tweede__in", ["", "geen_collega", "te_spoed", "ander_kijkt_mee", "anders"])
                        ),
                        name="meldcode_geen_tweede",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["loopt", "ingetrokken"]),
                                ("afgerond_op__isnull", True),
                                ("gepauzeerd_tot__isnull", True),
                            ),
                            models.Q(
                                ("afgerond_op__isnull", True),
                                ("gepauzeerd_tot__isnull", False),
                                ("status", "gepauzeerd"),
                            ),
                            models.Q(
                                ("gepauzeerd_tot__isnull", True),
                                ("status", "afgerond"),
                                ("afgerond_op__gte", models.F("begonnen_op")),
                            ),
                            _connector="OR",
                        ),
                        name="meldcode_status_is_heel",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meldcodepersoon",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "pad",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="personen",
                        to="casus.meldcodepad",
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
                    ),
                ),
            ],
            options={
                "verbose_name": "persoon in een meldcode",
                "verbose_name_plural": "personen in een meldcode",
                "constraints": [
                    models.UniqueConstraint(fields=("pad", "inwoner"), name="meldcodepersoon_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="meldcodepersoon_wet",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meldcodestap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "pad",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stappen",
                        to="casus.meldcodepad",
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
                            ("signalen", "Signalen in kaart"),
                            ("overleg", "Overleg"),
                            ("gesprek", "Gesprek"),
                            ("wegen", "Wegen"),
                            ("beslissen", "Beslissen"),
                            ("vt_melding", "Gemeld bij Veilig Thuis"),
                            ("vt_terugkoppeling", "Terugkoppeling van Veilig Thuis"),
                            ("tafel_verzoek", "Verzoek aan de jeugdbeschermingstafel"),
                            ("tafel_uitkomst", "Uitkomst van de jeugdbeschermingstafel"),
                            ("raad_verzoek", "Verzoek tot onderzoek bij de Raad voor de Kinderbescherming"),
                        ],
                        max_length=20,
                    ),
                ),
                ("overgeslagen", models.BooleanField(default=False)),
                ("woorden", models.TextField(blank=True)),
                (
                    "met_wie",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                (
                    "antwoorden",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                (
                    "besluit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("melden", "Melden bij Veilig Thuis"),
                            ("melden_en_hulp", "Melden, en zelf hulp bieden of regelen"),
                            ("hulp", "Niet melden: zelf hulp bieden of regelen"),
                            ("afsluiten", "Geen vermoeden meer: afsluiten"),
                        ],
                        max_length=20,
                    ),
                ),
                ("afgeweken", models.BooleanField(default=False)),
                ("op", models.DateField(verbose_name="Op")),
                (
                    "door",
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
                "verbose_name": "stap van een meldcode",
                "verbose_name_plural": "stappen van een meldcode",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="meldcodestap_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    "signalen",
                                    "overleg",
                                    "gesprek",
                                    "wegen",
                                    "beslissen",
                                    "vt_melding",
                                    "vt_terugkoppeling",
                                    "tafel_verzoek",
                                    "tafel_uitkomst",
                                    "raad_verzoek",
                                ],
                            )
                        ),
                        name="meldcodestap_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("besluit__in", ["", "melden", "hulp", "melden_en_hulp", "afsluiten"])
                        ),
                        name="meldcodestap_besluit",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notitie",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="notities", to="casus.casus"
                    ),
                ),
                ("nummer", models.PositiveIntegerField()),
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
                    ),
                ),
                (
                    "soort",
                    models.CharField(choices=[("contact", "contact"), ("dossier", "dossier")], max_length=20),
                ),
                ("sjabloon", models.SlugField(max_length=30)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("concept", "Concept"),
                            ("klaar", "Afgerond"),
                            ("vervangen", "Vervangen"),
                            ("ingetrokken", "Ingetrokken"),
                            ("weggegooid", "Weggegooid"),
                        ],
                        default="concept",
                        max_length=20,
                    ),
                ),
                (
                    "wijze",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("thuis", "Thuis"),
                            ("kantoor", "Op kantoor of op school"),
                            ("telefoon", "Telefoon"),
                            ("beeldbellen", "Beeldbellen"),
                            ("bericht", "Bericht of e-mail"),
                            ("overleg", "Overleg"),
                            ("anders", "Anders"),
                        ],
                        max_length=20,
                    ),
                ),
                ("op", models.DateField(verbose_name="Wanneer")),
                ("woorden", samendoen.kernel.velden.VersleuteldTekst(null=True)),
                ("reden", samendoen.kernel.velden.VersleuteldTekst(null=True)),
                ("schonen_sinds", models.DateField(null=True)),
                ("lezers_gekozen", models.BooleanField(default=False)),
                (
                    "verbetert",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casus.notitie",
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=0)),
                (
                    "begonnen_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "bijgewerkt_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("bijgewerkt_op", models.DateTimeField(null=True)),
                ("afgerond_op", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "notitie",
                "verbose_name_plural": "notities",
                "indexes": [
                    models.Index(
                        condition=models.Q(("schonen_sinds__isnull", False)),
                        fields=["schonen_sinds"],
                        name="notitie_schonen",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("casus", "nummer"), name="notitie_nummer"),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "concept")),
                        fields=("verbetert",),
                        name="notitie_een_verbetering",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("schonen_sinds__isnull", True), ("woorden__isnull", False), _connector="OR"
                        ),
                        name="notitie_schonen_met_woorden",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="notitie_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ["contact", "dossier"])), name="notitie_soort"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["concept", "klaar", "vervangen", "ingetrokken", "weggegooid"])
                        ),
                        name="notitie_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("afgerond_op__isnull", True), ("status__in", ["concept", "weggegooid"])
                            ),
                            ("afgerond_op__isnull", False),
                            _connector="OR",
                        ),
                        name="notitie_afgerond_is_heel",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bijlage",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="bijlagen", to="casus.casus"
                    ),
                ),
                (
                    "notitie",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bijlagen",
                        to="casus.notitie",
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
                    ),
                ),
                ("naam", samendoen.kernel.velden.VersleuteldTekst(null=True)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("pdf", "pdf"),
                            ("png", "png"),
                            ("jpg", "jpg"),
                            ("docx", "docx"),
                            ("xlsx", "xlsx"),
                            ("odt", "odt"),
                            ("txt", "txt"),
                            ("eml", "eml"),
                        ],
                        max_length=10,
                    ),
                ),
                ("bytes", models.PositiveIntegerField()),
                ("afdruk", samendoen.kernel.velden.BlindeIndex(max_length=32, null=True)),
                ("bestand", models.CharField(blank=True, max_length=64)),
                ("gescand", models.BooleanField(verbose_name="Door de virusscanner bekeken")),
                (
                    "toegevoegd_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("toegevoegd_op", models.DateTimeField()),
                ("verwijderd_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "bijlage",
                "verbose_name_plural": "bijlagen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="bijlage_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("soort__in", ["pdf", "png", "jpg", "docx", "xlsx", "odt", "txt", "eml"])
                        ),
                        name="bijlage_soort",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("bestand", ""), _negated=True),
                        fields=("dossier", "afdruk"),
                        name="bijlage_eenmaal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notitiepersoon",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "notitie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="personen",
                        to="casus.notitie",
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
                    ),
                ),
                ("over", models.BooleanField()),
                ("leest", models.BooleanField()),
            ],
            options={
                "verbose_name": "persoon bij een notitie",
                "verbose_name_plural": "personen bij notities",
                "constraints": [
                    models.UniqueConstraint(fields=("notitie", "inwoner"), name="notitiepersoon_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(("over", True), ("leest", True), _connector="OR"),
                        name="notitiepersoon_ergens_voor",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Onderzoek",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="onderzoeken",
                        to="casus.casus",
                    ),
                ),
                ("nummer", models.PositiveSmallIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("loopt", "Loopt"),
                            ("afgerond", "Verslag verstuurd"),
                            ("weggegooid", "Weggegooid"),
                        ],
                        default="loopt",
                        max_length=20,
                    ),
                ),
                ("begonnen_op", models.DateField(verbose_name="Begonnen op")),
                ("verstuurd_op", models.DateField(null=True, verbose_name="Verslag verstuurd op")),
                (
                    "kopie_van",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casus.onderzoek",
                    ),
                ),
            ],
            options={
                "verbose_name": "onderzoek",
                "verbose_name_plural": "onderzoeken",
                "constraints": [
                    models.UniqueConstraint(fields=("casus", "nummer"), name="onderzoek_nummer"),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "loopt")), fields=("casus",), name="onderzoek_een_loopt"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["loopt", "weggegooid"]), ("verstuurd_op__isnull", True)),
                            models.Q(("status", "afgerond"), ("verstuurd_op__gte", models.F("begonnen_op"))),
                            _connector="OR",
                        ),
                        name="onderzoek_verstuurd_is_heel",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Onderzochte",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "onderzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="personen",
                        to="casus.onderzoek",
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
                    ),
                ),
                (
                    "clientondersteuning",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ja", "Aangeboden, en de inwoner wil dit"),
                            ("afgezien", "Aangeboden, maar de inwoner wil dit niet"),
                            ("nee", "Nog niet aangeboden"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "eigen_plan",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("geen", "Geen eigen plan"),
                            ("persoonlijk", "Persoonlijk plan"),
                            ("familiegroep", "Familiegroepsplan"),
                        ],
                        max_length=20,
                    ),
                ),
                ("plan_ontvangen_op", models.DateField(null=True)),
                ("plan_tekst", models.TextField(blank=True)),
                ("plan_antwoord", models.TextField(blank=True)),
                (
                    "verteld",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("bijdrage", "Wat de hulp kan kosten (eigen bijdrage)"),
                                (
                                    "pgb",
                                    "Dat kiezen voor een persoonsgebonden budget kan, en wat dat betekent",
                                ),
                                ("identiteit", "Wie het is: een geldig identiteitsbewijs is bekeken"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("samenwerking", models.TextField(blank=True)),
                ("conclusie", models.TextField(blank=True)),
                ("versie", models.PositiveIntegerField(default=0)),
                (
                    "bijgewerkt_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("bijgewerkt_op", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "onderzochte",
                "verbose_name_plural": "onderzochten",
                "constraints": [
                    models.UniqueConstraint(fields=("onderzoek", "inwoner"), name="onderzochte_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="onderzochte_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("clientondersteuning__in", ["", "ja", "afgezien", "nee"])),
                        name="onderzochte_clientondersteuning",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("verteld__contained_by", ["bijdrage", "pgb", "identiteit"])),
                        name="onderzochte_verteld",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eigen_plan__in", ["persoonlijk", "familiegroep"]),
                            models.Q(("eigen_plan__in", ["", "geen"]), ("plan_ontvangen_op__isnull", True)),
                            _connector="OR",
                        ),
                        name="onderzochte_plan_is_heel",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bevinding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "onderzochte",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bevindingen",
                        to="casus.onderzochte",
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
                ("leefgebied", models.SlugField(max_length=60, verbose_name="Leefgebied")),
                ("situatie", models.TextField(blank=True)),
                ("wens", models.TextField(blank=True)),
                ("eigen_kracht", models.TextField(blank=True)),
                ("netwerk", models.TextField(blank=True)),
                ("mantelzorg", models.TextField(blank=True)),
                ("algemeen", models.TextField(blank=True)),
                (
                    "aanbod",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), blank=True, default=list, size=None
                    ),
                ),
                ("cijfer", models.PositiveSmallIntegerField(null=True)),
                ("cijfer_later", models.PositiveSmallIntegerField(null=True)),
                ("volgorde", models.PositiveSmallIntegerField(default=0)),
                ("versie", models.PositiveIntegerField(default=0)),
                (
                    "bijgewerkt_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("bijgewerkt_op", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "bevinding",
                "verbose_name_plural": "bevindingen",
                "constraints": [
                    models.UniqueConstraint(fields=("onderzochte", "leefgebied"), name="bevinding_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="bevinding_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cijfer__isnull", True), ("cijfer__range", (1, 10)), _connector="OR"),
                            models.Q(
                                ("cijfer_later__isnull", True),
                                ("cijfer_later__range", (1, 10)),
                                _connector="OR",
                            ),
                        ),
                        name="bevinding_cijfer",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Onderzoekmelding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "onderzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meldingen",
                        to="casus.onderzoek",
                    ),
                ),
                (
                    "melding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="toegang.melding"
                    ),
                ),
            ],
            options={
                "verbose_name": "melding van een onderzoek",
                "verbose_name_plural": "meldingen van een onderzoek",
            },
        ),
        migrations.CreateModel(
            name="Overdracht",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overdrachten",
                        to="casus.casus",
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
                    "van",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "naar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("voorgesteld_op", models.DateField()),
                ("toelichting", models.TextField(blank=True, verbose_name="Wat moet uw collega weten?")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("voorgesteld", "voorgesteld"),
                            ("aanvaard", "aanvaard"),
                            ("geweigerd", "geweigerd"),
                            ("ingetrokken", "ingetrokken"),
                        ],
                        default="voorgesteld",
                        max_length=20,
                    ),
                ),
                ("contact_op", models.DateField(null=True, verbose_name="Samen gesproken op")),
                ("beantwoord_op", models.DateField(null=True)),
                ("reden", models.TextField(blank=True, verbose_name="Waarom niet?")),
            ],
            options={
                "verbose_name": "overdracht",
                "verbose_name_plural": "overdrachten",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="overdracht_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["voorgesteld", "aanvaard", "geweigerd", "ingetrokken"])
                        ),
                        name="overdracht_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("contact_op__isnull", False), ("status", "aanvaard")),
                            models.Q(
                                models.Q(("status", "aanvaard"), _negated=True), ("contact_op__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="overdracht_contact",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "voorgesteld")),
                        fields=("casus",),
                        name="overdracht_een_wacht",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Overleg",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                ("tafel", models.SlugField(db_index=False, max_length=60)),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisatie.team"
                    ),
                ),
                ("op", models.DateField(verbose_name="Op welke dag?")),
                (
                    "voorzitter",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("afgezegd_op", models.DateField(null=True)),
                (
                    "afgezegd_reden",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("weinig_punten", "Te weinig om te bespreken"),
                            ("te_weinig_mensen", "Te weinig mensen kunnen erbij zijn"),
                            ("samengevoegd", "Samengevoegd met een ander overleg"),
                            ("spoed", "Iets dringenders gaat voor"),
                            ("vrij", "Feestdag of vakantie"),
                            ("anders", "Iets anders"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "verbose_name": "overleg",
                "verbose_name_plural": "overleggen",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("afgezegd_op__isnull", True)),
                        fields=("tafel", "team", "op"),
                        name="overleg_eenmaal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("afgezegd_op__isnull", True), ("afgezegd_reden", "")),
                            models.Q(
                                ("afgezegd_op__isnull", False),
                                (
                                    "afgezegd_reden__in",
                                    [
                                        "weinig_punten",
                                        "te_weinig_mensen",
                                        "samengevoegd",
                                        "spoed",
                                        "vrij",
                                        "anders",
                                    ],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="overleg_afgezegd_is_heel",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Agendapunt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "overleg",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="punten", to="casus.overleg"
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
                (
                    "casus",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agendapunten",
                        to="casus.casus",
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
                    ),
                ),
                ("vraag", models.TextField(blank=True, verbose_name="Wat wilt u bespreken?")),
                ("status", models.CharField(default="open", max_length=12)),
                ("uitkomst", models.SlugField(blank=True, db_index=False, max_length=60)),
                ("verslag", models.TextField(blank=True, verbose_name="Wat is besproken en afgesproken?")),
                ("besproken_op", models.DateField(null=True)),
                (
                    "naar",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casus.overleg",
                    ),
                ),
            ],
            options={
                "verbose_name": "agendapunt",
                "verbose_name_plural": "agendapunten",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="agendapunt_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["open", "besproken", "verplaatst"])),
                        name="agendapunt_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("casus__isnull", False), ("melding__isnull", True)),
                            models.Q(("casus__isnull", True), ("melding__isnull", False)),
                            _connector="OR",
                        ),
                        name="agendapunt_over_een",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("besproken_op__isnull", False),
                                ("status", "besproken"),
                                models.Q(("uitkomst", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status", "besproken"), _negated=True),
                                ("besproken_op__isnull", True),
                                ("uitkomst", ""),
                            ),
                            _connector="OR",
                        ),
                        name="agendapunt_besproken",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("naar__isnull", False), ("status", "verplaatst")),
                            models.Q(
                                models.Q(("status", "verplaatst"), _negated=True), ("naar__isnull", True)
                            ),
                            _connector="OR",
                        ),
                        name="agendapunt_naar",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "verplaatst"), _negated=True),
                        fields=("overleg", "melding"),
                        name="agendapunt_melding_eenmaal",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "verplaatst"), _negated=True),
                        fields=("overleg", "casus"),
                        name="agendapunt_casus_eenmaal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deelnemer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "overleg",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deelnemers",
                        to="casus.overleg",
                    ),
                ),
                (
                    "gebruiker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("naam", models.CharField(blank=True, max_length=200, verbose_name="Naam")),
                ("organisatie", models.CharField(blank=True, max_length=200, verbose_name="Organisatie")),
            ],
            options={
                "verbose_name": "deelnemer",
                "verbose_name_plural": "deelnemers",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gebruiker__isnull", False), ("naam", ""), ("organisatie", "")),
                            models.Q(
                                ("gebruiker__isnull", True),
                                models.Q(("naam", ""), _negated=True),
                                models.Q(("organisatie", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="deelnemer_collega_of_buiten",
                    ),
                    models.UniqueConstraint(fields=("overleg", "gebruiker"), name="deelnemer_eenmaal"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "punt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delingen",
                        to="casus.agendapunt",
                    ),
                ),
                (
                    "deelnemer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delingen",
                        to="casus.deelnemer",
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
                    ),
                ),
                ("wat", models.TextField(blank=True, verbose_name="Wat is gedeeld?")),
                ("grond", models.SlugField(db_index=False, max_length=60)),
                ("toestemming_op", models.DateField(null=True, verbose_name="Toestemming gegeven op")),
                ("op", models.DateField()),
                ("ingetrokken_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "deling",
                "verbose_name_plural": "delingen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="deling_wet",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Partnerregie",
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partnerregies",
                        to="casus.casus",
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
                ("leefgebied", models.SlugField(max_length=60, verbose_name="Leefgebied")),
                (
                    "organisatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kaart.organisatie"
                    ),
                ),
                (
                    "contact",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="Wie is daar het aanspreekpunt?"
                    ),
                ),
                ("afspraak", models.TextField(blank=True, verbose_name="Wat spreekt u af?")),
                ("van", models.DateField()),
                ("bekijken_op", models.DateField(verbose_name="Wanneer kijkt u samen hoe het gaat?")),
                ("tot", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "regie bij een partner",
                "verbose_name_plural": "regie bij partners",
                "indexes": [
                    models.Index(
                        condition=models.Q(("tot__isnull", True)),
                        fields=["bekijken_op"],
                        name="partnerregie_bekijken",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="partnerregie_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("van")), _connector="OR"
                        ),
                        name="partnerregie_periode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bekijken_op__gt", models.F("van"))), name="partnerregie_bekijken"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("tot__isnull", True)),
                        fields=("casus", "leefgebied"),
                        name="partnerregie_een_per_leefgebied",
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
                (
                    "casus",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="plannen", to="casus.casus"
                    ),
                ),
                ("versie", models.PositiveSmallIntegerField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("concept", "Concept"),
                            ("vastgesteld", "Vastgesteld"),
                            ("vervangen", "Vervangen door een nieuwe versie"),
                            ("vervallen", "Weggegooid"),
                        ],
                        default="concept",
                        max_length=20,
                    ),
                ),
                ("opgesteld_op", models.DateField()),
                ("vastgesteld_op", models.DateField(null=True)),
                ("evaluatie_op", models.DateField(null=True, verbose_name="Samen terugkijken op")),
            ],
            options={
                "verbose_name": "plan",
                "verbose_name_plural": "plannen",
                "indexes": [
                    models.Index(
                        condition=models.Q(("status", "vastgesteld")),
                        fields=["evaluatie_op"],
                        name="plan_evaluatie",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("casus", "versie"), name="plan_versie"),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "concept")), fields=("casus",), name="plan_een_concept"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("status", "vastgesteld")),
                        fields=("casus",),
                        name="plan_een_vastgesteld",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status__in", ["concept", "vervallen"]), ("vastgesteld_op__isnull", True)
                            ),
                            models.Q(
                                ("evaluatie_op__isnull", False),
                                ("status__in", ["vastgesteld", "vervangen"]),
                                ("vastgesteld_op__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="plan_vastgesteld_is_heel",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Evaluatie",
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
                        related_name="evaluaties",
                        to="casus.plan",
                    ),
                ),
                ("op", models.DateField(verbose_name="Teruggekeken op")),
                ("volgende_op", models.DateField(verbose_name="Wanneer kijkt u weer terug?")),
                ("ingetrokken_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "evaluatie",
                "verbose_name_plural": "evaluaties",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("volgende_op__gt", models.F("op"))), name="evaluatie_volgende"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Doel",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="doelen", to="casus.plan"
                    ),
                ),
                ("kenmerk", models.UUIDField()),
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
                    ),
                ),
                ("leefgebied", models.SlugField(max_length=60, verbose_name="Leefgebied")),
                ("tekst", models.TextField(blank=True, verbose_name="Doel")),
                ("tevreden_als", models.TextField(blank=True, verbose_name="Wanneer zijn we tevreden?")),
                ("volgorde", models.PositiveSmallIntegerField(default=0)),
                (
                    "bijgewerkt_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("bijgewerkt_op", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "doel",
                "verbose_name_plural": "doelen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="doel_wet",
                    ),
                    models.UniqueConstraint(fields=("plan", "kenmerk"), name="doel_eenmaal"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Actie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "doel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="acties", to="casus.doel"
                    ),
                ),
                ("kenmerk", models.UUIDField()),
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
                    "niveau",
                    models.CharField(
                        choices=[
                            ("eigen_kracht", "eigen_kracht"),
                            ("netwerk", "netwerk"),
                            ("algemeen", "algemeen"),
                            ("basishulp", "basishulp"),
                            ("maatwerk", "maatwerk"),
                        ],
                        max_length=20,
                        verbose_name="Wie helpt",
                    ),
                ),
                ("tekst", models.TextField(blank=True, verbose_name="Wat spreken we af?")),
                ("wie", models.CharField(blank=True, max_length=200, verbose_name="Wie doet dit?")),
                (
                    "niet_lichter",
                    models.TextField(blank=True, verbose_name="Waarom is lichtere hulp niet genoeg?"),
                ),
                ("gemist", models.SlugField(blank=True, max_length=60)),
                ("gemis_reden", models.SlugField(blank=True, max_length=60)),
                (
                    "aanbod",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kaart.aanbod",
                    ),
                ),
                ("van", models.DateField(null=True)),
                ("uiterlijk", models.DateField(null=True, verbose_name="Uiterlijk")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("afgesproken", "Afgesproken"),
                            ("gedaan", "Gedaan"),
                            ("gestopt", "Gestopt"),
                        ],
                        default="afgesproken",
                        max_length=20,
                    ),
                ),
                ("afgerond_op", models.DateField(null=True)),
                ("volgorde", models.PositiveSmallIntegerField(default=0)),
                (
                    "bijgewerkt_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("bijgewerkt_op", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "actie",
                "verbose_name_plural": "acties",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="actie_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("niveau__in", ["eigen_kracht", "netwerk", "algemeen", "basishulp", "maatwerk"])
                        ),
                        name="actie_niveau",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("niveau", "maatwerk"), _negated=True),
                            ("aanbod__isnull", True),
                            _connector="OR",
                        ),
                        name="actie_maatwerk_zonder_aanbod",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("afgerond_op__isnull", True), ("status", "afgesproken")),
                            models.Q(("afgerond_op__isnull", False), ("status__in", ["gedaan", "gestopt"])),
                            _connector="OR",
                        ),
                        name="actie_afgerond_is_heel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gemis_reden", ""), ("gemist", "")),
                            models.Q(
                                models.Q(("gemist", ""), _negated=True),
                                models.Q(("gemis_reden", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="actie_gemis_is_heel",
                    ),
                    models.UniqueConstraint(fields=("doel", "kenmerk"), name="actie_eenmaal"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Doeluitslag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "evaluatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="doelen",
                        to="casus.evaluatie",
                    ),
                ),
                (
                    "doel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="uitslagen", to="casus.doel"
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
                    ),
                ),
                (
                    "bereikt",
                    models.CharField(
                        choices=[
                            ("bereikt", "Bereikt"),
                            ("deels", "Deels bereikt"),
                            ("niet", "Niet bereikt"),
                        ],
                        max_length=20,
                    ),
                ),
                ("woorden", models.TextField(blank=True, verbose_name="Wat vindt de inwoner ervan?")),
                (
                    "vervolg",
                    models.CharField(
                        choices=[
                            ("doorgaan", "Doorgaan"),
                            ("opschalen", "Zwaardere hulp"),
                            ("afschalen", "Lichtere hulp"),
                            ("stoppen", "Stoppen"),
                        ],
                        max_length=20,
                    ),
                ),
                ("reden", models.TextField(blank=True, verbose_name="Waarom?")),
            ],
            options={
                "verbose_name": "uitslag van een doel",
                "verbose_name_plural": "uitslagen van doelen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="doeluitslag_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bereikt__in", ["bereikt", "deels", "niet"])),
                        name="doeluitslag_bereikt",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("vervolg__in", ["doorgaan", "opschalen", "afschalen", "stoppen"])
                        ),
                        name="doeluitslag_vervolg",
                    ),
                    models.UniqueConstraint(fields=("evaluatie", "doel"), name="doeluitslag_eenmaal"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Akkoord",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="akkoorden", to="casus.plan"
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
                    "oordeel",
                    models.CharField(
                        choices=[
                            ("akkoord", "Eens met het plan"),
                            ("niet_akkoord", "Niet eens met het plan"),
                        ],
                        max_length=20,
                    ),
                ),
                ("op", models.DateField()),
                (
                    "gezegd_door",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("zelf", "De inwoner zelf"),
                                ("ouders", "De ouders met gezag"),
                                ("vertegenwoordiger", "De wettelijk vertegenwoordiger"),
                            ],
                            max_length=20,
                        ),
                        size=None,
                    ),
                ),
                ("toelichting", models.TextField(blank=True, verbose_name="Toelichting")),
            ],
            options={
                "verbose_name": "akkoord",
                "verbose_name_plural": "akkoorden",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="akkoord_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("oordeel__in", ["akkoord", "niet_akkoord"])),
                        name="akkoord_oordeel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gezegd_door__contained_by", ["zelf", "ouders", "vertegenwoordiger"]),
                            models.Q(("gezegd_door", []), _negated=True),
                        ),
                        name="akkoord_gezegd_door",
                    ),
                    models.UniqueConstraint(fields=("plan", "inwoner"), name="akkoord_eenmaal"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Regie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "casus",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="regie", to="casus.casus"
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
                (
                    "rol",
                    models.CharField(
                        choices=[("regisseur", "regisseur"), ("tweede", "tweede")], max_length=10
                    ),
                ),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "regie",
                "verbose_name_plural": "regie",
                "indexes": [
                    models.Index(
                        condition=models.Q(("tot__isnull", True)), fields=["gebruiker"], name="regie_loopt"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("rol__in", ["regisseur", "tweede"])), name="regie_rol"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("van")), _connector="OR"
                        ),
                        name="regie_periode",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("tot__isnull", True)),
                        fields=("casus", "rol"),
                        name="regie_een_per_rol",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Uitkomst",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "evaluatie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="uitkomsten",
                        to="casus.evaluatie",
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
                    ),
                ),
                (
                    "einde",
                    models.CharField(
                        choices=[
                            ("loopt", "De hulp loopt nog"),
                            ("volgens_plan", "Gestopt volgens plan"),
                            ("in_overleg", "Eerder gestopt, samen besloten"),
                            ("door_inwoner", "Eerder gestopt door de inwoner"),
                            ("door_aanbieder", "Eerder gestopt door wie hielp"),
                            ("omstandigheden", "Gestopt door iets van buiten, zoals verhuizen"),
                        ],
                        default="loopt",
                        max_length=20,
                    ),
                ),
                ("cijfer", models.PositiveSmallIntegerField(null=True)),
                (
                    "zonder_hulp",
                    models.CharField(
                        blank=True, choices=[("ja", "Ja"), ("deels", "Deels"), ("nee", "Nee")], max_length=10
                    ),
                ),
                (
                    "minder_problemen",
                    models.CharField(
                        blank=True, choices=[("ja", "Ja"), ("deels", "Deels"), ("nee", "Nee")], max_length=10
                    ),
                ),
            ],
            options={
                "verbose_name": "uitkomst",
                "verbose_name_plural": "uitkomsten",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="uitkomst_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "einde__in",
                                [
                                    "loopt",
                                    "volgens_plan",
                                    "in_overleg",
                                    "door_inwoner",
                                    "door_aanbieder",
                                    "omstandigheden",
                                ],
                            )
                        ),
                        name="uitkomst_einde",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cijfer__isnull", True),
                            models.Q(("cijfer__gte", 1), ("cijfer__lte", 10)),
                            _connector="OR",
                        ),
                        name="uitkomst_cijfer",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("minder_problemen__in", ["", "ja", "deels", "nee"]),
                            ("zonder_hulp__in", ["", "ja", "deels", "nee"]),
                        ),
                        name="uitkomst_mates",
                    ),
                    models.UniqueConstraint(fields=("evaluatie", "inwoner"), name="uitkomst_eenmaal"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Veiligheidsmerk",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="merken", to="casus.casus"
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[("agressie", "Agressie"), ("veiligheid", "Onveilige situatie")],
                        max_length=20,
                    ),
                ),
                ("instructie", models.TextField(blank=True, verbose_name="Wat moet een collega doen?")),
                ("reden", models.TextField(blank=True, verbose_name="Waarom?")),
                (
                    "besloten_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("van", models.DateField(verbose_name="Vanaf")),
                ("tot", models.DateField(verbose_name="Tot en met")),
                ("opgeheven_op", models.DateField(null=True)),
                ("reden_opheffen", models.TextField(blank=True, verbose_name="Waarom niet meer?")),
            ],
            options={
                "verbose_name": "veiligheidsmerk",
                "verbose_name_plural": "veiligheidsmerken",
                "indexes": [
                    models.Index(
                        condition=models.Q(("opgeheven_op__isnull", True)),
                        fields=["inwoner"],
                        name="merk_inwoner",
                    ),
                    models.Index(
                        condition=models.Q(("opgeheven_op__isnull", True)), fields=["tot"], name="merk_einde"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="merk_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("soort__in", ["veiligheid", "agressie"])), name="merk_soort"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("van"))), name="merk_periode"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Veiligheidstaxatie",
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
                        on_delete=django.db.models.deletion.PROTECT, related_name="taxaties", to="casus.casus"
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
                    ),
                ),
                (
                    "oordeel",
                    models.CharField(
                        choices=[
                            ("acuut", "Acuut onveilig"),
                            ("structureel", "Structureel onveilig"),
                            ("geen", "Niet onveilig"),
                        ],
                        max_length=20,
                    ),
                ),
                ("woorden", models.TextField(blank=True, verbose_name="Waar blijkt dat uit?")),
                ("op", models.DateField(verbose_name="Op")),
                ("opnieuw_op", models.DateField(null=True, verbose_name="Opnieuw kijken op")),
                (
                    "door",
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
                "verbose_name": "veiligheidstaxatie",
                "verbose_name_plural": "veiligheidstaxaties",
                "indexes": [
                    models.Index(fields=["casus", "inwoner", "-op", "-id"], name="taxatie_laatste"),
                    models.Index(
                        condition=models.Q(("opnieuw_op__isnull", False)),
                        fields=["opnieuw_op"],
                        name="taxatie_opnieuw_op",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="taxatie_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("oordeel__in", ["acuut", "structureel", "geen"])),
                        name="taxatie_oordeel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("oordeel", "geen"), ("opnieuw_op__isnull", True)),
                            ("opnieuw_op__gt", models.F("op")),
                            _connector="OR",
                        ),
                        name="taxatie_opnieuw",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verslagbrief",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "onderzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="brieven",
                        to="casus.onderzoek",
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
                    ),
                ),
                (
                    "aan",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.persoon",
                    ),
                ),
                ("kader", models.JSONField(null=True)),
            ],
            options={
                "verbose_name": "brief met het verslag",
                "verbose_name_plural": "brieven met het verslag",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("aan__isnull", True)),
                        fields=("onderzoek", "inwoner"),
                        name="verslagbrief_eenmaal",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("aan__isnull", False)),
                        fields=("onderzoek", "aan"),
                        name="verslagbrief_buiten",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="verslagbrief_wet",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verslagdeel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "brief",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="delen",
                        to="casus.verslagbrief",
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
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.dossier"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField(default=0)),
                ("blokken", models.JSONField(null=True)),
            ],
            options={
                "verbose_name": "deel van een verslag",
                "verbose_name_plural": "delen van een verslag",
                "constraints": [
                    models.UniqueConstraint(fields=("brief", "inwoner"), name="verslagdeel_eenmaal"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="verslagdeel_wet",
                    ),
                ],
            },
        ),
    ]
