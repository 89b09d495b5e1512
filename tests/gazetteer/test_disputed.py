from __future__ import annotations

from dragoman.gazetteer import organisation, scan, state
from dragoman.gazetteer.disputed import disputed

LANDS = disputed()


def test_what_a_land_is_read_as_is_in_the_tables() -> None:
    for land in LANDS:
        if land.treatment == "authorities":
            authorities = organisation(land.party)
            assert (authorities.kind, authorities.sector) == ("authorities", "PRE")
            assert authorities.country in land.claimed_by
        else:
            assert state(land.party).status != "former"
        for claimant in land.claimed_by:
            assert state(claimant)


def test_a_mention_is_read_as_the_table_says() -> None:
    """A place may be no party at all, but never another state's."""
    for land in LANDS:
        for language, names in land.names.items():
            for name in names:
                ids = {id for hit in scan(name, language) for id in hit.ids}
                if land.treatment == "place":
                    assert ids <= {land.party}, name
                elif not name.startswith("northern") and name != "Chypre-Nord":
                    assert ids == {land.party}, name


def test_the_table_is_in_alphabetical_order() -> None:
    assert [land.name for land in LANDS] == sorted({land.name for land in LANDS})
