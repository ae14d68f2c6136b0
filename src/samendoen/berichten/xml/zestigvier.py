"""Base64 as XML and mail write it: white space may stand between, nothing else."""

import binascii
from base64 import b64decode, b64encode

_WIT = b" \t\r\n"


def decodeer(tekst: str | bytes) -> bytes | None:
    """Return what this base64 says, or None when it is none: no other characters, no left over bits."""
    try:
        kaal = (tekst.encode("ascii") if isinstance(tekst, str) else tekst).translate(None, _WIT)
        inhoud = b64decode(kaal, validate=True)
    except (UnicodeEncodeError, binascii.Error):
        return None
    return inhoud if b64encode(inhoud) == kaal else None
