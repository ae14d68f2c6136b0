"""What an access list becomes when one account may pass."""

from samendoen.site import doorgang

EIGENAAR, ACCOUNT, GROEP, MASKER, ANDEREN = 0x01, 0x02, 0x04, 0x10, 0x20
GEEN = 0xFFFFFFFF


def test_a_closed_folder_gets_one_entry_that_may_pass_and_not_list() -> None:
    gesloten = [(EIGENAAR, 7, GEEN), (GROEP, 0, GEEN), (ANDEREN, 0, GEEN)]
    assert doorgang._met(gesloten, 990) == [
        (EIGENAAR, 7, GEEN),
        (ACCOUNT, 1, 990),
        (GROEP, 0, GEEN),
        (MASKER, 1, GEEN),
        (ANDEREN, 0, GEEN),
    ]


def test_what_others_already_had_stays_the_same() -> None:
    bestaand = [
        (EIGENAAR, 7, GEEN),
        (ACCOUNT, 5, 33),
        (GROEP, 5, GEEN),
        (MASKER, 5, GEEN),
        (ANDEREN, 0, GEEN),
    ]
    erna = doorgang._met(bestaand, 990)
    assert set(bestaand) <= set(erna)
    assert set(erna) - set(bestaand) == {(ACCOUNT, 1, 990)}


def test_doing_it_twice_changes_nothing_more() -> None:
    gesloten = [(EIGENAAR, 7, GEEN), (GROEP, 5, GEEN), (ANDEREN, 0, GEEN)]
    eens = doorgang._met(gesloten, 990)
    assert doorgang._met(eens, 990) == eens
