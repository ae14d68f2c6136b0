"""URLs of the public pages and of the privacy officer's page."""

from django.urls import include, path
from django.views.i18n import set_language

from samendoen.site.web import gezondheid, inzage, rekenen, voorkant, zoek

urlpatterns = [
    path("", voorkant.voorpagina, name="voorpagina"),
    path("woordenlijst/", voorkant.woordenlijst, name="woordenlijst"),
    path("termijnen/", rekenen.termijnen, name="termijnen"),
    path("termijnen/dwangsom/", rekenen.dwangsom, name="dwangsom"),
    path("taal/", set_language, name="set_language"),
    path("gezond", gezondheid.gezond, name="gezond"),
    path("klaar", gezondheid.klaar, name="klaar"),
    path("inzage/", inzage.fg, name="fg"),
    path("zoek/", zoek.zoek, name="zoek"),
    path("", include("samendoen.schil.web.urls")),
]
