"""A dossier of very many parties and few issues, of which a red line of every tenth stands in the way."""

from __future__ import annotations


def many_parties(number: int) -> dict[str, str]:
    """So many parties, each with one statement on three issues, the first of which orders events."""
    ids = [f"party-{place:03}" for place in range(1, number + 1)]
    files = {
        "agenda.yaml": "posdiff: 1\nsteps: {aid: Aid begins, vote: The vote is held}\nparties:\n"
        + "".join(f"  {id}: {{name: Party {id[-3:]}}}\n" for id in ids)
        + "issues:\n"
        "  order: {title: What comes first, kind: sequence}\n"
        "  fund: {title: Size of the fund, kind: quantity}\n"
        "  seat: {title: Seat, kind: choice, options: {bonn: Bonn, lima: Lima}}\n",
        "drafts/2026-03-01-offer.yaml": "date: 2026-03-01\nby: a mediator\noutcomes: {fund: 130, seat: bonn}\n",
    }
    for place, id in enumerate(ids):
        firmness = ", firmness: red-line" if place % 10 == 0 else ""
        order = "aid, vote" if place % 2 else "vote, aid"
        files[f"{id}/2026-02-01.yaml"] = (
            f"date: 2026-02-01\nterms:\n  order: {{order: [{order}]}}\n  fund: {{min: {place % 7 * 40}}}\n"
            f"  seat: {{accepts: {'lima' if place % 3 else 'bonn'}{firmness}}}\n"
        )
    return files
