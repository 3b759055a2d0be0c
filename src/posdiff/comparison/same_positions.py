"""Who accepts the same on one issue, and whether a position accepts an outcome or refuses it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from posdiff.dossier.position import Held
from posdiff.dossier.region import Settlements, accepted, conceivable
from posdiff.dossier.term import Term
from posdiff.kinds.kind import Space, Union

#: How a position stands to an outcome, or to any of several: each of them meets it, none does, or some do (or one does
#: on a condition, or it is vague). One that no outcome at all meets is on both sides. Of words no machine says.
ToOutcome = Literal["accepts", "refuses", "on-both-sides", "leaves-open", "unassessed"]
TO_OUTCOME: tuple[ToOutcome, ...] = ("accepts", "refuses", "on-both-sides", "leaves-open", "unassessed")


class SamePosition(NamedTuple):
    """Parties, by their labels, of which the same outcomes meet the positions on an issue, on the same conditions.

    ``terms``: what they accept, in the words of those who say it in the fewest parts. How firmly each holds it, and
    what it hopes for, is put aside. ``met``: false where no outcome meets all of it.
    """

    terms: tuple[Term, ...]
    parties: tuple[str, ...]
    met: bool


def same_positions(space: Space, held: Mapping[str, Held], settlements: Settlements) -> tuple[SamePosition, ...]:
    """Parties that hold a position on an issue, by what they accept: where most of them are first.

    Many parties hold few different terms: only different ones are held against each other.
    """
    parties_of: dict[frozenset[object], list[str]] = {}
    terms_of: dict[frozenset[object], tuple[Term, ...]] = {}
    for label, on_issue in held.items():
        form: frozenset[object] = frozenset(term.acceptance for term in on_issue.terms)
        parties_of.setdefault(form, []).append(label)
        if form not in terms_of:
            terms_of[form] = tuple(term._replace(firmness="firm", prefers=None) for term in on_issue.terms)
    alike: list[tuple[Union, list[frozenset[object]]]] = []
    for form, terms in terms_of.items():
        own = accepted(space, terms)
        # What is accepted is compared first: it was worked out once for each form.
        same = next(
            (
                forms for union, forms in alike
                if space.equal(union, own) and settlements.same(terms_of[forms[0]], terms)
            ),
            None,
        )  # fmt: skip
        if same is None:
            alike.append((own, [form]))
        else:
            same.append(form)
    order = {label: place for place, label in enumerate(held)}
    groups = []
    for _, forms in alike:
        terms = min((terms_of[form] for form in forms), key=len)
        labels = sorted((label for form in forms for label in parties_of[form]), key=order.__getitem__)
        met = not space.comparable or space.meets([conceivable(space, (term,)) for term in terms]) is not False
        groups.append(SamePosition(terms, tuple(labels), met))
    return tuple(sorted(groups, key=lambda group: (-len(group.parties), order[group.parties[0]])))


class OnIssue(NamedTuple):
    """What is accepted on an issue and by whom; ``apart``: of each, the places of those that it has nothing with."""

    groups: tuple[SamePosition, ...]
    apart: tuple[tuple[int, ...], ...]


def on_issue(space: Space, held: Mapping[str, Held], settlements: Settlements) -> OnIssue:
    """What parties accept on an issue, and which of it has nothing in common with which."""
    groups = same_positions(space, held, settlements)
    conceived = [[conceivable(space, (term,)) for term in group.terms] for group in groups]
    apart = tuple(
        tuple(
            place
            for place, others in enumerate(conceived)
            if others is not own and space.comparable and space.meets([*own, *others]) is False
        )
        for own in conceived
    )
    return OnIssue(groups, apart)


def to_outcome(space: Space, terms: Sequence[Term], outcome: Union) -> ToOutcome:
    """How a position, the terms of its parts, stands to an outcome; of several to any of them."""
    if not space.comparable:
        return "unassessed"
    conceived = [conceivable(space, (term,)) for term in terms]
    if space.meets([outcome, *conceived]) is False:
        return "on-both-sides" if space.meets(conceived) is False else "refuses"
    vague = any(term.vague for term in terms)
    if not vague and all(space.within(outcome, accepted(space, (term,))) for term in terms):
        return "accepts"
    return "leaves-open"
