"""Terms, alternatives, conditions: each a small statement in, and out what it accepts, or the whole of the findings."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from telling import clean, told, with_terms

from posdiff.dossier.dossier import Dossier
from posdiff.dossier.term import Condition
from posdiff.kinds.kind import Piece

#: One term; what is held: each offer as JSON shows it, with its condition, and what else the term says.
ACCEPTED = {
    "choice: a word": (
        "status: part",
        "[part]",
    ),
    "choice: a list": (
        "status: [free, part]",
        "[part, free]",
    ),
    "choice: accepts": (
        "status: {accepts: [part, ward]}",
        "[part, ward]",
    ),
    "choice: rejects": (
        "status: {rejects: part}",
        "[ward, free]",
    ),
    "choice: any": (
        "status: any",
        "[part, ward, free]",
    ),
    "choice: accepts any": (
        "status: {accepts: any}",
        "[part, ward, free]",
    ),
    "choice: an option named no is no boolean": (
        "corridor: no",
        "[no]",
    ),
    "choice: prefers": (
        "status: {accepts: [part, ward], prefers: ward}",
        """
        [part, ward]
        prefers ward
        """,
    ),
    "set: includes": (
        "regions: {includes: [east, west]}",
        "{includes: [east, west]}",
    ),
    "set: one name for a list of one": (
        "regions: {includes: east}",
        "{includes: [east]}",
    ),
    "set: excludes": (
        "regions: {excludes: [east]}",
        "{excludes: [east]}",
    ),
    "set: within": (
        "regions: {within: [east]}",
        "{excludes: [west, coast]}",
    ),
    "set: exactly": (
        "regions: {exactly: [east, coast]}",
        "{includes: [east, coast], excludes: [west]}",
    ),
    "set: includes and within": (
        "regions: {includes: east, within: [east, west]}",
        "{includes: [east], excludes: [coast]}",
    ),
    "set: all three": (
        "regions: {includes: east, excludes: west, within: [east, west]}",
        "{includes: [east], excludes: [west, coast]}",
    ),
    "set: includes all": (
        "regions: {includes: all}",
        "{includes: [east, west, coast]}",
    ),
    "set: excludes all": (
        "regions: {excludes: all}",
        "{excludes: [east, west, coast]}",
    ),
    "set: exactly all": (
        "regions: {exactly: all}",
        "{includes: [east, west, coast]}",
    ),
    "set: exactly none": (
        "regions: {exactly: none}",
        "{excludes: [east, west, coast]}",
    ),
    "set: any": (
        "regions: any",
        "{}",
    ),
    "set: accepts any": (
        "regions: {accepts: any}",
        "{}",
    ),
    "quantity: min, which takes in unlimited": (
        "ceiling: {min: 250000}",
        "{min: 250000, unlimited: true}",
    ),
    "quantity: max, which does not": (
        "ceiling: {max: 85000}",
        "{max: 85000}",
    ),
    "quantity: above, on whole numbers": (
        "ceiling: {above: 3}",
        "{min: 4, unlimited: true}",
    ),
    "quantity: below, on whole numbers": (
        "ceiling: {below: 4}",
        "{max: 3}",
    ),
    "quantity: above, on decimal numbers": (
        "area: {above: 0.5}",
        "{min: 0.5, min_open: true}",
    ),
    "quantity: below, on decimal numbers": (
        "area: {below: -3}",
        "{max: -3, max_open: true}",
    ),
    "quantity: both ends": (
        "ceiling: {min: 1, max: 2}",
        "{min: 1, max: 2}",
    ),
    "quantity: exactly": (
        "ceiling: {exactly: 85000}",
        "{min: 85000, max: 85000}",
    ),
    "quantity: exactly unlimited": (
        "ceiling: {exactly: unlimited}",
        "{min: unlimited, max: unlimited, unlimited: true}",
    ),
    "quantity: below unlimited": (
        "ceiling: {below: unlimited}",
        "{}",
    ),
    "quantity: a plus sign": (
        "ceiling: {max: +5}",
        "{max: 5}",
    ),
    "quantity: a zero in front makes nothing octal": (
        "ceiling: {max: 012}",
        "{max: 12}",
    ),
    "quantity: zeros behind": (
        "area: {max: 1.10}",
        "{max: 1.1}",
    ),
    "quantity: in quotation marks": (
        "ceiling: {max: '5'}",
        "{max: 5}",
    ),
    "quantity: any": (
        "ceiling: any",
        "{unlimited: true}",
    ),
    "quantity: the issue's own unit, which is only a word": (
        "ceiling: {max: 5 person}",
        "{max: 5}",
    ),
    "quantity: another unit, converted exactly": (
        "area: {max: 8100 mile**2}",
        "{max: 20978.9036937216}",
    ),
    "quantity: another name of the unit": (
        "area: {max: 100 hectare}",
        "{max: 1}",
    ),
    "quantity: prefers": (
        "ceiling: {max: 10, prefers: 3}",
        """
        {max: 10}
        prefers 3
        """,
    ),
    "quantity: prefers unlimited": (
        "ceiling: {min: 10, prefers: unlimited}",
        """
        {min: 10, unlimited: true}
        prefers unlimited
        """,
    ),
    "date: from": (
        "deadline: {from: 2025-01-01}",
        "{min: 2025-01-01}",
    ),
    "date: until": (
        "deadline: {until: 2025-01-01}",
        "{max: 2025-01-01}",
    ),
    "date: both ends on one day": (
        "deadline: {from: 2025-01-01, until: 2025-01-01}",
        "{min: 2025-01-01, max: 2025-01-01}",
    ),
    "date: exactly": (
        "deadline: {exactly: 2025-01-01}",
        "{min: 2025-01-01, max: 2025-01-01}",
    ),
    "date: any": (
        "deadline: any",
        "{}",
    ),
    "date: prefers": (
        "deadline: {until: 2025-01-01, prefers: 2024-12-24}",
        """
        {max: 2025-01-01}
        prefers 739244
        """,
    ),
    "sequence: an order": (
        "first-steps: {order: [talks, truce]}",
        "[[talks, truce]]",
    ),
    "sequence: a group": (
        "first-steps: {order: [[truce, talks], vote]}",
        "[[truce, vote], [talks, vote]]",
    ),
    "sequence: each entry against the next": (
        "first-steps: {order: [[truce, talks], retreat, vote]}",
        "[[truce, retreat], [talks, retreat]]",
    ),
    "sequence: together": (
        "first-steps: {order: [{together: [truce, talks]}]}",
        "[{together: [truce, talks]}]",
    ),
    "sequence: together, then another": (
        "first-steps: {order: [{together: [truce, talks]}, vote]}",
        "[[truce, vote], [talks, vote], {together: [truce, talks]}]",
    ),
    "sequence: any": (
        "first-steps: any",
        "[]",
    ),
    "sequence: what is so in any case": (
        "first-steps: {order: [retreat, vote]}",
        "[]",
    ),
    "text: the bare words": (
        "language: both are official",
        """
        both are official
        """,
    ),
    "text: says": (
        "language: {says: both are official}",
        """
        both are official
        """,
    ),
    "text: any is a word like others": (
        "language: any",
        """
        any
        """,
    ),
    "alternatives: of equal rank": (
        "status: {accepts: part, alternatives: [free, {accepts: ward}]}",
        """
        [part]
        [free]
        [ward]
        """,
    ),
    "alternatives: on a condition": (
        "status: {accepts: part, alternatives: [{accepts: free, if: {corridor: yes, ceiling: {max: 5}}}]}",
        """
        [part]
        [free] if ceiling {max: 5} and corridor [yes]
        """,
    ),
    "alternatives: nothing but a conditional offer": (
        "status: {alternatives: [{accepts: free, if: {corridor: yes}}]}",
        "[free] if corridor [yes]",
    ),
    "alternatives: of a text": (
        "language: {says: one, alternatives: [{says: two, if: {corridor: yes}}]}",
        """
        one
        two if corridor [yes]
        """,
    ),
    "applies_if": (
        "status: {accepts: part, applies_if: {corridor: yes}}",
        """
        [part]
        applies if corridor [yes]
        """,
    ),
    "applies_if: in the words of every kind": (
        "status: {accepts: part, applies_if: {corridor: [no], regions: {includes: east}, area: {min: 1 mile**2},"
        " deadline: any, first-steps: {order: [truce, talks]}}}",
        """
        [part]
        applies if area {min: 2.589988110336} and corridor [no] and deadline {} and first-steps [[truce, talks]] and regions {includes: [east]}
        """,  # noqa: E501
    ),
    "firmness, vague, adds, expires": (
        "status: {accepts: part, firmness: red-line, vague: true, adds: true, expires: 2024-12-31}",
        """
        [part]
        red-line
        vague
        adds
        expires 2024-12-31
        """,
    ),
    "firmness flexible, and nothing else that is not so anyway": (
        "status: {accepts: part, firmness: flexible, vague: false, adds: false}",
        """
        [part]
        flexible
        """,
    ),
}

#: One term, from line 3 of the file; the findings. Nothing of such a term is held.
REFUSED = {
    "choice: an option that is not there": (
        "status: {accepts: [part, fre]}",
        """
        error [unknown-option] north/2024-06-14.yaml:3:28
          no option `fre` in this issue
          hint: did you mean free?
        """,
    ),
    "choice: a bare option that is not there": (
        "status: fre",
        """
        error [unknown-option] north/2024-06-14.yaml:3:11
          no option `fre` in this issue
          hint: did you mean free?
        """,
    ),
    "choice: an option that is like no other": (
        "status: zzz",
        """
        error [unknown-option] north/2024-06-14.yaml:3:11
          no option `zzz` in this issue
          hint: known: free, part, ward
        """,
    ),
    "choice: accepts none": (
        "status: {accepts: none}",
        """
        error [reserved-word] north/2024-06-14.yaml:3:21
          `accepts: none` is not allowed here
          hint: known: free, part, ward; `accepts: any` accepts every outcome; else leave the issue out or withdraw it
        """,
    ),
    "choice: a bare none": (
        "status: none",
        """
        error [reserved-word] north/2024-06-14.yaml:3:11
          `accepts: none` is not allowed here
          hint: known: free, part, ward; `accepts: any` accepts every outcome; else leave the issue out or withdraw it
        """,
    ),
    "choice: a bare all": (
        "status: all",
        """
        error [reserved-word] north/2024-06-14.yaml:3:11
          `accepts: all` is not allowed here
          hint: known: free, part, ward; `accepts: any` accepts every outcome; else leave the issue out or withdraw it
        """,
    ),
    "choice: rejects any": (
        "status: {rejects: any}",
        """
        error [reserved-word] north/2024-06-14.yaml:3:21
          `rejects: any` is not allowed here
          hint: known: free, part, ward; `accepts: any` accepts every outcome; else leave the issue out or withdraw it
        """,
    ),
    "choice: rejects all": (
        "status: {rejects: all}",
        """
        error [reserved-word] north/2024-06-14.yaml:3:21
          `rejects: all` is not allowed here
          hint: known: free, part, ward; `accepts: any` accepts every outcome; else leave the issue out or withdraw it
        """,
    ),
    "choice: every option rejected": (
        "status: {rejects: [part, ward, free]}",
        """
        error [empty-offer] north/2024-06-14.yaml:3:21
          every option is rejected
          hint: no settlement could meet this position: name what is accepted
        """,
    ),
    "choice: accepts with rejects": (
        "status: {accepts: part, rejects: free}",
        """
        error [two-ways] north/2024-06-14.yaml:3:36
          `accepts` and `rejects` cannot be used together
          hint: say what is accepted, or what is rejected
        """,
    ),
    "choice: an option twice": (
        "status: [part, part]",
        """
        error [named-twice] north/2024-06-14.yaml:3:18
          `part` is named twice
          hint: delete one
        """,
    ),
    "choice: an empty list": (
        "status: []",
        """
        error [empty-list] north/2024-06-14.yaml:3:11
          the list is empty
          hint: name at least one, or delete the key
        """,
    ),
    "choice: any among options": (
        "status: [any, part]",
        """
        error [unknown-option] north/2024-06-14.yaml:3:12
          no option `any` in this issue
          hint: known: free, part, ward
        """,
    ),
    "choice: the word of another kind": (
        "status: {exactly: part}",
        """
        error [unknown-key] north/2024-06-14.yaml:3:12
          no key `exactly` in a term on the choice issue status
          hint: known: accepts, adds, alternatives, applies_if, expires, firmness, note, prefers, quote, rejects, source, vague
        """,  # noqa: E501
    ),
    "choice: true for yes": (
        "corridor: true",
        """
        error [unknown-option] north/2024-06-14.yaml:3:13
          no option `true` in this issue
          hint: known: no, yes
        """,
    ),
    "choice: a capital letter": (
        "status: Free",
        """
        error [unknown-option] north/2024-06-14.yaml:3:11
          no option `Free` in this issue
          hint: did you mean free?
        """,
    ),
    "choice: a mapping in the list": (
        "status: {accepts: [{part: x}]}",
        """
        error [wrong-shape] north/2024-06-14.yaml:3:22
          expected the id of an option
        """,
    ),
    "choice: prefers what is not there": (
        "status: {accepts: [part, ward], prefers: wart}",
        """
        error [unknown-option] north/2024-06-14.yaml:3:44
          no option `wart` in this issue
          hint: did you mean ward or part?
        """,
    ),
    "choice: prefers two": (
        "status: {accepts: [part, ward], prefers: [part, ward]}",
        """
        error [wrong-shape] north/2024-06-14.yaml:3:44
          expected one option
        """,
    ),
    "choice: prefers and nothing else": (
        "status: {prefers: free}",
        """
        error [no-offer] north/2024-06-14.yaml:3:11
          the term on status does not say what is accepted
          hint: write one of accepts, rejects
        """,
    ),
    "set: bare members": (
        "regions: [east, west]",
        """
        error [bare-value] north/2024-06-14.yaml:3:12
          a bare list of members says neither `includes` nor `exactly`
          hint: write `includes:`, `excludes:`, `within:` or `exactly:`
        """,
    ),
    "set: a bare member": (
        "regions: east",
        """
        error [bare-value] north/2024-06-14.yaml:3:12
          a bare list of members says neither `includes` nor `exactly`
          hint: write `includes:`, `excludes:`, `within:` or `exactly:`
        """,
    ),
    "set: a bare all": (
        "regions: all",
        """
        error [bare-value] north/2024-06-14.yaml:3:12
          a bare list of members says neither `includes` nor `exactly`
          hint: write `includes:`, `excludes:`, `within:` or `exactly:`
        """,
    ),
    "set: a member that is not there": (
        "regions: {includes: [east, wset]}",
        """
        error [unknown-member] north/2024-06-14.yaml:3:30
          no member `wset` in this issue
          hint: did you mean west?
        """,
    ),
    "set: includes none": (
        "regions: {includes: none}",
        """
        error [reserved-word] north/2024-06-14.yaml:3:23
          `includes: none` is not allowed
          hint: delete the key, or write `exactly: none` if nothing may be in it
        """,
    ),
    "set: excludes none": (
        "regions: {excludes: none}",
        """
        error [reserved-word] north/2024-06-14.yaml:3:23
          `excludes: none` is not allowed
          hint: delete the key, or write `exactly: none` if nothing may be in it
        """,
    ),
    "set: exactly any": (
        "regions: {exactly: any}",
        """
        error [reserved-word] north/2024-06-14.yaml:3:22
          `exactly: any` is not allowed
          hint: delete the key, or write `exactly: none` if nothing may be in it
        """,
    ),
    "set: accepts none": (
        "regions: {accepts: none}",
        """
        error [wrong-value] north/2024-06-14.yaml:3:22
          on a set, `accepts` takes only `any`, and no other key beside it
          hint: write `includes:`, `excludes:`, `within:` or `exactly:`
        """,
    ),
    "set: accepts with includes": (
        "regions: {accepts: any, includes: east}",
        """
        error [wrong-value] north/2024-06-14.yaml:3:22
          on a set, `accepts` takes only `any`, and no other key beside it
          hint: write `includes:`, `excludes:`, `within:` or `exactly:`
        """,
    ),
    "set: exactly with another": (
        "regions: {exactly: [east], excludes: [west]}",
        """
        error [two-ways] north/2024-06-14.yaml:3:22
          `exactly` cannot be combined
          hint: delete the other keys: `exactly` says it all
        """,
    ),
    "set: included and excluded": (
        "regions: {includes: [east, west], excludes: [west, coast]}",
        """
        error [empty-offer] north/2024-06-14.yaml:3:47
          west is both included and left out by `excludes`: no outcome could be accepted
          hint: delete it from one of the two
        """,
    ),
    "set: included and not within": (
        "regions: {includes: [east, west], within: [east]}",
        """
        error [empty-offer] north/2024-06-14.yaml:3:45
          west is both included and left out by `within`: no outcome could be accepted
          hint: delete it from one of the two
        """,
    ),
    "set: an empty list": (
        "regions: {exactly: []}",
        """
        error [empty-list] north/2024-06-14.yaml:3:22
          the list is empty
          hint: name at least one, or delete the key
        """,
    ),
    "set: prefers": (
        "regions: {includes: east, prefers: west}",
        """
        error [unknown-key] north/2024-06-14.yaml:3:29
          no key `prefers` in a term on the set issue regions
          hint: known: accepts, adds, alternatives, applies_if, exactly, excludes, expires, firmness, includes, note, quote, source and 2 more
        """,  # noqa: E501
    ),
    "quantity: a bare number": (
        "ceiling: 85000",
        """
        error [bare-value] north/2024-06-14.yaml:3:12
          a bare number says neither at least nor at most
          hint: write `min:` (at least), `max:` (at most) or `exactly:`
        """,
    ),
    "quantity: a comma between thousands": (
        "ceiling: {max: '21,000'}",
        """
        error [not-a-number] north/2024-06-14.yaml:3:18
          `21,000` is not a plain number
          hint: write 21000, without separators
        """,
    ),
    "quantity: an underscore between thousands": (
        "ceiling: {max: 21_000}",
        """
        error [not-a-number] north/2024-06-14.yaml:3:18
          `21_000` is not a plain number
          hint: write 21000, without separators
        """,
    ),
    "quantity: an apostrophe between thousands": (
        "ceiling: {max: 21'000}",
        """
        error [not-a-number] north/2024-06-14.yaml:3:18
          `21'000` is not a plain number
          hint: write 21000, without separators
        """,
    ),
    "quantity: an exponent": (
        "ceiling: {max: 1e3}",
        """
        error [not-a-number] north/2024-06-14.yaml:3:18
          `1e3` is not a plain number
          hint: write plain digits: 21000, 0.5, -3
        """,
    ),
    "quantity: a hexadecimal number": (
        "ceiling: {max: 0x10}",
        """
        error [not-a-number] north/2024-06-14.yaml:3:18
          `0x10` is not a plain number
          hint: write plain digits: 21000, 0.5, -3
        """,
    ),
    "quantity: nan": (
        "ceiling: {max: nan}",
        """
        error [not-a-number] north/2024-06-14.yaml:3:18
          `nan` is not a plain number
          hint: write plain digits: 21000, 0.5, -3
        """,
    ),
    "quantity: inf": (
        "ceiling: {max: inf}",
        """
        error [not-a-number] north/2024-06-14.yaml:3:18
          `inf` is not a plain number
          hint: write plain digits: 21000, 0.5, -3
        """,
    ),
    "quantity: -.inf": (
        "ceiling: {min: -.inf}",
        """
        error [not-a-number] north/2024-06-14.yaml:3:18
          `-.inf` is not a plain number
          hint: write plain digits: 21000, 0.5, -3
        """,
    ),
    "quantity: a comma for the point": (
        "ceiling: {max: '0,5'}",
        """
        error [not-a-number] north/2024-06-14.yaml:3:18
          `0,5` is not a plain number
          hint: write a decimal point: 0.5
        """,
    ),
    "quantity: a point without digits after it": (
        "ceiling: {max: 1.}",
        """
        error [not-a-number] north/2024-06-14.yaml:3:18
          `1.` is not a plain number
          hint: write plain digits: 21000, 0.5, -3
        """,
    ),
    "quantity: a point without digits before it": (
        "ceiling: {max: .5}",
        """
        error [not-a-number] north/2024-06-14.yaml:3:18
          `.5` is not a plain number
          hint: write plain digits: 21000, 0.5, -3
        """,
    ),
    "quantity: digits of another script": (
        "ceiling: {max: ٣٤}",
        """
        error [not-a-number] north/2024-06-14.yaml:3:18
          `٣٤` is not a plain number
          hint: write plain digits: 21000, 0.5, -3
        """,
    ),
    "quantity: a percentage": (
        "ceiling: {max: 5%}",
        """
        error [not-a-number] north/2024-06-14.yaml:3:18
          `5%` is not a plain number
          hint: write plain digits: 21000, 0.5, -3
        """,
    ),
    "quantity: hours and minutes": (
        "ceiling: {max: 1:30}",
        """
        error [not-a-number] north/2024-06-14.yaml:3:18
          `1:30` is not a plain number
          hint: write plain digits: 21000, 0.5, -3
        """,
    ),
    "quantity: a word": (
        "ceiling: {max: many}",
        """
        error [not-a-number] north/2024-06-14.yaml:3:18
          `many` is not a plain number
          hint: write plain digits: 21000, 0.5, -3
        """,
    ),
    "quantity: an empty text": (
        "ceiling: {max: ''}",
        """
        error [not-a-number] north/2024-06-14.yaml:3:18
          `` is not a plain number
          hint: write plain digits: 21000, 0.5, -3
        """,
    ),
    "quantity: a list": (
        "ceiling: {max: [1, 2]}",
        """
        error [wrong-shape] north/2024-06-14.yaml:3:18
          expected a number
        """,
    ),
    "quantity: min above max": (
        "ceiling: {min: 10, max: 5}",
        """
        error [empty-offer] north/2024-06-14.yaml:3:27
          `min: 10` and `max: 5` leave no outcome to accept
          hint: swap the bounds, or widen them
        """,
    ),
    "quantity: nothing between": (
        "ceiling: {above: 3, below: 4}",
        """
        error [empty-offer] north/2024-06-14.yaml:3:30
          `above: 3` and `below: 4` leave no outcome to accept
          hint: swap the bounds, or widen them
        """,
    ),
    "quantity: above and at most one number": (
        "area: {above: 3, max: 3}",
        """
        error [empty-offer] north/2024-06-14.yaml:3:25
          `above: 3` and `max: 3` leave no outcome to accept
          hint: swap the bounds, or widen them
        """,
    ),
    "quantity: two lower bounds": (
        "ceiling: {min: 1, above: 2}",
        """
        error [two-ways] north/2024-06-14.yaml:3:28
          two lower bounds: `min` and `above`
          hint: keep one
        """,
    ),
    "quantity: two upper bounds": (
        "ceiling: {max: 1, below: 2}",
        """
        error [two-ways] north/2024-06-14.yaml:3:28
          two upper bounds: `max` and `below`
          hint: keep one
        """,
    ),
    "quantity: exactly and a bound": (
        "ceiling: {exactly: 1, max: 2}",
        """
        error [two-ways] north/2024-06-14.yaml:3:22
          `exactly` cannot be combined
          hint: delete the other bounds
        """,
    ),
    "quantity: unlimited where it is not declared": (
        "area: {exactly: unlimited}",
        """
        error [unlimited-not-declared] north/2024-06-14.yaml:3:19
          this issue has no outcome `unlimited`
          hint: declare it in the agenda: `unlimited: No ceiling`
        """,
    ),
    "quantity: a unit of another dimension": (
        "area: {max: 8100 mile}",
        """
        error [wrong-dimension] north/2024-06-14.yaml:3:15
          `mile` does not measure the same as `km**2`
          hint: write the value in `km**2`, or in a unit that measures the same
        """,
    ),
    "quantity: a unit that nobody knows": (
        "area: {max: 8100 furlangs**2}",
        """
        error [unknown-unit] north/2024-06-14.yaml:3:15
          the unit `furlangs**2` is not known, so nothing can be converted
          hint: write the value in the issue's own unit, `km**2`
        """,
    ),
    "quantity: a unit where the issue's own is only a word": (
        "ceiling: {max: 8 kg}",
        """
        error [unknown-unit] north/2024-06-14.yaml:3:18
          the unit `person` is not known, so nothing can be converted
          hint: write the value in the issue's own unit, `person`
        """,
    ),
    "quantity: a number that sticks to its unit": (
        "area: {max: 8100km**2}",
        """
        error [not-a-number] north/2024-06-14.yaml:3:15
          `8100km**2` is not a plain number
          hint: write plain digits: 21000, 0.5, -3
        """,
    ),
    "quantity: a unit that is a program": (
        "area: {max: '1 __import__(\"os\")'}",
        """
        error [unknown-unit] north/2024-06-14.yaml:3:15
          the unit `__import__("os")` is not known, so nothing can be converted
          hint: write the value in the issue's own unit, `km**2`
        """,
    ),
    "quantity: accepts a number": (
        "ceiling: {accepts: 3}",
        """
        error [wrong-value] north/2024-06-14.yaml:3:22
          on a quantity, `accepts` takes only `any`, and no other key beside it
          hint: write one of min, above, max, below, exactly
        """,
    ),
    "quantity: the word of another kind": (
        "ceiling: {includes: 3}",
        """
        error [unknown-key] north/2024-06-14.yaml:3:13
          no key `includes` in a term on the quantity issue ceiling
          hint: known: above, accepts, adds, alternatives, applies_if, below, exactly, expires, firmness, max, min, note and 4 more
        """,  # noqa: E501
    ),
    "quantity: prefers what is no number": (
        "ceiling: {max: 10, prefers: few}",
        """
        error [not-a-number] north/2024-06-14.yaml:3:31
          `few` is not a plain number
          hint: write plain digits: 21000, 0.5, -3
        """,
    ),
    "date: a bare day": (
        "deadline: 2025-01-01",
        """
        error [bare-value] north/2024-06-14.yaml:3:13
          a bare date says neither from when nor until when
          hint: write `from:` (not before), `until:` (not after) or `exactly:`
        """,
    ),
    "date: a day that is not there": (
        "deadline: {until: 2024-02-30}",
        """
        error [not-a-date] north/2024-06-14.yaml:3:21
          the date 2024-02-30 does not exist
          hint: write it as 2024-06-14
        """,
    ),
    "date: a day in words": (
        "deadline: {until: 14 June 2024}",
        """
        error [not-a-date] north/2024-06-14.yaml:3:21
          expected a date, found `14 June 2024`
          hint: write it as 2024-06-14
        """,
    ),
    "date: a day without zeros": (
        "deadline: {until: 2024-6-4}",
        """
        error [not-a-date] north/2024-06-14.yaml:3:21
          expected a date, found `2024-6-4`
          hint: write it as 2024-06-14
        """,
    ),
    "date: the year 0000": (
        "deadline: {until: 0000-01-01}",
        """
        error [not-a-date] north/2024-06-14.yaml:3:21
          the date 0000-01-01 does not exist
          hint: write it as 2024-06-14
        """,
    ),
    "date: a week": (
        "deadline: {until: 2024-W24-5}",
        """
        error [not-a-date] north/2024-06-14.yaml:3:21
          expected a date, found `2024-W24-5`
          hint: write it as 2024-06-14
        """,
    ),
    "date: from after until": (
        "deadline: {from: 2025-01-02, until: 2025-01-01}",
        """
        error [empty-offer] north/2024-06-14.yaml:3:39
          `from: 2025-01-02` and `until: 2025-01-01` leave no outcome to accept
          hint: swap the bounds, or widen them
        """,
    ),
    "date: the word of another kind": (
        "deadline: {max: 2025-01-01}",
        """
        error [unknown-key] north/2024-06-14.yaml:3:14
          no key `max` in a term on the date issue deadline
          hint: known: accepts, adds, alternatives, applies_if, exactly, expires, firmness, from, note, prefers, quote, source and 2 more
        """,  # noqa: E501
    ),
    "date: unlimited": (
        "deadline: {exactly: unlimited}",
        """
        error [not-a-date] north/2024-06-14.yaml:3:23
          expected a date, found `unlimited`
          hint: write it as 2024-06-14
        """,
    ),
    "sequence: a bare step": (
        "first-steps: truce",
        """
        error [bare-value] north/2024-06-14.yaml:3:16
          a bare value states no order
          hint: write `order: [first, second]`
        """,
    ),
    "sequence: a bare list": (
        "first-steps: [truce, talks]",
        """
        error [bare-value] north/2024-06-14.yaml:3:16
          a bare value states no order
          hint: write `order: [first, second]`
        """,
    ),
    "sequence: a step that is not there": (
        "first-steps: {order: [truce, talk]}",
        """
        error [unknown-step] north/2024-06-14.yaml:3:32
          no step `talk` in this issue
          hint: did you mean talks?
        """,
    ),
    "sequence: a step that is not there, in a group": (
        "first-steps: {order: [[truce, talk], vote]}",
        """
        error [unknown-step] north/2024-06-14.yaml:3:33
          no step `talk` in this issue
          hint: did you mean talks?
        """,
    ),
    "sequence: a step that is not there, together": (
        "first-steps: {order: [{together: [truce, talk]}, vote]}",
        """
        error [unknown-step] north/2024-06-14.yaml:3:44
          no step `talk` in this issue
          hint: did you mean talks?
        """,
    ),
    "sequence: one step": (
        "first-steps: {order: [truce]}",
        """
        error [empty-list] north/2024-06-14.yaml:3:24
          an order needs at least two entries, or steps that happen together
          hint: write `order: [first, second]`
        """,
    ),
    "sequence: a text": (
        "first-steps: {order: truce}",
        """
        error [wrong-shape] north/2024-06-14.yaml:3:24
          expected a list of steps
          hint: order: [first, second]
        """,
    ),
    "sequence: an order that bites its tail": (
        "first-steps: {order: [truce, talks, truce]}",
        """
        error [empty-offer] north/2024-06-14.yaml:3:24
          the order is circular: truce before talks before truce
          hint: delete one of these orders, or correct the agenda's `after`
        """,
    ),
    "sequence: against the nature of things": (
        "first-steps: {order: [vote, retreat]}",
        """
        error [empty-offer] north/2024-06-14.yaml:3:24
          the order is circular: retreat before vote before retreat
          hint: delete one of these orders, or correct the agenda's `after`
        """,
    ),
    "sequence: together with what comes before it": (
        "first-steps: {order: [{together: [vote, retreat]}]}",
        """
        error [empty-offer] north/2024-06-14.yaml:3:24
          the order is circular: retreat before vote at the same time as retreat
          hint: delete one of these orders, or correct the agenda's `after`
        """,
    ),
    "sequence: together with nothing": (
        "first-steps: {order: [{together: [truce]}, talks]}",
        """
        error [wrong-shape] north/2024-06-14.yaml:3:25
          expected `{together: [one, other]}`
        """,
    ),
    "sequence: an empty entry": (
        "first-steps: {order: [truce, [], talks]}",
        """
        error [empty-list] north/2024-06-14.yaml:3:32
          the entry is empty
          hint: name a step, or delete it
        """,
    ),
    "sequence: another word in an entry": (
        "first-steps: {order: [truce, {at-once: [talks, vote]}]}",
        """
        error [wrong-shape] north/2024-06-14.yaml:3:32
          expected `{together: [one, other]}`
        """,
    ),
    "sequence: lists in lists in lists": (
        "first-steps: {order: [truce, [[talks]]]}",
        """
        error [wrong-shape] north/2024-06-14.yaml:3:33
          expected a step
        """,
    ),
    "sequence: accepts with order": (
        "first-steps: {order: [truce, talks], accepts: any}",
        """
        error [wrong-value] north/2024-06-14.yaml:3:49
          on a sequence, `accepts` takes only `any`, and no other key beside it
          hint: write `order: [first, second]`
        """,
    ),
    "sequence: prefers": (
        "first-steps: {order: [truce, talks], prefers: vote}",
        """
        error [unknown-key] north/2024-06-14.yaml:3:40
          no key `prefers` in a term on the sequence issue first-steps
          hint: known: accepts, adds, alternatives, applies_if, expires, firmness, note, order, quote, source, vague
        """,
    ),
    "text: accepts any": (
        "language: {accepts: any}",
        """
        error [unknown-key] north/2024-06-14.yaml:3:14
          no key `accepts` in a term on the text issue language
          hint: known: adds, alternatives, applies_if, expires, firmness, note, quote, says, source, vague
        """,
    ),
    "text: an empty text": (
        "language: {says: ''}",
        """
        error [wrong-shape] north/2024-06-14.yaml:3:20
          expected text
          hint: says: the words
        """,
    ),
    "text: a list": (
        "language: [one, two]",
        """
        error [wrong-shape] north/2024-06-14.yaml:3:13
          expected text
          hint: says: the words
        """,
    ),
    "a key that is nearly right": (
        "status: {accept: part}",
        """
        error [unknown-key] north/2024-06-14.yaml:3:12
          no key `accept` in a term on the choice issue status
          hint: did you mean accepts?
        """,
    ),
    "another key that is nearly right": (
        "status: {accepts: part, firmnes: firm}",
        """
        error [unknown-key] north/2024-06-14.yaml:3:27
          no key `firmnes` in a term on the choice issue status
          hint: did you mean firmness?
        """,
    ),
    "firmness: a word that is not there": (
        "status: {accepts: part, firmness: hard}",
        """
        error [wrong-value] north/2024-06-14.yaml:3:37
          `firmness` is flexible, firm or red-line, not `hard`
        """,
    ),
    "vague: yes": (
        "status: {accepts: part, vague: yes}",
        """
        error [wrong-value] north/2024-06-14.yaml:3:34
          `vague` is true or false, not `yes`
        """,
    ),
    "adds: in capitals": (
        "status: {accepts: part, adds: True}",
        """
        error [wrong-value] north/2024-06-14.yaml:3:33
          `adds` is true or false, not `True`
          hint: did you mean true?
        """,
    ),
    "expires: no day": (
        "status: {accepts: part, expires: never}",
        """
        error [not-a-date] north/2024-06-14.yaml:3:36
          expected a date, found `never`
          hint: write it as 2024-06-14
        """,
    ),
    "expires: a day that is not there": (
        "status: {accepts: part, expires: 2024-06-31}",
        """
        error [not-a-date] north/2024-06-14.yaml:3:36
          the date 2024-06-31 does not exist
          hint: write it as 2024-06-14
        """,
    ),
    "note: a list": (
        "status: {accepts: part, note: [a]}",
        """
        error [wrong-shape] north/2024-06-14.yaml:3:33
          expected text for `note`, found a list
          hint: put the text in quotes: "[a]"
        """,
    ),
    "note: an empty text": (
        "status: {accepts: part, note: ''}",
        """
        error [empty-text] north/2024-06-14.yaml:3:33
          `note` is empty
          hint: write it, or delete the key
        """,
    ),
    "a term without an offer": (
        "status: {firmness: red-line}",
        """
        error [no-offer] north/2024-06-14.yaml:3:11
          the term on status does not say what is accepted
          hint: write one of accepts, rejects
        """,
    ),
    "an empty term": (
        "status: {}",
        """
        error [no-offer] north/2024-06-14.yaml:3:11
          the term on status does not say what is accepted
          hint: write one of accepts, rejects
        """,
    ),
    "a term that is missing": (
        "status:",
        """
        error [null-value] north/2024-06-14.yaml:3:3
          a value is missing here
          hint: write the value, or delete the key; quote it if the word itself is meant
        """,
    ),
    "a value that is missing": (
        "ceiling: {max: }",
        """
        error [no-offer] north/2024-06-14.yaml:3:12
          the term on ceiling does not say what is accepted
          hint: write one of above, accepts, below, exactly, max, min
        error [null-value] north/2024-06-14.yaml:3:13
          a value is missing here
          hint: write the value, or delete the key; quote it if the word itself is meant
        """,
    ),
    "an issue that is nearly right": (
        "statsu: part",
        """
        error [unknown-issue] north/2024-06-14.yaml:3:3
          no issue `statsu` in the agenda
          hint: did you mean status?
        """,
    ),
    "an issue in capitals": (
        "Status: part",
        """
        error [unknown-issue] north/2024-06-14.yaml:3:3
          no issue `Status` in the agenda
          hint: did you mean status?
        """,
    ),
    "an issue that is like no other": (
        "zzz: part",
        """
        error [unknown-issue] north/2024-06-14.yaml:3:3
          no issue `zzz` in the agenda
          hint: known: area, ceiling, corridor, deadline, first-steps, language, regions, status
        """,
    ),
    "an if on the term": (
        "status: {accepts: part, if: {corridor: yes}}",
        """
        error [if-on-a-term] north/2024-06-14.yaml:3:27
          a term itself cannot have an `if`
          hint: for an offer that is made only where other issues come out so, put it under `alternatives` with that `if`; for a demand that binds only there, write `applies_if`
        """,  # noqa: E501
    ),
    "an if on the term, and nothing else": (
        "status: {if: {corridor: yes}}",
        """
        error [if-on-a-term] north/2024-06-14.yaml:3:12
          a term itself cannot have an `if`
          hint: for an offer that is made only where other issues come out so, put it under `alternatives` with that `if`; for a demand that binds only there, write `applies_if`
        """,  # noqa: E501
    ),
    "applies_if: on the issue itself": (
        "status: {accepts: part, applies_if: {status: free}}",
        """
        error [condition-on-itself] north/2024-06-14.yaml:3:40
          the term on `status` depends on `status` itself
          hint: a condition is about other issues; for this one, say what is accepted
        """,
    ),
    "applies_if: on a text": (
        "status: {accepts: part, applies_if: {language: x}}",
        """
        error [condition-on-text] north/2024-06-14.yaml:3:40
          `language` is a text issue, on which no condition can depend
          hint: name an issue whose outcomes a program can compare
        """,
    ),
    "applies_if: an issue that is not there": (
        "status: {accepts: part, applies_if: {coridor: yes}}",
        """
        error [unknown-issue] north/2024-06-14.yaml:3:40
          no issue `coridor` in the agenda
          hint: did you mean corridor?
        """,
    ),
    "applies_if: an option that is not there": (
        "status: {accepts: part, applies_if: {corridor: maybe}}",
        """
        error [unknown-option] north/2024-06-14.yaml:3:50
          no option `maybe` in this issue
          hint: known: no, yes
        """,
    ),
    "applies_if: a bare number": (
        "status: {accepts: part, applies_if: {ceiling: 5}}",
        """
        error [bare-value] north/2024-06-14.yaml:3:49
          a bare number says neither at least nor at most
          hint: write `min:` (at least), `max:` (at most) or `exactly:`
        """,
    ),
    "applies_if: a list": (
        "status: {accepts: part, applies_if: [corridor]}",
        """
        error [wrong-shape] north/2024-06-14.yaml:3:39
          expected a mapping of issues, found a list
          hint: write `{issue: what it accepts}`
        """,
    ),
    "applies_if: a quote in it": (
        "status: {accepts: part, applies_if: {corridor: {accepts: yes, quote: x}}}",
        """
        error [unknown-key] north/2024-06-14.yaml:3:65
          no key `quote` in a condition on the choice issue corridor
          hint: known: accepts, rejects
        """,
    ),
    "alternatives: a mapping": (
        "status: {accepts: part, alternatives: {accepts: free}}",
        """
        error [wrong-shape] north/2024-06-14.yaml:3:41
          expected a list of alternatives
          hint: alternatives: [{accepts: …, if: {issue: …}}]
        """,
    ),
    "alternatives: one that offers nothing": (
        "status: {accepts: part, alternatives: [{if: {corridor: yes}}]}",
        """
        error [no-offer] north/2024-06-14.yaml:3:42
          the alternative does not say what is accepted
          hint: write one of accepts, rejects
        """,
    ),
    "alternatives: an if on the issue itself": (
        "status: {accepts: part, alternatives: [{accepts: free, if: {status: part}}]}",
        """
        error [condition-on-itself] north/2024-06-14.yaml:3:63
          the term on `status` depends on `status` itself
          hint: a condition is about other issues; for this one, say what is accepted
        """,
    ),
    "alternatives: an if on a text": (
        "status: {accepts: part, alternatives: [{accepts: free, if: {language: x}}]}",
        """
        error [condition-on-text] north/2024-06-14.yaml:3:63
          `language` is a text issue, on which no condition can depend
          hint: name an issue whose outcomes a program can compare
        """,
    ),
    "alternatives: an if that is a text": (
        "status: {accepts: part, alternatives: [{accepts: free, if: corridor}]}",
        """
        error [wrong-shape] north/2024-06-14.yaml:3:62
          expected a mapping of issues, found text
          hint: write `{issue: what it accepts}`
        """,
    ),
    "alternatives: a firmness of its own": (
        "status: {accepts: part, alternatives: [{accepts: free, firmness: firm}]}",
        """
        error [unknown-key] north/2024-06-14.yaml:3:58
          no key `firmness` in an alternative on status
          hint: known: accepts, if, note, quote, rejects, source
        """,
    ),
    "alternatives: an option that is not there": (
        "status: {accepts: part, alternatives: [{accepts: fre}]}",
        """
        error [unknown-option] north/2024-06-14.yaml:3:52
          no option `fre` in this issue
          hint: did you mean free?
        """,
    ),
    "alternatives: a bare number": (
        "ceiling: {max: 5, alternatives: [9]}",
        """
        error [bare-value] north/2024-06-14.yaml:3:36
          a bare number says neither at least nor at most
          hint: write `min:` (at least), `max:` (at most) or `exactly:`
        """,
    ),
    "two faults in one term": (
        "status: {accepts: [fre, prt], firmness: hard}",
        """
        error [unknown-option] north/2024-06-14.yaml:3:22
          no option `fre` in this issue
          hint: did you mean free?
        error [unknown-option] north/2024-06-14.yaml:3:27
          no option `prt` in this issue
          hint: did you mean part?
        error [wrong-value] north/2024-06-14.yaml:3:43
          `firmness` is flexible, firm or red-line, not `hard`
        """,
    ),
}

#: One term that is odd, and held all the same; the warnings.
ODD = {
    "choice: prefers what is not accepted": (
        "status: {accepts: [part, ward], prefers: free}",
        """
        warning [prefers-outside] north/2024-06-14.yaml:3:44
          what is preferred is not among the outcomes that are accepted
          hint: accept it too, or correct one of the two
        """,
    ),
    "quantity: prefers what is not accepted": (
        "ceiling: {max: 10, prefers: 11}",
        """
        warning [prefers-outside] north/2024-06-14.yaml:3:31
          what is preferred is not among the outcomes that are accepted
          hint: accept it too, or correct one of the two
        """,
    ),
    "date: prefers what is not accepted": (
        "deadline: {until: 2025-01-01, prefers: 2025-01-02}",
        """
        warning [prefers-outside] north/2024-06-14.yaml:3:42
          what is preferred is not among the outcomes that are accepted
          hint: accept it too, or correct one of the two
        """,
    ),
}

#: What the contract asks of a term and the program does not do yet; the rules of the findings, and their places.
WANTED = {
    "a condition that says nothing": (
        "status: {accepts: part, applies_if: {corridor: {}}}",
        "no-offer 3:50",
    ),
    "a condition that says nothing, beside one that does": (
        "status: {accepts: part, applies_if: {corridor: {}, ceiling: {max: 3}}}",
        "no-offer 3:50",
    ),
    "an alternative's condition that says nothing": (
        "status: {accepts: part, alternatives: [{accepts: free, if: {corridor: {}}}]}",
        "no-offer 3:73",
    ),
}


def _shown(issue: str, piece: Piece, read: Dossier) -> str:
    """A piece as JSON shows it, without what is null or false."""
    value = read.agenda.issues[issue].space.as_json(piece)
    kept = {key: part for key, part in value.items() if part not in (None, False, [])} if type(value) is dict else value
    return json.dumps(kept).replace('"', "")


def _condition(condition: Condition, read: Dossier) -> str:
    return " and ".join(f"{issue} {_shown(issue, piece, read)}" for issue, piece in sorted(condition))


def _held(read: Dossier) -> str:
    """What the one term of the one statement says: each offer with its condition, and what else is not so anyway."""
    (term,) = read.statements[0].terms.values()
    lines = []
    for offer in term.offers:
        condition = f" if {_condition(offer.condition, read)}" if offer.condition else ""
        lines.append(_shown(term.issue, offer.accepts, read) + condition)
    if term.condition:
        lines.append(f"applies if {_condition(term.condition, read)}")
    if term.prefers is not None:
        lines.append(f"prefers {term.prefers}")
    words = (term.firmness != "firm", term.firmness), (term.vague, "vague"), (term.adds, "adds")
    lines += [word for is_so, word in words if is_so]
    if term.expires is not None:
        lines.append(f"expires {date.fromordinal(term.expires)}")
    return "\n".join(lines)


@pytest.mark.parametrize(("text", "words"), ACCEPTED.values(), ids=ACCEPTED)
def test_what_a_term_accepts(tmp_path: Path, text: str, words: str) -> None:
    read = with_terms(tmp_path, text)
    assert told(read.findings) == ""
    assert _held(read) == clean(words)


@pytest.mark.parametrize(("text", "findings"), REFUSED.values(), ids=REFUSED)
def test_what_no_term_may_say(tmp_path: Path, text: str, findings: str) -> None:
    read = with_terms(tmp_path, text)
    assert told(read.findings) == clean(findings)
    assert [*read.statements[0].terms] == []


@pytest.mark.parametrize(("text", "findings"), ODD.values(), ids=ODD)
def test_what_is_odd_in_a_term(tmp_path: Path, text: str, findings: str) -> None:
    read = with_terms(tmp_path, text)
    assert told(read.findings) == clean(findings)
    assert len(read.statements[0].terms) == 1


@pytest.mark.parametrize(("text", "rules"), WANTED.values(), ids=WANTED)
def test_a_condition_that_says_nothing_is_a_finding(tmp_path: Path, text: str, rules: str) -> None:
    """It must not be dropped: the offer would be lost, or the demand would bind everywhere."""
    read = with_terms(tmp_path, text)
    assert [f"{f.rule} {f.location.line}:{f.location.column}" for f in read.findings] == [rules]
    assert [*read.statements[0].terms] == []
