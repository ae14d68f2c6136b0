"""The tables of inwoners, as first released."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models

import samendoen.inwoners.rules
import samendoen.kernel.velden


class Migration(migrations.Migration):
    """Makes them."""

    initial = True

    dependencies = [
        ("kernel", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Huishouden",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                ("gevormd_op", models.DateField()),
            ],
            options={
                "verbose_name": "huishouden",
                "verbose_name_plural": "huishoudens",
            },
        ),
        migrations.CreateModel(
            name="Inwoner",
            fields=[
                (
                    "inwoner",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
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
                        default="geen",
                        max_length=20,
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
                ("voornamen", models.CharField(blank=True, max_length=200, verbose_name="Voornamen")),
                ("roepnaam", models.CharField(blank=True, max_length=100, verbose_name="Roepnaam")),
                ("voorletters", models.CharField(blank=True, max_length=20, verbose_name="Voorletters")),
                ("tussenvoegsel", models.CharField(blank=True, max_length=30, verbose_name="Tussenvoegsel")),
                ("achternaam", models.CharField(max_length=200, verbose_name="Achternaam")),
                ("naam_zoek", models.CharField(max_length=200)),
                ("geboortedatum", models.DateField(verbose_name="Geboortedatum")),
                (
                    "geslacht",
                    models.CharField(
                        choices=[
                            (samendoen.inwoners.rules.Geslacht["VROUW"], "Vrouw"),
                            (samendoen.inwoners.rules.Geslacht["MAN"], "Man"),
                            (samendoen.inwoners.rules.Geslacht["ONBEKEND"], "Onbekend"),
                        ],
                        default=samendoen.inwoners.rules.Geslacht["ONBEKEND"],
                        max_length=10,
                        verbose_name="Geslacht",
                    ),
                ),
                ("overleden_op", models.DateField(null=True, verbose_name="Overleden op")),
                ("bsn", samendoen.kernel.velden.VersleuteldTekst(null=True)),
                ("bsn_index", samendoen.kernel.velden.BlindeIndex(max_length=32, null=True)),
                ("straat", models.CharField(blank=True, max_length=120, verbose_name="Straat")),
                ("huisnummer", models.CharField(blank=True, max_length=20, verbose_name="Huisnummer")),
                ("postcode", models.CharField(blank=True, max_length=7, verbose_name="Postcode")),
                ("plaats", models.CharField(blank=True, max_length=80, verbose_name="Plaats")),
                ("bag_id", models.CharField(blank=True, max_length=16, verbose_name="BAG-nummer")),
                ("telefoon", models.CharField(blank=True, max_length=30, verbose_name="Telefoon")),
                ("email", models.CharField(blank=True, max_length=200, verbose_name="E-mailadres")),
                ("voorkeurstaal", models.CharField(default="nl", max_length=8, verbose_name="Taal")),
                (
                    "voorkeurskanaal",
                    models.CharField(
                        blank=True,
                        choices=[
                            (samendoen.inwoners.rules.Contactkanaal["TELEFOON"], "Telefoon"),
                            (samendoen.inwoners.rules.Contactkanaal["EMAIL"], "E-mail"),
                            (samendoen.inwoners.rules.Contactkanaal["BRIEF"], "Brief"),
                            (samendoen.inwoners.rules.Contactkanaal["LANGSKOMEN"], "Langskomen"),
                        ],
                        max_length=12,
                        verbose_name="Liefst bereikt per",
                    ),
                ),
                (
                    "laaggeletterd",
                    models.BooleanField(default=False, verbose_name="Moeite met lezen of schrijven"),
                ),
                ("geheimhouding", models.BooleanField(default=False, verbose_name="Geheim adres")),
            ],
            options={
                "verbose_name": "inwoner",
                "verbose_name_plural": "inwoners",
                "indexes": [
                    models.Index(fields=["geboortedatum", "naam_zoek"], name="inwoner_geboorte_naam"),
                    models.Index(
                        condition=models.Q(("postcode", ""), _negated=True),
                        fields=["postcode", "huisnummer"],
                        name="inwoner_adres",
                    ),
                    models.Index(fields=["naam_zoek"], name="inwoner_naam", opclasses=["text_pattern_ops"]),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("bsn_index",), name="inwoner_bsn_uniek"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bsn__isnull", True), ("bsn_index__isnull", True)),
                            models.Q(("bsn__isnull", False), ("bsn_index__isnull", False)),
                            _connector="OR",
                        ),
                        name="inwoner_bsn_heel",
                    ),
                    models.CheckConstraint(condition=models.Q(("wet", "geen")), name="inwoner_wet"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("achternaam", ""), _negated=True),
                            models.Q(("naam_zoek", ""), _negated=True),
                        ),
                        name="inwoner_heeft_naam",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "geslacht__in",
                                [
                                    samendoen.inwoners.rules.Geslacht["MAN"],
                                    samendoen.inwoners.rules.Geslacht["VROUW"],
                                    samendoen.inwoners.rules.Geslacht["ONBEKEND"],
                                ],
                            )
                        ),
                        name="inwoner_geslacht",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "voorkeurskanaal__in",
                                [
                                    "",
                                    samendoen.inwoners.rules.Contactkanaal["TELEFOON"],
                                    samendoen.inwoners.rules.Contactkanaal["EMAIL"],
                                    samendoen.inwoners.rules.Contactkanaal["BRIEF"],
                                    samendoen.inwoners.rules.Contactkanaal["LANGSKOMEN"],
                                ],
                            )
                        ),
                        name="inwoner_kanaal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("postcode", ""), ("postcode__regex", "^[1-9][0-9]{3} [A-Z]{2}$"), _connector="OR"
                        ),
                        name="inwoner_postcode",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("overleden_op__isnull", True),
                            ("overleden_op__gte", models.F("geboortedatum")),
                            _connector="OR",
                        ),
                        name="inwoner_overleden_na_geboorte",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Gezag",
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
                        default="geen",
                        max_length=20,
                    ),
                ),
                (
                    "gezaghebber",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.persoon"
                    ),
                ),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "gezag",
                "verbose_name_plural": "gezag",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("wet", "geen")), name="gezag_wet"),
                    models.CheckConstraint(
                        condition=models.Q(("inwoner", models.F("gezaghebber")), _negated=True),
                        name="gezag_over_ander",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("van")), _connector="OR"
                        ),
                        name="gezag_periode",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                models.Func(
                                    models.F("inwoner_id"),
                                    models.F("inwoner_id"),
                                    models.Value("[]"),
                                    function="int8range",
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    models.F("gezaghebber_id"),
                                    models.F("gezaghebber_id"),
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
                        name="gezag_niet_dubbel",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Gezinslid",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "huishouden",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leden",
                        to="inwoners.huishouden",
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
                        default="geen",
                        max_length=20,
                    ),
                ),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            (samendoen.inwoners.rules.Gezinsrol["OUDER"], "Ouder"),
                            (samendoen.inwoners.rules.Gezinsrol["PARTNER"], "Partner"),
                            (samendoen.inwoners.rules.Gezinsrol["KIND"], "Kind"),
                            (samendoen.inwoners.rules.Gezinsrol["OVERIG"], "Andere huisgenoot"),
                        ],
                        max_length=10,
                        verbose_name="Rol",
                    ),
                ),
                ("hoofdverblijf", models.BooleanField(default=True)),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "gezinslid",
                "verbose_name_plural": "gezinsleden",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("wet", "geen")), name="gezinslid_wet"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "rol__in",
                                [
                                    samendoen.inwoners.rules.Gezinsrol["OUDER"],
                                    samendoen.inwoners.rules.Gezinsrol["KIND"],
                                    samendoen.inwoners.rules.Gezinsrol["PARTNER"],
                                    samendoen.inwoners.rules.Gezinsrol["OVERIG"],
                                ],
                            )
                        ),
                        name="gezinslid_rol",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("hoofdverblijf", True),
                            ("rol", samendoen.inwoners.rules.Gezinsrol["KIND"]),
                            _connector="OR",
                        ),
                        name="gezinslid_tweede_huis_is_van_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("van")), _connector="OR"
                        ),
                        name="gezinslid_periode",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            (
                                models.Func(
                                    models.F("huishouden_id"),
                                    models.F("huishouden_id"),
                                    models.Value("[]"),
                                    function="int8range",
                                ),
                                "&&",
                            ),
                            (
                                models.Func(
                                    models.F("inwoner_id"),
                                    models.F("inwoner_id"),
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
                        name="gezinslid_niet_dubbel",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("hoofdverblijf", True)),
                        expressions=[
                            (
                                models.Func(
                                    models.F("inwoner_id"),
                                    models.F("inwoner_id"),
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
                        name="gezinslid_een_hoofdverblijf",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("hoofdverblijf", False)),
                        expressions=[
                            (
                                models.Func(
                                    models.F("inwoner_id"),
                                    models.F("inwoner_id"),
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
                        name="gezinslid_een_tweede_huis",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Relatie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kenmerk", models.UUIDField(unique=True)),
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
                        default="geen",
                        max_length=20,
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            (samendoen.inwoners.rules.Relatiesoort["MANTELZORGER"], "Mantelzorger"),
                            (samendoen.inwoners.rules.Relatiesoort["NETWERK"], "Iemand uit het netwerk"),
                            (
                                samendoen.inwoners.rules.Relatiesoort["VERTEGENWOORDIGER"],
                                "Wettelijk vertegenwoordiger",
                            ),
                            (samendoen.inwoners.rules.Relatiesoort["CURATOR"], "Curator"),
                            (samendoen.inwoners.rules.Relatiesoort["MENTOR"], "Mentor"),
                            (samendoen.inwoners.rules.Relatiesoort["BEWINDVOERDER"], "Bewindvoerder"),
                            (samendoen.inwoners.rules.Relatiesoort["GEMACHTIGDE"], "Gemachtigde"),
                        ],
                        max_length=20,
                        verbose_name="Soort",
                    ),
                ),
                (
                    "ander",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.persoon",
                    ),
                ),
                ("naam", models.CharField(blank=True, max_length=200, verbose_name="Naam")),
                ("telefoon", models.CharField(blank=True, max_length=30, verbose_name="Telefoon")),
                ("adres", models.CharField(blank=True, max_length=200, verbose_name="Postadres")),
                ("toelichting", models.CharField(blank=True, max_length=200, verbose_name="Toelichting")),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
            ],
            options={
                "verbose_name": "relatie",
                "verbose_name_plural": "relaties",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("wet", "geen")), name="relatie_wet"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "soort__in",
                                [
                                    samendoen.inwoners.rules.Relatiesoort["MANTELZORGER"],
                                    samendoen.inwoners.rules.Relatiesoort["NETWERK"],
                                    samendoen.inwoners.rules.Relatiesoort["VERTEGENWOORDIGER"],
                                    samendoen.inwoners.rules.Relatiesoort["CURATOR"],
                                    samendoen.inwoners.rules.Relatiesoort["MENTOR"],
                                    samendoen.inwoners.rules.Relatiesoort["BEWINDVOERDER"],
                                    samendoen.inwoners.rules.Relatiesoort["GEMACHTIGDE"],
                                ],
                            )
                        ),
                        name="relatie_soort",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ander__isnull", False), ("naam", "")),
                            models.Q(("ander__isnull", True), models.Q(("naam", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="relatie_inwoner_of_naam",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ander__isnull", True),
                            models.Q(("ander", models.F("inwoner")), _negated=True),
                            _connector="OR",
                        ),
                        name="relatie_met_ander",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("van")), _connector="OR"
                        ),
                        name="relatie_periode",
                    ),
                ],
            },
        ),
    ]
