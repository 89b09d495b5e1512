"""Records as they lie in the ledger: their JSON, compressed against the words that all of them share.

A claim is some 1,100 characters of JSON, most of them the names of its fields; packed it is some 300
bytes. The first byte says which dictionary was used, so that a better one can come later.
"""

from __future__ import annotations

import zlib
from typing import Any

from sqlalchemy import Dialect, LargeBinary
from sqlalchemy.types import TypeDecorator

from dragoman.errors import LedgerUnreadable

# What is likeliest stands last. Never edit one of these: add another and write with that.
_DICTIONARIES = {
    1: (
        b'"reason":"","related":true,"credit":null,"date":null,"language":"en","language":"fr"'
        b'"furniture":[],"captions":[],"teasers":[],"lead":[],"paragraphs":["'
        b'"relation":"member","organisation":{"members":[{"person":{"title":"president","since":null,'
        b'"until":null,"kind":"direct","addressees":[],"about":[],"stance":0.0,"cue":{"content":{'
        b'"speaker":{"visitors":[{"host":{"hosts":[],"ordinal":null,"counted_since":null,'
        b'"kind":"unspecified","status":"planned","status":"made","count":null,"value":null,'
        b'"instrument":"accord","name":null,"subject":null,"status":"signed","forum":null,'
        b'"signatories":[],"part_of":null,"precision":"year","precision":"month","basis":"expression",'
        b'"kind":"organisation","kind":"group","id":"org:","sector":"MIL","sector":"IGO",'
        b'"office":{"title":"minister of foreign affairs","of":"state:'
        b'"event_type":"CONSULT","event_type":"AGREE","event_type":"SUPPORT","event_type":"ACCUSE",'
        b'"event_type":"ASSAULT","event_type":"REJECT","event_type":"REQUEST","event_type":"COERCE",'
        b'"event_type":"SANCTION","event_type":"THREATEN","event_type":"COOPERATE","event_type":"AID",'
        b'"mode":null,"contexts":[],"actors":[{"text":"","name":"United States","kind":"state",'
        b'"id":"state:USA","country":"USA","sector":null,"office":null}],"recipients":[{"text":"",'
        b'"name":"Russia","kind":"state","id":"state:RUS","country":"RUS","sector":"GOV",'
        b'"office":null}],"reciprocal":false,"place":null,"quad":1,"cameo":"04","goldstein":1.0,'
        b'"trigger":{"start":1,"end":1,"text":"modality":"planned","modality":"historical",'
        b'"attributed_to":{"text":"","name":"","kind":"person","id":"person:'
        b'{"id":"","type":"event","evidence":{"article_id":"","start":1,"end":1,"text":""},'
        b'"passages":[{"article_id":"","start":1,"end":1,"text":""}],"modality":"asserted",'
        b'"attributed_to":null,"when":{"start":null,"end":null,"precision":"unknown","text":null,'
        b'"basis":"none"},"when":{"start":"2024-01-01","end":"2024-01-01","precision":"day",'
        b'"text":null,"basis":"published"},"inferred":[],"confidence":0.5,"coder":"0.1.0",'
    ),
}
_NEWEST = max(_DICTIONARIES)


def pack(text: str) -> bytes:
    """Text to bytes; the same text always gives the same bytes."""
    packer = zlib.compressobj(level=6, wbits=-15, zdict=_DICTIONARIES[_NEWEST])
    return bytes([_NEWEST]) + packer.compress(text.encode("utf-8")) + packer.flush()


def unpack(packed: bytes) -> str:
    """Bytes made by `pack`, to text. Raises ValueError for what `pack` did not make."""
    dictionary = _DICTIONARIES.get(packed[0] if packed else 0)
    if dictionary is None:
        raise ValueError("packed in a way that this version does not know")
    unpacker = zlib.decompressobj(wbits=-15, zdict=dictionary)
    try:
        text = unpacker.decompress(packed[1:]) + unpacker.flush()
    except zlib.error as error:
        raise ValueError(f"damaged: {error}") from error
    if not unpacker.eof:
        raise ValueError("damaged: it ends too early")
    return text.decode("utf-8")


class Packed(TypeDecorator[str]):
    """A column of text that lies packed in the database."""

    impl = LargeBinary
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> bytes | None:  # noqa: ARG002
        return None if value is None else pack(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        if value is None:
            return None
        try:
            return unpack(value.encode() if isinstance(value, str) else bytes(value))
        except (ValueError, UnicodeError) as error:
            raise LedgerUnreadable(f"the ledger holds a record that is {error}") from error
