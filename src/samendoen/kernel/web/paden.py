"""Where one stands among the pages: the page above an address that is none itself."""

from django.urls import Resolver404, resolve


def hoger(pad: str) -> str:
    """Return the nearest address above `pad` that leads somewhere: "/vandaag/taken/3/gedaan/" hangs
    under "/vandaag/". At the latest it is the front page."""
    delen = pad.strip("/").split("/")
    for lengte in range(len(delen) - 1, 0, -1):
        boven = f"/{'/'.join(delen[:lengte])}/"
        try:
            resolve(boven)
        except Resolver404:
            continue
        return boven
    return "/"
