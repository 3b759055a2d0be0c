"""How far members stay within the words of their bloc, on one small dossier: each way to stray, and who is counted."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from posdiff.comparison.cohesion import BlocCohesion, cohesion
from posdiff.dossier.fold import position
from writing import dossier

AGENDA = """
    posdiff: 1
    parties: {union: {name: Union, members: [east, south, west]}, east: {name: East}, south: {name: South}, west: {name: West}}
    issues:
      fee: {title: Fee, kind: quantity, unit: coin}
      shop: {title: Shop, kind: choice, options: {no: No, later: Later, open: Open}}
      land: {title: Land, kind: set, members: {hill: Hill, port: Port}}
      talk: {title: Talk, kind: text}
    """  # noqa: E501
DAY = date(2024, 2, 1).toordinal()


def told(
    folder: Path, union: str, members: dict[str, str], dissents: dict[str, list[str]] | None = None
) -> BlocCohesion:
    """The cohesion of the union over all issues but `land`."""
    said = {"union": union, **members}
    read = dossier(
        folder,
        {
            "agenda.yaml": AGENDA,
            **{f"{who}/2024-01-01.yaml": f"date: 2024-01-01\nterms: {terms}\n" for who, terms in said.items() if terms},
        },
    )
    assert not read.findings
    positions = {party: position(read, party, DAY) for party in ("union", "east", "south", "west")}
    return cohesion(read.agenda, "union", ["east", "south", "west"], positions, dissents or {}, ["fee", "shop", "talk"])


def test_members_that_stay_within_and_members_that_stray(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        "{fee: {max: 9}, shop: [later, open], land: {includes: hill}, talk: words}",
        {
            "east": "{fee: {max: 8}, shop: open, land: {excludes: hill}, talk: other words}",
            "south": "{fee: {max: 12}}",
            "west": "{fee: {min: 10}}",
        },
    )
    assert (found.bloc, found.members, found.issues) == ("union", ("east", "south", "west"), ("fee", "shop"))
    assert (found.spoken, found.own, found.within) == (("fee", "shop"), 4, ("shop",))
    strays = [(stray.party, stray.issue, stray.how) for stray in found.strays]
    assert strays == [("south", "fee", "goes-beyond"), ("west", "fee", "contradicts")]
    south = found.strays[0]
    assert south.held is not None
    assert (south.held.parts[0].statement, south.bloc.parts[0].statement) == ("2024-01-01", "2024-01-01")


def test_what_a_member_holds_by_the_bloc_is_no_word_of_its_own(tmp_path: Path) -> None:
    found = told(tmp_path, "{fee: {max: 9}, shop: open}", {"east": "{fee: {max: 9}}"})
    assert (found.issues, found.spoken, found.own, found.strays) == (("fee", "shop"), ("fee",), 1, ())


def test_a_member_that_dissents_without_words_of_its_own(tmp_path: Path) -> None:
    """One that has words on the issue too is judged by them."""
    found = told(tmp_path, "{fee: {max: 9}, shop: open}", {"east": "{fee: {max: 9}}"}, {"east": ["fee"]})
    assert (found.own, found.strays) == (1, ())
    read = dossier(
        tmp_path / "other",
        {
            "agenda.yaml": AGENDA,
            "union/2024-01-01.yaml": "date: 2024-01-01\nterms: {shop: open}\n",
            "west/2024-01-02.yaml": "date: 2024-01-02\ndissents: [shop]\n",
        },
    )
    positions = {party: position(read, party, DAY) for party in ("union", "east", "west")}
    found = cohesion(read.agenda, "union", ["east", "west"], positions, {"west": ["shop"]}, ["fee", "shop"])
    assert [(stray.party, stray.issue, stray.how, stray.held) for stray in found.strays] == [
        ("west", "shop", "dissents", None)
    ]
    assert (found.spoken, found.own, found.within) == (("shop",), 1, ())


def test_an_offer_on_a_condition_counts_as_what_is_accepted(tmp_path: Path) -> None:
    offer = "{{shop: {{accepts: no, alternatives: [{{accepts: {}, if: {{fee: {{max: 3}}}}}}]}}}}"
    assert told(tmp_path / "within", "{shop: [no, open]}", {"east": offer.format("open")}).strays == ()
    (stray,) = told(tmp_path / "beyond", "{shop: [no, open]}", {"east": offer.format("later")}).strays
    assert stray.how == "goes-beyond"
