"""Envelope encryption and the blind index.

A master key lives in the keys folder; it wraps data keys, which live in the database; a data key
encrypts values. Changing the master key re-wraps a handful of data keys and touches no value.
The index key makes exact search possible; who holds it can try all 10^9 BSNs within minutes:
it is the crown jewel and has a file of its own.
"""

import hashlib
import hmac
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.utils.translation import gettext as _

from samendoen.kernel import klok
from samendoen.kernel.acties import schrijft
from samendoen.kernel.fouten import Domeinfout
from samendoen.kernel.models import Gegevenssleutel
from samendoen.kernel.sleutels import sleutel

_VERSIE = b"\x01"
_NONCE = 12
# The data key that all of one bulk is encrypted with; None: look it up for each value.
_van_dit_geheel: ContextVar[int | None] = ContextVar("van_dit_geheel", default=None)


@contextmanager
def een_gegevenssleutel() -> Iterator[None]:
    """Look up once, for all that is encrypted inside this block, which data key is the current one.

    A query per value would cost more than the encryption. Inside one transaction only.
    """
    merk = _van_dit_geheel.set(_huidige())
    try:
        yield
    finally:
        _van_dit_geheel.reset(merk)


def versleutel(klaar: str, doel: str) -> bytes:
    """Encrypt text for `doel` ("table.field"); the same text elsewhere does not decrypt."""
    return versleutel_bytes(klaar.encode(), doel)


def ontsleutel(geheim: bytes, doel: str) -> str:
    """Decrypt what `versleutel` made for the same `doel`; anything else is a Domeinfout."""
    return ontsleutel_bytes(geheim, doel).decode()


def versleutel_bytes(klaar: bytes, doel: str) -> bytes:
    """Encrypt bytes, of a file, for `doel`, as `versleutel` does.

    Layout: version (1), data key id (8, big endian), nonce (12), ciphertext with tag.
    """
    nummer = _van_dit_geheel.get() or _huidige()
    nonce = os.urandom(_NONCE)
    kop = _VERSIE + nummer.to_bytes(8, "big")
    return kop + nonce + AESGCM(_gegevenssleutel(nummer)).encrypt(nonce, klaar, kop + doel.encode())


def ontsleutel_bytes(geheim: bytes, doel: str) -> bytes:
    """Decrypt what `versleutel_bytes` made for the same `doel`; anything else is a Domeinfout."""
    kop, nonce, rest = geheim[:9], geheim[9 : 9 + _NONCE], geheim[9 + _NONCE :]
    if kop[:1] != _VERSIE or len(nonce) != _NONCE:
        raise _onleesbaar()
    try:
        return AESGCM(_gegevenssleutel(int.from_bytes(kop[1:], "big"))).decrypt(
            nonce, rest, kop + doel.encode()
        )
    except InvalidTag as fout:
        raise _onleesbaar() from fout


def blinde_index(klaar: str, doel: str) -> bytes:
    """Return the keyed hash by which an exact value is found again (HMAC-SHA-256, 32 bytes)."""
    return blinde_indexen([klaar], doel)[0]


def blinde_indexen(klare: Iterable[str], doel: str) -> list[bytes]:
    """Return the keyed hash of each of many values; the key is read once."""
    index = sleutel(settings.SAMENDOEN_SLEUTELS, "index")
    return [hmac.new(index, f"{doel}\x00{klaar}".encode(), hashlib.sha256).digest() for klaar in klare]


def _onleesbaar() -> Domeinfout:
    return Domeinfout(
        "onleesbaar",
        _("Dit versleutelde gegeven kan niet worden gelezen."),
        _("Controleer of de juiste sleutels zijn teruggezet: samendoen check."),
    )


def _hoofdsleutel(naam: str) -> bytes:
    return sleutel(settings.SAMENDOEN_SLEUTELS, naam)


def _huidige() -> int:
    laatste = Gegevenssleutel.objects.order_by("-id").values_list("pk", flat=True).first()
    return laatste if laatste is not None else _nieuwe().pk


def _nieuwe(hoofdsleutel: str = "hoofd-1") -> Gegevenssleutel:
    with schrijft("kernel"):
        return Gegevenssleutel.objects.create(
            ingepakt=_pak_in(AESGCM.generate_key(256), hoofdsleutel),
            hoofdsleutel=hoofdsleutel,
            gemaakt_op=klok.nu(),
        )


def _pak_in(gegevens: bytes, hoofdsleutel: str) -> bytes:
    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(_hoofdsleutel(hoofdsleutel)).encrypt(nonce, gegevens, hoofdsleutel.encode())


@lru_cache(maxsize=64)
def _gegevenssleutel(nummer: int) -> bytes:
    rij = Gegevenssleutel.objects.filter(pk=nummer).first()
    if rij is None:
        raise _onleesbaar()
    ingepakt = bytes(rij.ingepakt)
    try:
        return AESGCM(_hoofdsleutel(rij.hoofdsleutel)).decrypt(
            ingepakt[:_NONCE], ingepakt[_NONCE:], rij.hoofdsleutel.encode()
        )
    except InvalidTag as fout:
        raise _onleesbaar() from fout


def vervang_hoofdsleutel(nieuw: str) -> int:
    """Re-wrap every data key under master key `nieuw` (made if needed); return how many."""
    rijen = list(Gegevenssleutel.objects.select_for_update())
    with schrijft("kernel"):
        for rij in rijen:
            rij.ingepakt = _pak_in(_gegevenssleutel(rij.pk), nieuw)
            rij.hoofdsleutel = nieuw
            rij.save(update_fields=["ingepakt", "hoofdsleutel"])
    return len(rijen)


def vergeet_geheugen() -> None:
    """Drop the data keys that this process holds (tests, and after a change of keys)."""
    _gegevenssleutel.cache_clear()
