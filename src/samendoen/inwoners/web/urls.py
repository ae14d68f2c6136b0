"""URLs of inwoners. A number says nothing about anybody; names and birth dates never stand in one."""

from django.urls import include, path

from samendoen.inwoners.web import gezin, views

_inwoner = [
    path("", views.toon_inwoner, name="inwoner"),
    path("wijzigen/", views.inwoner_wijzigen, name="inwoner_wijzigen"),
    path("huishouden/", gezin.lid_erbij, name="inwoner_lid_erbij"),
    path("vertrek/<int:huishouden_id>/<int:wie>/", gezin.lid_vertrekt, name="inwoner_lid_vertrekt"),
    path("gezag/", gezin.gezag_nieuw, name="inwoner_gezag"),
    path("gezag/<int:wie>/einde/", gezin.gezag_einde, name="inwoner_gezag_einde"),
    path("relaties/", gezin.relatie_nieuw, name="inwoner_relatie"),
    path("relaties/<int:relatie_id>/einde/", gezin.relatie_einde, name="inwoner_relatie_einde"),
]

urlpatterns = [
    path("inwoners/nieuw/", views.inwoner_nieuw, name="inwoner_nieuw"),
    path("inwoners/ingeschreven/", views.inwoner_ingeschreven, name="inwoner_ingeschreven"),
    path("inwoners/<int:persoon_id>/", include(_inwoner)),
]
