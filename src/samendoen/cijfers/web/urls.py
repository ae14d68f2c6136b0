"""URLs of the figures; `site` mounts them at the root."""

from django.urls import path

from samendoen.cijfers.web import views, zaken

urlpatterns = [
    path("cijfers/", views.cijfers, name="cijfers"),
    path("cijfers/momentopname/", views.momentopname, name="cijfers_momentopname"),
    path("cijfers/<slug:code>/", views.indicator, name="indicator"),
    path("cijfers/<slug:code>/zaken/", zaken.zaken, name="indicator_zaken"),
    path("cijfers/<slug:code>/download.<str:vorm>", views.download, name="indicator_download"),
]
