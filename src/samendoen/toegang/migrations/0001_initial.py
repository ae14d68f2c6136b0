"""The tables of toegang, as first released."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import samendoen.toegang.rules.melding


class Migration(migrations.Migration):
    """Makes them."""

    initial = True

    dependencies = [
        ("kaart", "0001_initial"),
        ("kernel", "0001_initial"),
        ("kernel", "__first__"),
        ("organisatie", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Melding",
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
                    models.OneToOneField(
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
                        verbose_name="Wettelijk kader",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organisatie.team"
                    ),
                ),
                (
                    "kanaal",
                    models.CharField(
                        choices=[
                            (samendoen.toegang.rules.melding.Kanaal["TELEFOON"], "Telefoon"),
                            (samendoen.toegang.rules.melding.Kanaal["WEBSITE"], "Website"),
                            (samendoen.toegang.rules.melding.Kanaal["INLOOP"], "Inloop"),
                            (samendoen.toegang.rules.melding.Kanaal["SPREEKUUR"], "Spreekuur"),
                            (samendoen.toegang.rules.melding.Kanaal["SCHOOL"], "School"),
                            (samendoen.toegang.rules.melding.Kanaal["HUISARTS"], "Huisarts"),
                            (samendoen.toegang.rules.melding.Kanaal["POLITIE"], "Politie"),
                            (samendoen.toegang.rules.melding.Kanaal["VEILIG_THUIS"], "Veilig Thuis"),
                            (samendoen.toegang.rules.melding.Kanaal["MELDPUNT_BEZORGD"], "Meldpunt Bezorgd"),
                            (samendoen.toegang.rules.melding.Kanaal["VROEGSIGNAAL"], "Vroegsignaal schulden"),
                            (samendoen.toegang.rules.melding.Kanaal["AANBIEDER"], "Aanbieder"),
                            (samendoen.toegang.rules.melding.Kanaal["JEUGDBESCHERMING"], "Jeugdbescherming"),
                        ],
                        max_length=20,
                        verbose_name="Kanaal",
                    ),
                ),
                ("ontvangen_op", models.DateField(verbose_name="Ontvangen op")),
                ("vraag", models.TextField(blank=True, verbose_name="De vraag")),
                (
                    "status",
                    models.CharField(
                        choices=[
                            (samendoen.toegang.rules.melding.Status["OPEN"], "Open"),
                            (samendoen.toegang.rules.melding.Status["AFGEHANDELD"], "Afgehandeld"),
                            (samendoen.toegang.rules.melding.Status["INGETROKKEN"], "Ingetrokken"),
                        ],
                        default=samendoen.toegang.rules.melding.Status["OPEN"],
                        max_length=20,
                    ),
                ),
                (
                    "uitkomst",
                    models.CharField(
                        blank=True,
                        choices=[
                            (
                                samendoen.toegang.rules.melding.Uitkomst["INFORMATIE_EN_ADVIES"],
                                "Informatie en advies gegeven",
                            ),
                            (
                                samendoen.toegang.rules.melding.Uitkomst["ONDERZOCHT"],
                                "Onderzocht, verslag verstuurd",
                            ),
                            (
                                samendoen.toegang.rules.melding.Uitkomst["DOORVERWEZEN"],
                                "Warm overgedragen aan een andere organisatie",
                            ),
                            (samendoen.toegang.rules.melding.Uitkomst["LOSGELATEN"], "Losgelaten na ErOpAf"),
                        ],
                        max_length=30,
                    ),
                ),
                ("afgehandeld_op", models.DateField(null=True)),
                (
                    "mede_kaders",
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
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "leefgebieden",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                ("spoed", models.BooleanField(default=False, verbose_name="Spoed")),
                (
                    "melder",
                    models.CharField(
                        choices=[
                            (samendoen.toegang.rules.melding.Melder["ZELF"], "De inwoner zelf"),
                            (samendoen.toegang.rules.melding.Melder["ANDER"], "Iemand anders"),
                            (samendoen.toegang.rules.melding.Melder["ANONIEM"], "Anoniem"),
                        ],
                        default=samendoen.toegang.rules.melding.Melder["ZELF"],
                        max_length=20,
                        verbose_name="Wie meldt",
                    ),
                ),
                ("vrijwillig", models.BooleanField(default=True, verbose_name="Vrijwillig")),
                (
                    "zorgvrager",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (0, "Niet bekend"),
                            (1, "Vindt zelf de weg"),
                            (2, "Vindt de weg niet"),
                            (3, "Wil geen hulp"),
                        ],
                        default=0,
                        verbose_name="Zorgvrager",
                    ),
                ),
                ("herkend", models.BooleanField(default=False)),
                (
                    "route",
                    models.CharField(
                        blank=True,
                        choices=[
                            (samendoen.toegang.rules.melding.Route["TEAM"], "Naar een team"),
                            (
                                samendoen.toegang.rules.melding.Route["INFORMATIE_EN_ADVIES"],
                                "Informatie en advies",
                            ),
                            (samendoen.toegang.rules.melding.Route["WARME_OVERDRACHT"], "Warme overdracht"),
                            (samendoen.toegang.rules.melding.Route["SPOED"], "Spoed"),
                            (samendoen.toegang.rules.melding.Route["EROPAF"], "Eropaf"),
                        ],
                        max_length=30,
                        verbose_name="Route",
                    ),
                ),
                ("getrieerd_op", models.DateField(null=True)),
                ("triageregel", models.SlugField(blank=True, max_length=80)),
                (
                    "organisatie",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kaart.organisatie",
                    ),
                ),
                ("contact", models.CharField(blank=True, max_length=120, verbose_name="Contactpersoon")),
                ("opvolgen_op", models.DateField(null=True)),
                ("bevestigd_op", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "melding",
                "verbose_name_plural": "meldingen",
                "indexes": [
                    models.Index(fields=["team", "-ontvangen_op", "-id"], name="melding_team_ontvangen"),
                    models.Index(fields=["-ontvangen_op", "-id"], name="melding_ontvangen"),
                    models.Index(
                        condition=models.Q(
                            ("route", ""), ("status", samendoen.toegang.rules.melding.Status["OPEN"])
                        ),
                        fields=["ontvangen_op"],
                        name="melding_te_trieren",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("route__in", ["spoed", "team"]),
                            ("status", samendoen.toegang.rules.melding.Status["OPEN"]),
                        ),
                        fields=["team", "ontvangen_op"],
                        name="melding_wacht",
                    ),
                    models.Index(
                        condition=models.Q(("opvolgen_op__isnull", False)),
                        fields=["opvolgen_op"],
                        name="melding_opvolgen",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="melding_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kanaal__in",
                                [
                                    samendoen.toegang.rules.melding.Kanaal["TELEFOON"],
                                    samendoen.toegang.rules.melding.Kanaal["WEBSITE"],
                                    samendoen.toegang.rules.melding.Kanaal["INLOOP"],
                                    samendoen.toegang.rules.melding.Kanaal["SPREEKUUR"],
                                    samendoen.toegang.rules.melding.Kanaal["SCHOOL"],
                                    samendoen.toegang.rules.melding.Kanaal["HUISARTS"],
                                    samendoen.toegang.rules.melding.Kanaal["POLITIE"],
                                    samendoen.toegang.rules.melding.Kanaal["VEILIG_THUIS"],
                                    samendoen.toegang.rules.melding.Kanaal["MELDPUNT_BEZORGD"],
                                    samendoen.toegang.rules.melding.Kanaal["VROEGSIGNAAL"],
                                    samendoen.toegang.rules.melding.Kanaal["AANBIEDER"],
                                    samendoen.toegang.rules.melding.Kanaal["JEUGDBESCHERMING"],
                                ],
                            )
                        ),
                        name="melding_kanaal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    samendoen.toegang.rules.melding.Status["OPEN"],
                                    samendoen.toegang.rules.melding.Status["AFGEHANDELD"],
                                    samendoen.toegang.rules.melding.Status["INGETROKKEN"],
                                ],
                            )
                        ),
                        name="melding_status",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("afgehandeld_op__isnull", False),
                                ("status", samendoen.toegang.rules.melding.Status["AFGEHANDELD"]),
                                (
                                    "uitkomst__in",
                                    [
                                        samendoen.toegang.rules.melding.Uitkomst["INFORMATIE_EN_ADVIES"],
                                        samendoen.toegang.rules.melding.Uitkomst["ONDERZOCHT"],
                                        samendoen.toegang.rules.melding.Uitkomst["DOORVERWEZEN"],
                                        samendoen.toegang.rules.melding.Uitkomst["LOSGELATEN"],
                                    ],
                                ),
                            ),
                            models.Q(
                                ("afgehandeld_op__isnull", True),
                                (
                                    "status__in",
                                    [
                                        samendoen.toegang.rules.melding.Status["OPEN"],
                                        samendoen.toegang.rules.melding.Status["INGETROKKEN"],
                                    ],
                                ),
                                ("uitkomst", ""),
                            ),
                            _connector="OR",
                        ),
                        name="melding_afgehandeld_is_heel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("afgehandeld_op__isnull", True),
                            ("afgehandeld_op__gte", models.F("ontvangen_op")),
                            _connector="OR",
                        ),
                        name="melding_afgehandeld_na_ontvangst",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "mede_kaders__contained_by",
                                ["wmo", "jeugd", "participatie", "schuldhulp", "geen"],
                            )
                        ),
                        name="melding_mede_kaders",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "melder__in",
                                [
                                    samendoen.toegang.rules.melding.Melder["ZELF"],
                                    samendoen.toegang.rules.melding.Melder["ANDER"],
                                    samendoen.toegang.rules.melding.Melder["ANONIEM"],
                                ],
                            )
                        ),
                        name="melding_melder",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("zorgvrager__in", [0, 1, 2, 3])), name="melding_zorgvrager"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("getrieerd_op__isnull", True), ("route", ""), ("triageregel", "")),
                            models.Q(
                                ("getrieerd_op__isnull", False),
                                (
                                    "route__in",
                                    [
                                        samendoen.toegang.rules.melding.Route["TEAM"],
                                        samendoen.toegang.rules.melding.Route["INFORMATIE_EN_ADVIES"],
                                        samendoen.toegang.rules.melding.Route["WARME_OVERDRACHT"],
                                        samendoen.toegang.rules.melding.Route["SPOED"],
                                        samendoen.toegang.rules.melding.Route["EROPAF"],
                                    ],
                                ),
                                models.Q(("triageregel", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="melding_triage_is_heel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("organisatie__isnull", False),
                                ("route", samendoen.toegang.rules.melding.Route["WARME_OVERDRACHT"]),
                            ),
                            models.Q(
                                models.Q(
                                    ("route", samendoen.toegang.rules.melding.Route["WARME_OVERDRACHT"]),
                                    _negated=True,
                                ),
                                ("contact", ""),
                                ("opvolgen_op__isnull", True),
                                ("organisatie__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="melding_overdracht_is_heel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("getrieerd_op__isnull", True),
                            ("getrieerd_op__gte", models.F("ontvangen_op")),
                            _connector="OR",
                        ),
                        name="melding_getrieerd_na_ontvangst",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("bevestigd_op__isnull", True),
                            ("bevestigd_op__gte", models.F("ontvangen_op")),
                            _connector="OR",
                        ),
                        name="melding_bevestigd_na_ontvangst",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Eropaf",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "melding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="eropafs",
                        to="toegang.melding",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("loopt", "Loopt"),
                            ("losgelaten", "Losgelaten"),
                            ("overgedragen", "Overgedragen"),
                            ("casus", "Verder in een casus"),
                            ("vervallen", "Vervallen: de melding is ingetrokken"),
                        ],
                        default="loopt",
                        max_length=20,
                    ),
                ),
                ("begonnen_op", models.DateField()),
                ("beeindigd_op", models.DateField(null=True)),
                ("laatste_poging_op", models.DateField(null=True)),
                ("volgende_op", models.DateField(null=True)),
                ("verkenning_op", models.DateField(null=True)),
                (
                    "verkenning_uitkomst",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("aanvragen", "Een zorgmachtiging aanvragen bij de officier van justitie"),
                            ("niet_aanvragen", "Geen zorgmachtiging aanvragen"),
                        ],
                        max_length=20,
                    ),
                ),
            ],
            options={
                "verbose_name": "ErOpAf",
                "verbose_name_plural": "ErOpAf",
                "indexes": [
                    models.Index(
                        condition=models.Q(("status", "loopt")),
                        fields=["volgende_op"],
                        name="eropaf_volgende",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "loopt")),
                        fields=("melding",),
                        name="eropaf_loopt_eenmaal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("beeindigd_op__isnull", True),
                                ("status", "loopt"),
                                ("volgende_op__isnull", False),
                            ),
                            models.Q(
                                ("beeindigd_op__gte", models.F("begonnen_op")),
                                ("status__in", ["losgelaten", "overgedragen", "casus", "vervallen"]),
                                ("volgende_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="eropaf_is_heel",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("verkenning_uitkomst", ""), ("verkenning_op__isnull", False), _connector="OR"
                        ),
                        name="eropaf_verkenning_is_heel",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Contactpoging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "eropaf",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pogingen",
                        to="toegang.eropaf",
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
                ("op", models.DateField()),
                (
                    "wijze",
                    models.CharField(
                        choices=[
                            ("huisbezoek", "Aan de deur"),
                            ("telefoon", "Telefoon"),
                            ("brief", "Brief of kaartje"),
                            ("bericht", "App of e-mail"),
                            ("via_ander", "Via iemand anders"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "uitkomst",
                    models.CharField(
                        choices=[
                            ("niet_bereikt", "Niet bereikt"),
                            ("afgehouden", "Houdt het af"),
                            ("gesproken", "Gesproken"),
                            ("afspraak", "Afspraak gemaakt"),
                            ("wil_hulp", "Wil hulp"),
                        ],
                        max_length=20,
                    ),
                ),
                ("woorden", models.TextField(blank=True)),
                (
                    "door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("ingetrokken", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "contactpoging",
                "verbose_name_plural": "contactpogingen",
            },
        ),
        migrations.CreateModel(
            name="Eropafbesluit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "eropaf",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="besluiten",
                        to="toegang.eropaf",
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
                    "besluit",
                    models.CharField(
                        choices=[
                            ("doorgaan", "Doorgaan met contact zoeken"),
                            ("loslaten_na_hulp", "Loslaten: er is hulp"),
                            ("loslaten", "Loslaten om een andere reden"),
                            ("casus", "Een casus openen"),
                            ("verkennend_onderzoek", "Verkennend onderzoek (Wvggz)"),
                            ("verkenning_verteld", "Uitkomst van het verkennend onderzoek verteld"),
                            ("overdragen", "Overdragen"),
                        ],
                        max_length=30,
                    ),
                ),
                ("op", models.DateField()),
                ("motivering", models.TextField(blank=True)),
                (
                    "door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("ingetrokken", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "besluit van ErOpAf",
                "verbose_name_plural": "besluiten van ErOpAf",
            },
        ),
        migrations.CreateModel(
            name="Overbrugging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "melding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overbruggingen",
                        to="toegang.melding",
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
                    "aanbod",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kaart.aanbod",
                    ),
                ),
                ("tekst", models.TextField(blank=True, verbose_name="Wat helpt zolang")),
                ("van", models.DateField(verbose_name="Vanaf")),
                ("tot", models.DateField(null=True, verbose_name="Tot")),
                ("ingetrokken", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "overbrugging",
                "verbose_name_plural": "overbruggingen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="overbrugging_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("van")), _connector="OR"
                        ),
                        name="overbrugging_periode",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Routekeuze",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "melding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="routekeuze",
                        to="toegang.melding",
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
                ("route", models.SlugField(blank=True, max_length=60)),
                ("antwoorden", models.JSONField(default=dict)),
                (
                    "bewijs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.SlugField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
            ],
            options={
                "verbose_name": "korte route",
                "verbose_name_plural": "korte routes",
            },
        ),
        migrations.CreateModel(
            name="Wachtcontact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "melding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wachtcontacten",
                        to="toegang.melding",
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
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("op", models.DateField(verbose_name="Gebeld op")),
                (
                    "uitkomst",
                    models.CharField(
                        choices=[
                            ("gesproken", "Gesproken"),
                            ("bericht", "Bericht achtergelaten"),
                            ("niet_bereikt", "Niet bereikt"),
                        ],
                        max_length=20,
                    ),
                ),
                ("woorden", models.TextField(blank=True, verbose_name="Wat is er gezegd")),
                ("volgende_op", models.DateField(verbose_name="Volgend contact")),
                ("verwachte_weken", models.PositiveSmallIntegerField(null=True)),
                ("ingetrokken", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "contact op de wachtlijst",
                "verbose_name_plural": "contacten op de wachtlijst",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="wachtcontact_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("uitkomst__in", ["gesproken", "bericht", "niet_bereikt"])),
                        name="wachtcontact_uitkomst",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("volgende_op__gt", models.F("op"))),
                        name="wachtcontact_volgende_later",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Wachtplek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "melding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wachtplek",
                        to="toegang.melding",
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
                    "prioriteit",
                    models.SlugField(blank=True, db_index=False, max_length=60, verbose_name="Prioriteit"),
                ),
                ("reden", models.TextField(blank=True, verbose_name="Waarom deze prioriteit")),
                ("contact_op", models.DateField(null=True)),
                ("volgende_op", models.DateField(null=True)),
                ("verteld_op", models.DateField(null=True)),
                ("verwachte_weken", models.PositiveSmallIntegerField(null=True)),
            ],
            options={
                "verbose_name": "plek op de wachtlijst",
                "verbose_name_plural": "plekken op de wachtlijst",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="wachtplek_wet",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Zorgmelding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "melding",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="zorgmelding",
                        to="toegang.melding",
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
                ("aanduiding", models.CharField(blank=True, max_length=200)),
                ("anoniem", models.BooleanField()),
                ("melder_naam", models.CharField(blank=True, max_length=120)),
                ("melder_telefoon", models.CharField(blank=True, max_length=30)),
                ("melder_relatie", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "verbose_name": "zorgmelding",
                "verbose_name_plural": "zorgmeldingen",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("anoniem", False),
                            models.Q(("melder_naam", ""), ("melder_relatie", ""), ("melder_telefoon", "")),
                            _connector="OR",
                        ),
                        name="zorgmelding_anoniem_is_leeg",
                    )
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
                ("kenmerk", models.UUIDField(unique=True)),
                (
                    "kanaal",
                    models.CharField(
                        choices=[
                            ("telefoon", "Telefoon"),
                            ("website", "Website"),
                            ("inloop", "Inloop"),
                            ("spreekuur", "Spreekuur"),
                            ("school", "School"),
                            ("huisarts", "Huisarts"),
                            ("politie", "Politie"),
                            ("veilig_thuis", "Veilig Thuis"),
                            ("meldpunt_bezorgd", "Meldpunt Bezorgd"),
                            ("vroegsignaal", "Vroegsignaal schulden"),
                            ("aanbieder", "Aanbieder"),
                            ("jeugdbescherming", "Jeugdbescherming"),
                        ],
                        max_length=20,
                    ),
                ),
                ("leefgebied", models.SlugField(blank=True, max_length=60)),
                (
                    "antwoord",
                    models.CharField(
                        choices=[
                            ("uitleg", "Uitleg gegeven"),
                            ("aanbod", "Gewezen op aanbod voor iedereen"),
                            ("verwezen", "Verwezen naar een andere organisatie"),
                            ("geen_hulp", "Hier is geen hulp voor"),
                        ],
                        max_length=20,
                    ),
                ),
                ("op", models.DateField()),
                (
                    "door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("ingetrokken", models.BooleanField(default=False)),
            ],
            options={
                "verbose_name": "advies",
                "verbose_name_plural": "adviezen",
                "indexes": [models.Index(fields=["door", "op"], name="advies_door_op")],
            },
        ),
    ]
