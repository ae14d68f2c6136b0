"""What is wrong with the folders of the traffic, for the screen of messages and for `samendoen check`."""

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from samendoen.berichten.transport.ruimte import mapstand


def bezwaren() -> list[tuple[str, str]]:
    """Return (what is wrong, what to do); nothing when all is well. It asks the disk, not the database."""
    stand = mapstand(settings.SAMENDOEN_BERICHTEN)
    if not stand.leesbaar:
        return [
            (
                _("De map met berichten is niet te lezen."),
                _("Laat functioneel beheer de rechten op die map nakijken. Tot dan komt en gaat er niets."),
            )
        ]
    gevonden = []
    if stand.vol:
        gevonden.append(
            (
                _("De schijf voor berichten is bijna vol: nog %(vrij)s MB vrij.")
                % {"vrij": stand.vrij // 2**20},
                _("Laat functioneel beheer ruimte maken. Er is niets kwijt: wat niet past, wacht."),
            )
        )
    if stand.wachtend:
        gevonden.append(
            (
                ngettext(
                    "%(aantal)s bestand van een aanbieder ligt langer dan tien minuten te wachten.",
                    "%(aantal)s bestanden van aanbieders liggen langer dan tien minuten te wachten.",
                    stand.wachtend,
                )
                % {"aantal": stand.wachtend},
                _("Laat functioneel beheer nakijken of de verwerking loopt en of er ruimte is."),
            )
        )
    return gevonden
