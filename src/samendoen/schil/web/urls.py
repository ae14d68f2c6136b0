"""URLs of schil."""

from django.urls import path

from samendoen.schil.web import galerij

urlpatterns = [path("galerij/", galerij.galerij, name="galerij")]
