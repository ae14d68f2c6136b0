"""URLs of casus."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
