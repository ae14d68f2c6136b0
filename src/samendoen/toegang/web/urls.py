"""URLs of the front door."""

from django.urls import path

from samendoen.toegang.web import api, views

urlpatterns = [
    path("meldingen/", views.lijst, name="meldingen"),
    path("meldingen/nieuw/", views.nieuw, name="melding_nieuw"),
    path("meldingen/<int:melding_id>/", views.toon_melding, name="melding"),
    path("meldingen/<int:melding_id>/afhandelen/", views.afhandelen, name="melding_afhandelen"),
    path("meldingen/<int:melding_id>/heropenen/", views.heropenen, name="melding_heropenen"),
    path("meldingen/<int:melding_id>/intrekken/", views.intrekken, name="melding_intrekken"),
]
# For the API (decision record 0011): path below /api/v1 -> router.
routers = {"/meldingen": api.router}
