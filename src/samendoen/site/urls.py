"""Every URL: the public pages, logging in, and each context's own `web.urls`."""

from allauth.account import views as account
from django.urls import include, path

from samendoen.site.web.account import geen_wachtwoord
from samendoen.site.web.api import api

urlpatterns = [
    path("api/", api.urls),  # first: addresses are tried in order, and machines ask the most
    path("", include("samendoen.site.web.urls")),
    path("", include("samendoen.organisatie.web.urls")),
    path("", include("samendoen.werk.web.urls")),
    path("", include("samendoen.inwoners.web.urls")),
    path("", include("samendoen.kaart.web.urls")),
    path("", include("samendoen.toegang.web.urls")),
    path("", include("samendoen.casus.web.urls")),
    path("", include("samendoen.besluiten.web.urls")),
    path("", include("samendoen.berichten.web.urls")),
    path("", include("samendoen.cijfers.web.urls")),
    path("", include("samendoen.beleid.web.urls")),
    path("aanmelden/", account.login, name="account_login"),
    path("afmelden/", account.logout, name="account_logout"),
    path("wachtwoord/geen/", geen_wachtwoord, name="account_set_password"),
    path("wachtwoord/", account.password_change, name="account_change_password"),
]

handler400 = "samendoen.site.web.fouten.onjuist"
handler404 = "samendoen.site.web.fouten.onbekend"
handler500 = "samendoen.site.web.fouten.storing"
