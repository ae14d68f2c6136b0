"""URLs of organisatie."""

from django.urls import URLPattern, URLResolver, include, path

from samendoen.organisatie.web import regelingen, tokens, views

_medewerker = [
    path("", views.medewerker, name="medewerker"),
    path("rollen/", views.medewerker_rollen, name="medewerker_rollen"),
    path("gegevens/", views.medewerker_gegevens, name="medewerker_gegevens"),
    path("wachtwoord/", views.medewerker_wachtwoord, name="medewerker_wachtwoord"),
]

_organisatie: list[URLPattern | URLResolver] = [
    path("", views.overzicht, name="organisatie"),
    path("teams/<slug:code>/", views.team, name="team"),
    path("teams/<slug:code>/naam/", views.team_naam, name="team_naam"),
    path("medewerkers/", views.medewerkers, name="medewerkers"),
    path("medewerkers/nieuw/", views.medewerker_nieuw, name="medewerker_nieuw"),
    path("medewerkers/<int:medewerker_id>/", include(_medewerker)),
    path("mandaten/", regelingen.mandaten, name="mandaten"),
    path("mandaten/nieuw/", regelingen.mandaat_nieuw, name="mandaat_nieuw"),
    path("mandaten/<int:mandaat_id>/intrekken/", regelingen.mandaat_intrekken, name="mandaat_intrekken"),
    path("toegangstokens/", tokens.overzicht, name="toegangstokens"),
    path("toegangstokens/nieuw/", tokens.nieuw, name="toegangstoken_nieuw"),
    path("toegangstokens/systeem/", tokens.systeem_nieuw, name="systeemaccount_nieuw"),
    path("toegangstokens/<int:token_id>/intrekken/", tokens.intrekken, name="toegangstoken_intrekken"),
    path("afwezig/", regelingen.afwezig, name="afwezig"),
    path("afwezig/<int:afwezigheid_id>/terug/", regelingen.afwezig_terug, name="afwezig_terug"),
]

urlpatterns = [path("organisatie/", include(_organisatie))]
