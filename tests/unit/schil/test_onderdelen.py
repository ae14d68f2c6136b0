"""Components: what is in the markup that a reader, a keyboard or a screen reader needs."""

from datetime import date
from html.parser import HTMLParser

import pytest
from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, QueryDict
from django.template import Context, Template
from django.utils.safestring import mark_safe
from django.utils.translation import override

from samendoen.schil.api import Chips, DatumVeld, Kolom, Tabel, licht, sortering, status
from samendoen.schil.tekens import _VORMEN, LICHTEN


def toon(bron: str, **gegevens: object) -> str:
    with override("nl"):
        return Template("{% load schil %}" + bron).render(Context(gegevens))


class Elementen(HTMLParser):
    """Collects start tags with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.gevonden: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.gevonden.append((tag, dict(attrs)))

    def met_id(self, naam: str | None) -> dict[str, str | None] | None:
        return next((attrs for _, attrs in self.gevonden if attrs.get("id") == naam), None)


def test_a_row_may_have_a_line_below_its_link_and_cells_that_stay_whole() -> None:
    tabel = Tabel(
        "T",
        [Kolom("wat", "Wat"), Kolom("dag", "Dag", heel=True)],
        [
            {"wat": "A", "onder": "<B>", "url": "/a/", "dag": "3 juni"},
            {"wat": "C", "onder": "", "dag": "4 juni"},
        ],
    )
    assert '<a href="/a/">A</a><span class="sd-rijkop__onder">&lt;B&gt;</span></th>' in tabel.inhoud
    assert tabel.inhoud.count("sd-rijkop__onder") == 1
    assert '<td class="utrecht-table__cell sd-heel">3 juni</td>' in tabel.inhoud


# --- lights


@pytest.mark.parametrize("stand", LICHTEN)
def test_a_light_has_a_word_and_its_own_shape(stand: str) -> None:
    with override("nl"):
        tekst = licht(stand, "tijd")
    vorm, woord = LICHTEN[stand]
    assert woord in tekst and _VORMEN[vorm] in tekst and "tijd" in tekst


def test_no_two_lights_share_a_shape() -> None:
    assert len({vorm for vorm, _ in LICHTEN.values()}) == len(LICHTEN)


def test_an_unknown_light_is_not_guessed() -> None:
    with pytest.raises(KeyError):
        licht("paars")


def test_text_in_a_label_is_escaped() -> None:
    assert "<b>" not in status("ok", "<b>")


# --- tables


KOLOMMEN = [Kolom("wat", "Wat", sorteer=True), Kolom("n", "Aantal", getal=True)]


def tabel(**meer: object) -> Tabel:
    return Tabel("Taken", KOLOMMEN, [{"wat": "A & B", "n": "1.257", "url": "/x/?a=1&b=2"}], **meer)  # type: ignore[arg-type]


def test_a_table_has_a_caption_and_scopes() -> None:
    html = toon("{% tabel t %}", t=tabel())
    assert "<caption" in html and html.count('scope="col"') == 2 and html.count('scope="row"') == 1


def test_cells_are_escaped_unless_they_are_markup() -> None:
    html = toon("{% tabel t %}", t=tabel(voet={"wat": "Samen", "n": mark_safe("<b>1</b>")}))
    assert "A &amp; B" in html and 'href="/x/?a=1&amp;b=2"' in html and "<b>1</b>" in html


def test_a_sort_link_keeps_the_other_parameters_and_turns_around() -> None:
    orde = sortering(QueryDict("team=leerdam&sorteer=wat&pagina=3"), {"wat"}, "wat")
    html = toon("{% tabel t %}", t=tabel(sortering=orde))
    assert 'aria-sort="ascending"' in html
    assert orde.link("wat") == "?team=leerdam&sorteer=-wat"
    assert sortering(QueryDict("sorteer=-wat"), {"wat"}, "wat").orde == "-wat"


def test_sorting_by_what_is_not_offered_falls_back() -> None:
    assert sortering(QueryDict("sorteer=wachtwoord"), {"wat"}, "wat").orde == "wat"


def test_an_empty_table_says_what_will_appear() -> None:
    html = toon("{% tabel t %}", t=Tabel("Taken", KOLOMMEN, [], leeg="Hier komen uw taken."))
    assert "<table" not in html and "Hier komen uw taken." in html


# --- forms


class Proef(forms.Form):
    naam = forms.CharField(label="Naam", help_text="Zoals op het paspoort.")
    dag = DatumVeld(label="Dag")
    domeinen = forms.MultipleChoiceField(label="Domeinen", choices=[("a", "A")], widget=Chips)
    toelichting = forms.CharField(label="Toelichting", required=False, widget=forms.Textarea)


def test_hint_and_error_are_tied_to_their_field() -> None:
    html = Elementen(toon("{{ form }}", form=Proef({"dag": "31-2-2025"})))
    naam = html.met_id("id_naam")
    assert naam is not None and naam["aria-invalid"] == "true"
    for verwijzing in str(naam["aria-describedby"]).split():
        assert html.met_id(verwijzing) is not None


def test_the_error_summary_links_to_things_that_exist() -> None:
    html = Elementen(toon("{{ form }}", form=Proef({"dag": "31-2-2025"})))
    doelen = [str(attrs["href"])[1:] for tag, attrs in html.gevonden if tag == "a"]
    assert len(doelen) == 3
    assert all(html.met_id(doel) is not None for doel in doelen)


def test_a_form_without_errors_has_no_summary() -> None:
    assert "sd-foutoverzicht" not in toon("{{ form }}", form=Proef())


def test_what_may_stay_empty_says_so() -> None:
    html = toon("{{ form }}", form=Proef())
    assert html.count("(mag leeg blijven)") == 1


@pytest.mark.parametrize("tekst", ["2025-04-22", "22-4-2025", "22/04/2025"])
def test_a_date_may_be_typed(tekst: str) -> None:
    assert DatumVeld().clean(tekst) == date(2025, 4, 22)


def test_a_day_that_does_not_exist_is_explained() -> None:
    with override("nl"), pytest.raises(forms.ValidationError, match="bestaande datum"):
        DatumVeld().clean("31-02-2025")


def test_chips_have_a_label_each() -> None:
    html = Elementen(toon("{{ form.domeinen.as_field_group }}", form=Proef()))
    assert ("label", {"for": "id_domeinen_0"}) in html.gevonden
    assert any(tag == "fieldset" for tag, _ in html.gevonden)


# --- the rest


def test_a_notice_has_a_shape_and_a_title() -> None:
    html = toon('{% kader "fout" titel="Niet opgeslagen" rol="alert" %}<p>Opnieuw.</p>{% endkader %}')
    assert (
        "<svg" in html and "Niet opgeslagen" in html and 'role="alert"' in html and "<p>Opnieuw.</p>" in html
    )


def test_a_dialog_is_a_plain_link_without_script() -> None:
    html = Elementen(toon('{% dialoog "weg" titel="Zeker?" knop="Weg" href="/weg/" %}x{% enddialoog %}'))
    opener = next(attrs for tag, attrs in html.gevonden if tag == "a")
    assert opener["href"] == "/weg/" and opener["data-dialoog"] == "weg"
    dialoog = html.met_id("weg")
    assert dialoog is not None and html.met_id(dialoog["aria-labelledby"]) is not None


def test_a_choice_above_a_list_has_its_label_and_knows_what_was_chosen() -> None:
    html = Elementen(toon('{% keuze "team" "Team" k "b" %}', k=[("", "Alle"), ("b", "<B>")]))
    veld = html.met_id("team")
    assert veld is not None and veld["name"] == "team"
    assert [attrs["for"] for tag, attrs in html.gevonden if tag == "label"] == ["team"]
    opties = [attrs for tag, attrs in html.gevonden if tag == "option"]
    assert [(o["value"], "selected" in o) for o in opties] == [("", False), ("b", True)]


def test_a_timeline_offers_more_as_a_plain_link() -> None:
    regels = [{"datum": "ma 3 juni 2024", "wat": "Melding <ontvangen>", "wie": "Loket"}]
    html = toon("{% tijdlijn r '?eerder=30' %}", r=regels)
    assert 'href="?eerder=30"' in html and "Melding &lt;ontvangen&gt;" in html
    assert 'href="' not in toon("{% tijdlijn r %}", r=regels)


def test_pages_keep_the_filter() -> None:
    request = HttpRequest()
    request.GET = QueryDict("team=vianen&pagina=4")
    html = toon("{% bladeren p %}", request=request, p=Paginator(range(480), 20).page(4))
    assert 'href="?team=vianen&amp;pagina=5"' in html and 'aria-current="page"' in html


def test_one_page_needs_no_paging() -> None:
    request = HttpRequest()
    assert toon("{% bladeren p %}", request=request, p=Paginator(range(3), 20).page(1)).strip() == ""


def test_progress_is_also_in_words() -> None:
    assert "7.542 van 12.570 (60%)" in toon('{% voortgang 7542 12570 "Verwerkt" %}')


@pytest.mark.parametrize("sjabloon", ["tabel t", "klokbalk k"])
def test_components_hold_no_inline_style_or_script(sjabloon: str) -> None:
    from samendoen.schil.api import klok

    k = klok(naam="O", start=date(2025, 1, 1), uiterste=date(2025, 2, 1), vandaag=date(2025, 1, 9))
    html = toon("{% " + sjabloon + " %}", t=tabel(), k=k)
    assert "style=" not in html and "onclick" not in html
