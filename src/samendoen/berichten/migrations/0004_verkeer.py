"""What was granted of an invoice stands with its message too; of what came before it is taken from the ledger."""

from uuid import NAMESPACE_URL, uuid5

from django.db import migrations, models


def neem_over(apps, schema_editor):
    """Copy the amounts: a line of the ledger has a mark that follows from the identity of its message."""
    Bericht = apps.get_model("berichten", "Bericht")
    Declaratie = apps.get_model("besluiten", "Declaratie")
    geboekt = dict(Declaratie.objects.values_list("kenmerk", "toegekend_eurocent"))
    rijen = Bericht.objects.filter(richting="in", soort__endswith="323").defer("ruw") if geboekt else []
    for rij in rijen:
        if rij.status not in {"verwerkt", "afgekeurd"}:
            continue
        rij.toegekend_eurocent = geboekt.get(
            uuid5(NAMESPACE_URL, f"{rij.afzender}/{rij.soort}/{rij.identificatie}")
        )
        rij.save(update_fields=["toegekend_eurocent"])


class Migration(migrations.Migration):
    dependencies = [
        ("berichten", "0003_verzoek"),
        ("besluiten", "0006_declaratiecodes"),
    ]

    operations = [
        migrations.AddField(
            model_name="bericht",
            name="toegekend_eurocent",
            field=models.BigIntegerField(null=True),
        ),
        migrations.RunPython(neem_over, migrations.RunPython.noop),
    ]
