"""The tables of berichten, as first released."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import samendoen.kernel.velden


class Migration(migrations.Migration):
    """Makes them."""

    initial = True

    dependencies = [
        ("besluiten", "0001_initial"),
        ("kernel", "0001_initial"),
        ("toegang", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Bericht",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("richting", models.CharField(choices=[("in", "in"), ("uit", "uit")], max_length=3)),
                ("soort", models.CharField(blank=True, max_length=6)),
                ("afzender", models.CharField(blank=True, max_length=8)),
                ("ontvanger", models.CharField(blank=True, max_length=8)),
                ("identificatie", models.CharField(blank=True, max_length=12)),
                ("dagtekening", models.DateField(null=True)),
                ("sha256", models.CharField(max_length=64)),
                ("ruw", samendoen.kernel.velden.VersleuteldeBytes(null=True)),
                ("levering", models.UUIDField(null=True, unique=True)),
                ("naam", models.CharField(blank=True, max_length=60)),
                ("referentie", models.UUIDField(null=True)),
                ("envelop", models.JSONField(default=dict)),
                ("op", models.DateTimeField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("ontvangen", "ontvangen"),
                            ("verwerkt", "verwerkt"),
                            ("afgekeurd", "afgekeurd"),
                            ("geweigerd", "geweigerd"),
                            ("dubbel", "dubbel"),
                            ("afwijkend", "afwijkend"),
                            ("klaar", "klaar"),
                            ("aangeboden", "aangeboden"),
                            ("beantwoord", "beantwoord"),
                            ("mislukt", "mislukt"),
                        ],
                        max_length=12,
                    ),
                ),
                ("fout", models.SlugField(blank=True, max_length=20)),
                ("bevindingen", models.JSONField(default=list)),
                ("verwerkt_op", models.DateTimeField(null=True)),
                ("aangeboden_op", models.DateTimeField(null=True)),
                ("pogingen", models.PositiveIntegerField(default=0)),
                ("opnieuw_op", models.DateTimeField(null=True)),
                ("afgehandeld_op", models.DateField(null=True)),
                ("toegekend_eurocent", models.BigIntegerField(null=True)),
                (
                    "antwoord_op",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="antwoorden",
                        to="berichten.bericht",
                    ),
                ),
                (
                    "eerste",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="berichten.bericht",
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
                    "inwoner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.persoon",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.dossier",
                    ),
                ),
            ],
            options={
                "verbose_name": "bericht",
                "verbose_name_plural": "berichten",
                "indexes": [
                    models.Index(
                        condition=models.Q(("status__in", ["ontvangen", "klaar"])),
                        fields=["status", "id"],
                        name="bericht_wacht",
                    ),
                    models.Index(fields=["status", "op"], name="bericht_status_op"),
                    models.Index(fields=["inwoner", "wet"], name="bericht_inwoner"),
                    models.Index(
                        condition=models.Q(("referentie__isnull", False)),
                        fields=["referentie"],
                        name="bericht_referentie",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="bericht_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("richting", "in"),
                                (
                                    "status__in",
                                    [
                                        "afgekeurd",
                                        "afwijkend",
                                        "dubbel",
                                        "geweigerd",
                                        "ontvangen",
                                        "verwerkt",
                                    ],
                                ),
                            ),
                            models.Q(
                                ("richting", "uit"),
                                ("status__in", ["aangeboden", "beantwoord", "klaar", "mislukt"]),
                            ),
                            _connector="OR",
                        ),
                        name="bericht_status",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            models.Q(("status__in", ["afwijkend", "dubbel", "geweigerd"]), _negated=True),
                            models.Q(("identificatie", ""), _negated=True),
                        ),
                        fields=("afzender", "soort", "identificatie"),
                        name="bericht_identiteit",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("status__in", ["afwijkend", "dubbel", "geweigerd"]), _negated=True
                        ),
                        fields=("antwoord_op",),
                        name="bericht_een_antwoord",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Berichtregel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bericht",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="regels",
                        to="berichten.bericht",
                    ),
                ),
                ("volgnummer", models.PositiveIntegerField()),
                ("klasse", models.CharField(max_length=40)),
                ("pad", models.CharField(max_length=200)),
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
                        default="geen",
                        max_length=20,
                    ),
                ),
                (
                    "retourcodes",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=4), default=list, size=None
                    ),
                ),
                ("vingerafdruk", models.CharField(blank=True, max_length=64)),
                ("toegewezen_op", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "regel van een bericht",
                "verbose_name_plural": "regels van een bericht",
                "indexes": [
                    models.Index(fields=["toewijzing"], name="berichtregel_toewijzing"),
                    models.Index(fields=["inwoner", "wet"], name="berichtregel_inwoner"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="berichtregel_wet",
                    ),
                    models.UniqueConstraint(fields=("bericht", "volgnummer"), name="berichtregel_volgorde"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verzoek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bericht",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verzoeken",
                        to="berichten.bericht",
                    ),
                ),
                ("aanbieder", models.CharField(max_length=8)),
                ("referentie", models.CharField(blank=True, max_length=36)),
                ("dagtekening", models.DateField()),
                ("ontvangen_op", models.DateField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("ontvangen", "ontvangen"),
                            ("in_onderzoek", "in_onderzoek"),
                            ("toegewezen", "toegewezen"),
                            ("afgewezen", "afgewezen"),
                        ],
                        max_length=12,
                    ),
                ),
                ("gevraagd", models.JSONField(default=list)),
                ("reden", models.CharField(blank=True, max_length=2)),
                (
                    "antwoord",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="berichten.bericht",
                    ),
                ),
                (
                    "toewijzingen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), default=list, size=None
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
                    "inwoner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.persoon",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.dossier",
                    ),
                ),
            ],
            options={
                "verbose_name": "verzoek van een aanbieder",
                "verbose_name_plural": "verzoeken van aanbieders",
                "indexes": [
                    models.Index(
                        condition=models.Q(("status__in", ["in_onderzoek", "ontvangen"])),
                        fields=["status", "id"],
                        name="verzoek_loopt",
                    ),
                    models.Index(fields=["inwoner", "wet"], name="verzoek_inwoner"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wet__in", ["wmo", "jeugd", "participatie", "schuldhulp", "geen"])
                        ),
                        name="verzoek_wet",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["ontvangen", "in_onderzoek", "toegewezen", "afgewezen"])
                        ),
                        name="verzoek_status",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("referentie", ""), _negated=True),
                        fields=("aanbieder", "wet", "referentie"),
                        name="verzoek_referentie",
                    ),
                ],
            },
        ),
    ]
