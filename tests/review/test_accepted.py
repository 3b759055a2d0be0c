"""The file of accepted findings holds what it was given, whatever that is, and loses nothing that it held."""

from __future__ import annotations

from generating import law
from hypothesis import given
from hypothesis import strategies as st

from posdiff.findings.failure import Failure
from posdiff.findings.location import Location
from posdiff.review import acceptance, accepting
from posdiff.review.acceptance import Acceptance

#: Anything that may come as an argument: what no file may hold, too.
WORDS = st.text(min_size=1, max_size=40).map(lambda text: " ".join(text.split())).filter(bool)


@law(300)
@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=3), st.booleans())
def test_whatever_the_reason_it_is_read_back_as_it_was_given_or_refused(
    words: list[tuple[str, str]], flow: bool
) -> None:
    """Reasons and names are text, and make no YAML of their own; what is there already is kept, in brackets too."""
    at = Location(acceptance.PATH, 1, 1)
    entries = [
        Acceptance("no-source", "north/2024-06-14.yaml", None, None, f"{number:012x}", reason, owner, 740_000, at)
        for number, (reason, owner) in enumerate(words)
    ]
    first = "{rule: no-source, file: agenda.yaml, fingerprint: ffffffffffff, reason: r, owner: o, expires: 2030-01-01}"
    text = f"accepted: [{first}]\n" if flow else f"accepted:\n- {first}\n"
    try:
        extended = accepting.extended(text, entries)
    except Failure:
        assert any(not character.isprintable() for pair in words for each in pair for character in each)
        return
    found = acceptance.read(extended.encode())
    assert found.findings == ()
    assert [each.fingerprint for each in found.entries] == ["f" * 12, *(each.fingerprint for each in entries)]
    assert [(each.reason, each.owner) for each in found.entries[1:]] == words
