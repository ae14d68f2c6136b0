"""URLs of the message traffic."""

from django.urls import path

from samendoen.berichten.web import views

urlpatterns = [
    path("berichten/", views.lijst, name="berichten"),
    path("berichten/<int:bericht_id>/", views.bericht, name="bericht"),
    path("berichten/<int:bericht_id>/bericht.xml", views.xml, name="bericht_xml"),
    path("berichten/<int:bericht_id>/opnieuw/", views.herzenden, name="bericht_herzenden"),
    path("berichten/<int:bericht_id>/afhandelen/", views.afhandelen, name="bericht_afhandelen"),
]
