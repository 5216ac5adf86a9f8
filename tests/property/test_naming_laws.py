"""Names never collide, never disappear and are always Python."""

from __future__ import annotations

import keyword

from hypothesis import given
from hypothesis import strategies as st
from specloom.python import names

texts = st.one_of(
    st.text(max_size=80),
    st.sampled_from(
        ["class", "None", "none", "json", "copy", "2fa", "", "-", "日本語", "a" * 300]
    ),
    st.from_regex(r"[A-Za-z_\-. /]{1,20}", fullmatch=True),
)


@given(texts)
def test_every_spelling_is_an_identifier_of_bounded_length(text: str) -> None:
    for spelled in (names.snake(text), names.pascal(text), names.constant(text)):
        assert spelled.isidentifier()
        assert spelled.isascii()
        assert not keyword.iskeyword(spelled)
        assert len(spelled) <= names.LONGEST + 10


@given(texts)
def test_spelling_twice_changes_nothing(text: str) -> None:
    assert names.snake(names.snake(text)) == names.snake(text)


@given(st.lists(texts, max_size=20))
def test_a_scope_gives_no_name_twice_even_without_case(wanted: list[str]) -> None:
    scope = names.Scope()
    given_names = [scope.claim(names.pascal(text)) for text in wanted]
    assert len({name.lower() for name in given_names}) == len(wanted)


@given(st.lists(texts, max_size=15, unique=True), st.randoms())
def test_fields_keep_all_wire_names_apart_whatever_their_order(
    wires: list[str], random: object
) -> None:
    reserved = names.MODEL_ATTRIBUTES | {"str", "int"}
    found = names.fields(dict.fromkeys(wires), reserved)
    assert list(found) == wires
    assert len(set(found.values())) == len(wires)
    assert not set(found.values()) & reserved
    for wire, name in found.items():
        assert name.isidentifier()
        assert name == wire or name not in found
    random.shuffle(wires)  # type: ignore[attr-defined]  # a random.Random
    assert names.fields(dict.fromkeys(wires), reserved) == found
