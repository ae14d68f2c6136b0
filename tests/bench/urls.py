"""Every URL of the product, and the floors beside them."""

from django.urls import path

from samendoen.site import urls as echt
from tests.bench import vloeren

urlpatterns = [path("api/vloer/meldingen", vloeren.meldingen), *echt.urlpatterns]

handler400 = echt.handler400
handler404 = echt.handler404
handler500 = echt.handler500
