"""A wage round with two versions of a text: every state of a row of the four-column paper, with clauses and without."""

from __future__ import annotations

FILES = {
    "agenda.yaml": """
        posdiff: 1
        title: A wage round
        parties: {union: {name: Union}, employer: {name: Employer}, council: {name: Council, observer: true}}
        issues:
          pay: {title: Pay, kind: quantity, unit: percent}
          length: {title: Length, kind: quantity, unit: month}
          site: {title: Site, kind: choice, options: {stays: Stays, moves: Moves, shut: Shut}}
          canteen: {title: Canteen, kind: choice, options: {kept: Kept, shut: Shut}}
          bonus: {title: Bonus, kind: choice, options: {paid: Paid, unpaid: Unpaid}}
          parking: {title: Parking, kind: choice, options: {free: Free, dear: Dear}}
          hours: {title: Hours, kind: choice, options: {same: The same, more: More}}
        """,
    "union/2026-03-02.yaml": """
        date: 2026-03-02
        sources: {letter: {title: The letter, publisher: Union}}
        terms:
          pay: {min: 4, firmness: red-line, source: letter}
          length: {max: 24}
          site: {accepts: stays, firmness: red-line}
          canteen: kept
          parking: free
        """,
    "employer/2026-03-03.yaml": """
        date: 2026-03-03
        terms: {pay: {max: 5}, length: {max: 36}, site: [stays, moves], parking: {accepts: dear, firmness: red-line}}
        """,
    "employer/2026-03-09.yaml": """
        date: 2026-03-09
        standing: reported
        terms: {length: {max: 18}}
        """,
    "council/2026-03-03.yaml": "date: 2026-03-03\nterms: {bonus: paid}\n",
    "drafts/2026-04-10-offer.yaml": """
        date: 2026-04-10
        title: The offer
        by: [employer]
        sources: {paper: {title: The paper}}
        outcomes:
          pay: {min: 3, source: paper}
          length: {max: 30}
          site: {options: [{accepts: stays, by: union}, {accepts: moves, by: employer}]}
          canteen: kept
          bonus: paid
          parking: free
          hours: same
        clauses:
          - {id: 1, title: Pay, text: "Pay rises by 3 percent [at most].", settles: [pay, length], status: open}
          - {id: 2, text: "The site [stays] [moves].", settles: [site], by: [employer]}
          - {id: 3, text: "The canteen is kept.", settles: [canteen]}
          - {id: 5, text: Hours stay., settles: [hours]}
          - {id: 7, text: "Signed by all,\\nin two copies."}
        """,
    "drafts/2026-04-20-text.yaml": """
        date: 2026-04-20
        title: The text
        by: [employer, a mediator]
        standing: reported
        previous: 2026-04-10-offer
        outcomes:
          pay: {min: 4}
          length: {max: 24}
          site: {options: [{accepts: moves}, {accepts: shut}]}
          canteen: kept
          bonus: paid
          parking: dear
          hours: more
        clauses:
          - {id: 1, title: Pay, text: "Pay rises by 4 percent,\\nfor [two] years.", settles: [pay, length]}
          - {id: 4, text: "Bonus & parking: <as before>.", by: [a mediator]}
          - {id: 2, text: "The site [moves] [shuts].", settles: [site], by: [employer], status: agreed}
          - {id: 8, text: "The site moves.", settles: [site], status: agreed}
          - {id: 3, text: "The canteen is kept.", settles: [canteen]}
          - {id: 7, text: "Signed by all,\\nin two copies."}
        """,
}
#: The same where all that the drafts settle stands in clauses, so that it is known what was taken out.
IN_CLAUSES = FILES | {
    "drafts/2026-04-10-offer.yaml": FILES["drafts/2026-04-10-offer.yaml"].replace(
        "{id: 7, ", "{id: 7, settles: [bonus, parking], "
    ),
    "drafts/2026-04-20-text.yaml": FILES["drafts/2026-04-20-text.yaml"]
    .replace("\n          hours: more", "")
    .replace("{id: 4, ", "{id: 4, settles: [bonus, parking], "),
}
