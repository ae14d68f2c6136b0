"""Let one account reach a folder inside someone else's folders, and nobody else.

Needed only when root starts the embedded database: the server then runs under an account of its own,
while the data may lie under a closed folder such as the home of root.
"""

import os
import struct
from pathlib import Path

from samendoen.site.fout import Bedrijfsfout

_NAAM = "system.posix_acl_access"
_VERSIE = 2
_EIGENAAR, _ACCOUNT, _GROEP, _MASKER, _ANDEREN = 0x01, 0x02, 0x04, 0x10, 0x20
_GEEN_ID = 0xFFFFFFFF
_ZOEK = 1
Regel = tuple[int, int, int]
"""Kind, rights (read 4, write 2, search 1) and id, as acl(5) stores them."""


def geef_doorgang(pad: Path, uid: int) -> None:
    """Let account `uid` pass every folder above `pad`: to pass is not to list or read.

    Folders that everyone may pass stay as they are; the others get one entry in their access list.
    Raises Bedrijfsfout when the file system has no access lists.
    """
    for map_ in pad.resolve().parents:
        status = map_.stat()
        if status.st_mode & 0o001 or (status.st_uid == uid and status.st_mode & 0o100):
            continue
        try:
            os.setxattr(map_, _NAAM, _pak(_met(_lees(map_, status.st_mode), uid)))
        except OSError as fout:
            raise Bedrijfsfout(
                "map_gesloten",
                f"De databank draait onder een eigen account, en dat kan niet door de map {map_}.",
                "Start Samendoen als gewone gebruiker, of zet SAMENDOEN_HOME op een plek buiten die map.",
            ) from fout


def maak_leesbaar(map_: Path) -> None:
    """Make an installed package readable for everyone, as a usual umask would have done."""
    for pad in (map_, *map_.rglob("*")):
        stand = pad.lstat().st_mode
        if not pad.is_symlink():
            pad.chmod(stand | 0o044 | (0o011 if stand & 0o100 else 0))


def _lees(map_: Path, stand: int) -> list[Regel]:
    try:
        rauw = os.getxattr(map_, _NAAM)
    except OSError:
        rechten = ((_EIGENAAR, stand >> 6), (_GROEP, stand >> 3), (_ANDEREN, stand))
        return [(soort, bits & 7, _GEEN_ID) for soort, bits in rechten]
    return [regel for regel in struct.iter_unpack("<HHI", rauw[4:])]


def _met(regels: list[Regel], uid: int) -> list[Regel]:
    """Return the list with `uid` allowed to pass; the mask, which caps named entries, must allow it too."""
    groep = next(bits for soort, bits, _ in regels if soort == _GROEP)
    eigen = next((bits for soort, bits, wie in regels if (soort, wie) == (_ACCOUNT, uid)), 0)
    masker = next((bits for soort, bits, _ in regels if soort == _MASKER), groep)
    rest = [r for r in regels if r[0] != _MASKER and (r[0], r[2]) != (_ACCOUNT, uid)]
    erbij = [(_ACCOUNT, eigen | _ZOEK, uid), (_MASKER, masker | _ZOEK, _GEEN_ID)]
    return sorted(rest + erbij, key=lambda r: (r[0], r[2]))


def _pak(regels: list[Regel]) -> bytes:
    return struct.pack("<I", _VERSIE) + b"".join(struct.pack("<HHI", *regel) for regel in regels)
