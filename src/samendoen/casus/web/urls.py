"""URLs of casus."""

from django.urls import URLPattern

from samendoen.casus.web import api

urlpatterns: list[URLPattern] = []
# For the API (decision record 0011): path below /api/v1 -> router.
routers = {"/casussen": api.router}
