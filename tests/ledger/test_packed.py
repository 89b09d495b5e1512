from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.builders import two_coasts

from dragoman.ledger.packed import pack, unpack


@given(st.text())
def test_what_goes_in_comes_out(text: str) -> None:
    assert unpack(pack(text)) == text


def test_a_claim_takes_less_than_half() -> None:
    for claim in two_coasts().claims:
        record = claim.model_dump_json()
        assert len(pack(record)) * 2 < len(record.encode())


@given(st.binary(max_size=80))
def test_bytes_that_pack_did_not_make_are_refused_or_text(packed: bytes) -> None:
    try:
        unpack(packed)
    except ValueError:
        return


def test_a_record_that_ends_too_early_is_refused() -> None:
    with pytest.raises(ValueError, match="damaged"):
        unpack(pack("Norway and Chile signed an accord on cod." * 9)[:-3])
