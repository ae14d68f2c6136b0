"""Static files out of npm packages: an allow-list, served as they are installed."""

from __future__ import annotations  # the finder has a method called list

import builtins
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core import checks
from django.core.files.storage import FileSystemStorage

from samendoen.schil import huisstijl

VOORVOEGSEL = "npm"
ONDERDELEN = (
    "document",
    "button",
    "skip-link",
    "textbox",
    "textarea",
    "select",
    "form-field",
    "form-label",
    "form-fieldset",
    "form-field-description",
    "form-field-error-message",
    "table",
    "alert",
    "breadcrumb-nav",
    "pagination",
)
LETTERS = tuple(
    f"@fontsource-variable/source-sans-3/files/source-sans-3-{deel}-wght-normal.woff2"
    for deel in ("latin", "latin-ext")
)
EIGEN = ("schil/samendoen.css", "schil/onderdelen.css", "schil/brief.css", "schil/druk.css")


def npm_css() -> tuple[str, ...]:
    """Return the style sheets out of npm that every page loads, in order, relative to node_modules."""
    onderdelen = tuple(f"@utrecht/{naam}-css/dist/index.min.css" for naam in ONDERDELEN)
    return huisstijl.lees(settings.SAMENDOEN_HUISSTIJL).npm + onderdelen


def toegestaan() -> tuple[str, ...]:
    """Return every file out of node_modules that may be served."""
    return npm_css() + LETTERS


def stijlbladen() -> tuple[str, ...]:
    """Return the URLs of all style sheets of a page, in order: tokens, components, our own."""
    namen = [f"{VOORVOEGSEL}/{pad}" for pad in npm_css()]
    namen += [*huisstijl.lees(settings.SAMENDOEN_HUISSTIJL).eigen, *EIGEN]
    return tuple(staticfiles_storage.url(naam) for naam in namen)


class NpmFinder(BaseFinder):
    """Finds the allowed files of node_modules under `npm/`, and nothing else there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.map = Path(settings.NODE_MODULES)
        self.storage = FileSystemStorage(location=self.map)
        self.storage.prefix = VOORVOEGSEL  # type: ignore[attr-defined]  # collectstatic reads it

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """Return the absolute path of an allowed file, [] when it is not ours."""
        begin, _, rest = path.partition("/")
        if begin != VOORVOEGSEL or rest not in toegestaan() or not (self.map / rest).is_file():
            return []
        gevonden = str(self.map / rest)
        return [gevonden] if find_all else gevonden

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[tuple[str, FileSystemStorage]]:
        """Yield every allowed file; a missing one is an error of `controleer`, not silently skipped."""
        for pad in toegestaan():
            yield pad, self.storage

    def check(self, **kwargs: Any) -> builtins.list[checks.CheckMessage]:
        """Say what is missing in node_modules, and how to get it."""
        return controleer()


def controleer() -> list[checks.CheckMessage]:
    """Return one error when files that the pages need are not installed, else nothing."""
    wortel = Path(settings.NODE_MODULES)
    mist = [pad for pad in toegestaan() if not (wortel / pad).is_file()]
    if not mist:
        return []
    return [
        checks.Error(
            f"{len(mist)} bestanden voor de vormgeving ontbreken in {wortel}; het eerste is {mist[0]}.",
            hint="Draai `make node_modules` (of `npm ci`) in de map van het project, "
            "of wijs met SAMENDOEN_NODE_MODULES de map node_modules aan.",
            id="schil.E001",
        )
    ]
