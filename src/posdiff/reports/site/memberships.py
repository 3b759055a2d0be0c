"""On the page of a party: which blocs it is in, by itself or by a bloc; of a bloc, who its members are."""

from __future__ import annotations

from collections.abc import Iterator

from posdiff.answers.site import Site
from posdiff.dossier.agenda import Membership
from posdiff.reports import wording
from posdiff.reports.compose import parties
from posdiff.reports.document import Bullets, Line, Run, Section, line


def inherited(site: Site, party: str) -> tuple[Line, ...]:
    """How many of its positions it holds through blocs, and through which, on the day of the site."""
    held = [each.through for each in site.positions[party].position.terms.values()]
    blocs = tuple(dict.fromkeys(bloc for through in held for bloc in through))
    if not blocs:
        return ()
    positions = f"{sum(map(bool, held)):,} of {wording.count(len(held), 'position')}"
    way = wording.through_blocs(blocs, site.agenda)
    return (line(f"As of {wording.day(site.as_of)}: {positions} {way}, not in its own words.", "faint"),)


def sections(site: Site, party: str) -> Iterator[Section]:
    """The blocs of a party, those first that it is in by itself; the members of a bloc: each with its days and page."""
    about, day = site.agenda.parties[party], f"as of {wording.day(site.as_of)}"
    of = site.agenda.memberships(party)
    if of:
        direct = [each for each in of if each.party == party]
        title = f"Member of {parties.counted(direct, site.as_of, 'bloc')}"
        bullets = tuple(_line(each.bloc, each, party, site) for each in of)
        yield Section(title, (Bullets(bullets),), f"{day}; {_OF_A_MEMBER}", anchor="blocs")
    if about.members:
        bullets = tuple(_line(each.party, each, each.party, site) for each in about.members)
        title = f"Speaks for {parties.counted(about.members, site.as_of)}"
        yield Section(title, (Bullets(bullets),), f"{day}; {_OF_A_BLOC}", anchor="members")
    elif about.size is not None:
        yield Section(f"Speaks for {wording.count(about.size, 'member')}, not named", (), anchor="members")


_OF_A_MEMBER = "where it does not speak for itself, it holds what they hold"
_OF_A_BLOC = "where they do not speak for themselves, they hold what it holds"


def _line(named: str, membership: Membership, party: str, site: Site) -> Line:
    """``G77 through LDC (from 2024-01-15)``: whose page, by which bloc if by one, and since when or until when."""
    names = site.agenda.parties
    way = f" {wording.through_blocs([membership.party], site.agenda)}" if membership.party != party else ""
    page = Run(names[named].name, "strong", page=f"parties/{named}")
    return (page, Run(f"{way}{parties.days_of(membership)}"))
