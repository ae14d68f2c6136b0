"""The write guard reads every way in which SQL can write."""

import pytest

from samendoen.kernel import schrijfwacht


@pytest.fixture(autouse=True)
def twee_tabellen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        schrijfwacht, "eigenaars", lambda: {"toegang_melding": "toegang", "werk_taak": "werk"}
    )


@pytest.mark.parametrize(
    "sql",
    [
        'INSERT INTO "toegang_melding" ("id") VALUES (1)',
        'UPDATE "toegang_melding" SET "vraag" = 1',
        "update only public.toegang_melding set vraag = 1",
        'DELETE FROM "toegang_melding" WHERE "id" IN (1)',
        'TRUNCATE "toegang_melding"',
        "COPY toegang_melding FROM STDIN",
        'WITH x AS (DELETE FROM "toegang_melding" RETURNING id) SELECT * FROM x',
        "MERGE INTO toegang_melding USING x ON true WHEN MATCHED THEN DELETE",
    ],
)
@pytest.mark.parametrize("context", [None, "werk"])
def test_a_write_from_elsewhere_is_refused(sql: str, context: str | None) -> None:
    with pytest.raises(schrijfwacht.BuitenActie, match="toegang_melding belongs to toegang"):
        schrijfwacht.controleer(sql, context)


@pytest.mark.parametrize(
    ("sql", "context"),
    [
        ('INSERT INTO "toegang_melding" VALUES (1)', "toegang"),
        ('SELECT * FROM "toegang_melding"', None),
        ('INSERT INTO "django_session" VALUES (1)', None),
        ('SELECT * FROM "toegang_melding" FOR UPDATE OF "toegang_melding"', None),
    ],
)
def test_reading_and_ones_own_tables_are_fine(sql: str, context: str | None) -> None:
    schrijfwacht.controleer(sql, context)
