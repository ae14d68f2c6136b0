"""Level 1: what is wrong with the form of a message, where, and what to do about it."""

import pytest

from samendoen.berichten.rules.bericht import Bevinding
from samendoen.berichten.rules.soorten import SOORTEN, Klasse
from samendoen.berichten.rules.waarden import Enkel
from samendoen.berichten.xml.controleren import controleer
from samendoen.berichten.xml.lezen import lees
from tests.berichten import goud

KOP = "/Bericht/Header"
PRODUCT = "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]"


def bevindingen(code: str, van: str, naar: str) -> list[tuple[str, str, str]]:
    """Return (rule, path, sentence) for the golden message in which the first `van` became `naar`."""
    tekst = goud(code).decode()
    assert van in tekst
    gelezen = lees(tekst.replace(van, naar, 1).encode())
    assert all(b.niveau == 1 for b in gelezen.bevindingen)
    return [(b.regel, b.pad, b.melding) for b in gelezen.bevindingen]


@pytest.mark.parametrize(
    ("van", "naar", "regel", "pad", "zin"),
    [
        ("<Geslacht>2</Geslacht>", "", "XSD", "/Bericht/Client/Geslacht", "Voeg Geslacht toe"),
        (
            "<Geslacht>2</Geslacht>",
            "<Geslacht>2</Geslacht><Geslacht>2</Geslacht>",
            *("XSD", "/Bericht/Client/Geslacht", "Laat Geslacht één keer staan."),
        ),
        (
            "<Afzender>1961</Afzender>\r\n    <Ontvanger>41414141</Ontvanger>",
            "<Ontvanger>41414141</Ontvanger><Afzender>1961</Afzender>",
            *("XSD", f"{KOP}/Afzender", "Zet Afzender vóór Ontvanger."),
        ),
        ("<Geslacht>2<", "<Geslacht><b>2</b><", "XSD", "/Bericht/Client/Geslacht", "hoort tekst te staan"),
        ("<Bsn>", "los <Bsn>", "XSD", "/Bericht/Client", "losse tekst"),
        ("<Bsn>", '<Bsn nr="1">', "XSD", "/Bericht/Client/Bsn", "Haal het attribuut nr weg."),
        (
            "<Bsn>",
            "<Onzin/><Bsn>",
            "XSD",
            "/Bericht/Client/Onzin",
            "Onzin hoort niet in Client: haal het weg.",
        ),
        (
            *("<Bsn>", "<iwmo:Bsn>999990019</iwmo:Bsn><Bsn>", "XSD", "/Bericht/Client/Bsn"),
            "gebruik http://www.istandaarden.nl/iwmo/3_2/wmo301/schema",
        ),
        ("<BerichtCode>414<", "<BerichtCode>415<", "RS047", f"{KOP}/BerichtCode", "Vul 414 in."),
        ("<BerichtVersie>3<", "<BerichtVersie>4<", "CS025", f"{KOP}/BerichtVersie", "Vul 3 in."),
        ("<BerichtSubversie>2<", "<BerichtSubversie>02<", "CS015", f"{KOP}/BerichtSubversie", "Vul 2 in."),
        ("<Afzender>1961<", "<Afzender>19612<", "RS035", f"{KOP}/Afzender", "precies 4 cijfers"),
        ("<Ontvanger>41414141<", "<Ontvanger>4141414a<", "RS036", f"{KOP}/Ontvanger", "precies 8 cijfers"),
        ("<Bsn>999990019<", "<Bsn>９９９９９００１９<", "RS037", "/Bericht/Client/Bsn", "precies 9 cijfers"),
        (
            *("Identificatie>24-000117<", "Identificatie>24-0001171234<", "RS017"),
            *(f"{KOP}/BerichtIdentificatie/Identificatie", "ten hoogste 12 tekens"),
        ),
        (
            *("Dagtekening>2024-06-03<", "Dagtekening>2024-02-30<", "RS032"),
            *(f"{KOP}/BerichtIdentificatie/Dagtekening", "bestaande datum"),
        ),
        (
            *("Dagtekening>2024-06-03<", "Dagtekening>2024-06-03Z<", "RS032"),
            *(f"{KOP}/BerichtIdentificatie/Dagtekening", "zonder tijdzone"),
        ),
        ("tijd>09:30:00<", "tijd>09:30:00+02:00<", "RS034", f"{PRODUCT}/Toewijzingstijd", "uu:mm:ss"),
        ("XsdVersie>1.0.0<", "XsdVersie>1.0<", "RS048", f"{KOP}/XsdVersie/BasisschemaXsdVersie", "1.0.0"),
        ("<Geslacht>2<", "<Geslacht>9<", "COD046", "/Bericht/Client/Geslacht", "lijst COD046: 0, 1, 2."),
        ("Categorie>01<", "Categorie>31<", "WMO020", f"{PRODUCT}/Product/Categorie", "lijst WMO020."),
        ("Code>01A01<", "Code>01A012<", "RS012", f"{PRODUCT}/Product/Code", "ten hoogste 5 tekens"),
        ("Code>01A01<", "Code> <", "RS033", f"{PRODUCT}/Product/Code", "of laat het element weg"),
        ("Code>01A01<", "Code>1\n2<", "RS033", f"{PRODUCT}/Product/Code", "op één regel"),
        ("Volume>3<", "Volume>2,5<", "RS001", f"{PRODUCT}/Omvang/Volume", "geheel getal"),
        ("Volume>3<", "Volume>-3<", "RS001", f"{PRODUCT}/Omvang/Volume", "0 of meer"),
        ("Volume>3<", "Volume>100000000<", "RS005", f"{PRODUCT}/Omvang/Volume", "ten hoogste 8 cijfers"),
        ("ochtend.<", "ochtend.</Commentaar><Commentaar> <", "RS031", f"{PRODUCT}/Commentaar", "commentaar"),
        ("letters>RJ<", "letters>R.J.<", "RS045", "/Bericht/Client/Naam/Voorletters", "zonder punten"),
        ("<Nummer>R1<", "<Nummer><", "RS033", "/Bericht/Client/Relaties/Relatie[1]/Nummer", "Vul iets in"),
    ],
)
def test_a_fault_of_form_has_its_place_rule_and_remedy(
    van: str, naar: str, regel: str, pad: str, zin: str
) -> None:
    gevonden = bevindingen("WMO301", van, naar)
    assert [(r, p) for r, p, m in gevonden if r == regel and p == pad and zin in m] == [(regel, pad)]


def test_a_number_of_an_invoice_holds_letters_and_digits_only() -> None:
    gevonden = bevindingen("JW323", "<DeclaratieNummer>D202407<", "<DeclaratieNummer>D-2024<")
    assert gevonden == [
        ("CS319", "/Bericht/Declaratie/DeclaratieNummer", "Vul alleen letters en cijfers in.")
    ]


def test_a_telephone_number_has_digits_only() -> None:
    [(regel, pad, _zin)] = bevindingen("WMO301", "nummer>0600000003<", "nummer>06-00000003<")
    assert regel == "RS046"
    assert pad == "/Bericht/Client/Contactgegevens/Contact[2]/Telefoon/Telefoon01/Telefoonnummer"


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        ("Volume>3<", "Volume> +003\t<"),
        ("Volume>3<", "Volume>-0<"),
        ("<BerichtVersie>3<", "<BerichtVersie> 3 <"),
        ("Dagtekening>2024-06-03<", "Dagtekening>12024-06-03<"),
        ("Dagtekening>2024-06-03<", "Dagtekening>-0004-02-29<"),
        ("tijd>09:30:00<", "tijd>24:00:00<"),
        ("tijd>09:30:00<", "tijd>09:30:00.125<"),
        ("<Bsn>999990019<", "<Bsn><!-- een opmerking -->9999<?een opdracht?>90019<"),
        ("<Bsn>999990019<", "<Bsn><![CDATA[999990019]]><"),
        ("<Bericht ", '<Bericht xmlns:x="urn:x" '),
        (
            "<Bericht ",
            '<Bericht xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b" ',
        ),
    ],
)
def test_what_the_schemas_allow_is_no_finding(van: str, naar: str) -> None:
    assert bevindingen("WMO301", van, naar) == []


@pytest.mark.parametrize("naar", ["0000-01-01", "-0005-02-29", "02024-01-01", "2024-6-3", "9" * 5000, ""])
def test_a_day_that_no_calendar_has_is_a_finding(naar: str) -> None:
    gevonden = bevindingen("WMO301", "Dagtekening>2024-06-03<", f"Dagtekening>{naar}<")
    assert {regel for regel, _pad, _zin in gevonden} == {"RS032"}


def test_every_fault_is_found_in_one_go() -> None:
    tekst = goud("WMO305").decode().replace("<Geslacht>2</Geslacht>", "").replace("1961", "19")
    assert {b.pad for b in lees(tekst.encode()).bevindingen} == {
        f"{KOP}/Ontvanger",
        "/Bericht/Client/Geslacht",
    }


def test_what_belongs_to_the_youth_act_is_unknown_in_a_message_of_the_wmo() -> None:
    extra = "<GezagsdragerBekend>1</GezagsdragerBekend><Commentaar>"
    assert [pad for _r, pad, _z in bevindingen("WMO315", "<Commentaar>", extra)] == [
        "/Bericht/Client/GezagsdragerBekend"
    ]


def test_level_two_waits_until_the_form_is_right() -> None:
    tekst = goud("WMO301").decode().replace("999990019", "999990018").replace("<Geslacht>2", "<Geslacht>3")
    assert {b.niveau for b in controleer(tekst.encode()).bevindingen} == {1}


@pytest.mark.parametrize(
    "inhoud", [b"<Bericht/>", b"<a/>", b'<Klant xmlns="http://www.istandaarden.nl/iwmo/3_2/wmo301/schema"/>']
)
def test_another_document_is_no_message(inhoud: bytes) -> None:
    gelezen = lees(inhoud)
    assert gelezen.soort is None
    [bevinding] = gelezen.bevindingen
    assert "geen bericht van iWmo of iJw 3.2" in bevinding.melding


def test_a_finding_never_repeats_what_stood_there() -> None:
    """It goes to logs and screens of others than those who may read the message."""
    [bevinding] = controleer(goud("WMO305").replace(b"999990019", b"123454321")).bevindingen
    assert bevinding == Bevinding(
        2, "CS002", "/Bericht/Client/Bsn", "Controleer het BSN: het voldoet niet aan de elfproef."
    )


def test_every_type_of_the_tables_is_used() -> None:
    """A type that nothing uses would be a typing error in a table."""
    from samendoen.berichten.rules import tabellen as t

    def typen(klasse: Klasse) -> set[str]:
        return {klasse.naam} | {
            naam
            for deel in klasse.delen
            for naam in ({deel.soort.naam} if isinstance(deel.soort, Enkel) else typen(deel.soort))
        }

    gebruikt = set().union(*(typen(soort.wortel) for soort in SOORTEN.values()))
    alle = {*t.TEKSTEN, *t.KORTE_TEKSTEN, *t.CIJFERREEKSEN, *t.GETALLEN, *t.LIJSTEN, *t.SAMENGESTELD}
    assert alle - gebruikt == set()
