"""What can hold together: terms of several parties, over all issues at once. Definitions: docs/conflicts.md."""

#: What can be failed on: that all terms, red lines and firm ones, or red lines alone cannot hold; that a party's own
#: cannot; that all can; that something was not found out.
GATES = ("cannot-hold", "firm", "red-line", "alone", "can-hold", "undecided")
