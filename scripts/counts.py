"""Count what is in the sample dossier, and write the numbers into docs/dossier.md.

``python scripts/counts.py`` rewrites the lines between the two marks of the page; ``--check`` writes nothing and ends
with 1 if it would change.
"""

from __future__ import annotations

import difflib
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).resolve().parent.parent
POSITIONS = ROOT / "positions"
PAGE = ROOT / "docs" / "dossier.md"
BEGINNING, END = "<!-- counts: python scripts/counts.py -->", "<!-- end of counts -->"
#: The classes of pages that somebody else wrote down before, and that have to be sourced again.
SECOND_HAND = {"repost", "unknown"}
CLASSES = {
    "official": "an office of those who spoke",
    "press": "agencies and newspapers",
    "party": "state-run or party-aligned",
    "repost": "reposts, digests and re-translations",
    "unknown": "unknown origin",
}


class Term(NamedTuple):
    """A term as it is written, and the classes of the pages that it rests on."""

    issue: str
    words: dict[str, Any]
    classes: frozenset[str]
    reported: bool


def files(*folders: str) -> list[dict[str, Any]]:
    """The files of some folders, as they are written: every scalar is text."""
    paths = sorted(path for folder in folders for path in (POSITIONS / folder).glob("*.yaml"))
    return [yaml.load(path.read_bytes(), yaml.BaseLoader) for path in paths]


def terms(statements: list[dict[str, Any]]) -> list[Term]:
    """Every term of every statement."""
    found = []
    for statement in statements:
        sources = statement["sources"]
        for issue, words in statement.get("terms", {}).items():
            term = words if isinstance(words, dict) else {"accepts": words}
            offers = [term, *term.get("alternatives", [])]
            named = {key for offer in offers for key in _listed(offer.get("source", []))} or set(sources)
            classes = frozenset(sources[key]["class"] for key in named)
            found.append(Term(issue, term, classes, statement.get("standing") == "reported"))
    return found


def counted() -> list[str]:
    """The lines that stand between the marks."""
    agenda = yaml.load((POSITIONS / "agenda.yaml").read_bytes(), yaml.BaseLoader)
    folders = [*agenda["parties"], "joint"]
    statements, drafts = files(*folders), files("drafts")
    held = terms(statements)
    reported = sum(statement.get("standing") == "reported" for statement in statements)
    lines = [
        "| what | how many |",
        "|---|---|",
        f"| statements | {len(statements)}, of them {reported} reported |",
        *(f"| in `{folder}/` | {len(files(folder))} |" for folder in folders),
        f"| draft agreements | {len(drafts)} |",
        f"| issues | {len(agenda['issues'])} |",
        f"| terms | {len(held)}, of them {sum(term.reported for term in held)} reported |",
        f"| parts that are added to a position (`adds`) | {_having(held, 'adds')} |",
        f"| terms that bind only where other issues come out so (`applies_if`) | {_having(held, 'applies_if')} |",
        f"| red lines, each with its quote | {sum(term.words.get('firmness') == 'red-line' for term in held)} |",
        f"| terms with a quote | {_share(sum(_quoted(term.words) for term in held), len(held))} |",
        f"| terms that are vague | {_share(_having(held, 'vague'), len(held))} |",
    ]
    pages = {source.get("url", key): source for file in statements + drafts for key, source in file["sources"].items()}
    classes = Counter(source["class"] for source in pages.values())
    lines += [f"| pages: {words} (`{name}`) | {classes[name]} |" for name, words in CLASSES.items()]
    alone = sum(term.classes <= SECOND_HAND for term in held)
    weak = sum(term.classes <= SECOND_HAND | {"party"} for term in held)
    lines += [
        f"| terms on pages of the last two classes alone | {_share(alone, len(held))} |",
        f"| terms on pages of the last three classes alone | {_share(weak, len(held))} |",
    ]
    return lines


def written(text: str) -> str:
    """The page with the numbers as they are."""
    before, rest = text.split(BEGINNING)
    _, after = rest.split(END)
    return "\n".join([f"{before}{BEGINNING}", "", *counted(), "", f"{END}{after}"])


def _listed(named: str | list[str]) -> list[str]:
    """One key or several, as a list."""
    return [named] if isinstance(named, str) else named


def _quoted(words: dict[str, Any]) -> bool:
    return any("quote" in offer for offer in (words, *words.get("alternatives", [])))


def _having(held: list[Term], key: str) -> int:
    return sum(key in term.words for term in held)


def _share(some: int, all_of_them: int) -> str:
    return f"{some} ({100 * some / all_of_them:.0f} %)"


def main() -> int:
    """Rewrite the page, or with ``--check`` show how it would change."""
    text = PAGE.read_text(encoding="utf-8")
    current = written(text)
    if current == text:
        return 0
    if "--check" in sys.argv[1:]:
        rows = difflib.unified_diff(text.split("\n"), current.split("\n"), "dossier.md", "what is there", lineterm="")
        print("\n".join(rows))
        return 1
    PAGE.write_text(current, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
