"""URLs of werk."""

from django.urls import path

from samendoen.werk.web import termijnen, views

urlpatterns = [
    path("vandaag/", views.vandaag, name="vandaag"),
    path("vandaag/taken/nieuw/", views.taak_nieuw, name="taak_nieuw"),
    path("vandaag/taken/<int:taak_id>/", views.taak, name="taak"),
    path("vandaag/taken/<int:taak_id>/gedaan/", views.taak_gedaan, name="taak_gedaan"),
    path("vandaag/taken/<int:taak_id>/heropenen/", views.taak_heropenen, name="taak_heropenen"),
    path("vandaag/termijnen/<int:termijn_id>/", termijnen.toon_termijn, name="termijn_lopend"),
    path("vandaag/termijnen/<int:termijn_id>/schorsen/", termijnen.schorsen, name="termijn_schorsen"),
    path("vandaag/termijnen/<int:termijn_id>/hervatten/", termijnen.hervatten, name="termijn_hervatten"),
    path("vandaag/termijnen/<int:termijn_id>/verdagen/", termijnen.verdagen, name="termijn_verdagen"),
]
