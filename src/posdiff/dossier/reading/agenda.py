"""agenda.yaml: parties, topics, steps, issues, rules."""

from itertools import islice

from posdiff.documents.nodes import Entries, Items, Node, Scalar
from posdiff.dossier.agenda import Agenda, Issue, Party, Rule, Step
from posdiff.dossier.read import ReadAgenda
from posdiff.dossier.reading.blocs import size, with_members
from posdiff.dossier.reading.schema import FileReader, keyed, plain
from posdiff.dossier.reading.shapes import AgendaFile, IssueEntry, PartyEntry, RuleEntry, StepEntry
from posdiff.dossier.reading.terms import condition
from posdiff.findings.location import Location
from posdiff.findings.nearest import NotFound
from posdiff.kinds.forms import keys_of
from posdiff.kinds.steps import AgendaSteps, Demand
from posdiff.kinds.table import KINDS

FORMAT = "1"
#: Folders that are no party's.
FOLDERS = ("joint", "drafts")
#: What is read of one agenda: parties, and all that an order implies, are worked out pair by pair.
MOST_PARTIES, MOST_STEPS, MOST_RULES = 1_000, 200, 500
#: So many options of a choice or members of a set: what a set leaves of another is a piece for each member.
MOST_NAMED = 500
_ISSUE_KEYS = keys_of(IssueEntry)


def read_agenda(root: Entries, reader: FileReader) -> ReadAgenda:
    """The agenda of a document's top mapping; what is wrong goes to the reader's findings."""
    fields = reader.fields(root, keys_of(AgendaFile), "the agenda", ("posdiff", "parties", "issues"))
    version = fields.get("posdiff")
    if version is not None and plain(version) != FORMAT:
        hint = f"write `posdiff: {FORMAT}`, or use a newer posdiff"
        reader.note(version, "unknown-format", f"this version of posdiff reads format {FORMAT}", hint)
    parties, blocs_of = with_members(_parties(fields, reader), fields.get("parties"), reader)
    topics = {}
    for id, node in reader.identifiers(fields, "topics", "topic").items():
        topics[id] = reader.text({id: node}, id) or id
    steps = _steps(fields, reader)
    course = _course(steps, fields, reader)
    issues: dict[str, Issue] = {}
    named = reader.identifiers(fields, "issues", "issue")
    for id, node in named.items():
        issue = _issue(id, node, topics, course, reader)
        if issue:
            issues[id] = issue
    agenda = Agenda(reader.text(fields, "title"), parties, topics, steps, issues, (), course, blocs_of)
    agenda = agenda._replace(rules=_rules(fields, agenda, reader))
    everything = {key for section in ("parties", "issues") for key in _keys(fields.get(section))}
    return ReadAgenda(agenda, frozenset(everything - set(issues) - set(parties)))


def _keys(node: Node | None) -> set[str]:
    return set(node.entries) if isinstance(node, Entries) else set()


def _first(named: dict[str, Node], most: int, what: str, reader: FileReader) -> dict[str, Node]:
    """The first of many entries; that there are more is a finding."""
    return dict(islice(named.items(), len(reader.first([*named.values()], most, what))))


def _parties(fields: dict[str, Node], reader: FileReader) -> dict[str, Party]:
    parties: dict[str, Party] = {}
    taken: dict[str, str] = {}
    named = _first(reader.identifiers(fields, "parties", "party"), MOST_PARTIES, "parties", reader)
    for id, node in named.items():
        if id in FOLDERS:
            message = (
                f"`{id}` is the folder of {'joint statements' if id == 'joint' else 'drafts'}, and cannot be a party"
            )
            reader.note(keyed(fields["parties"], id), "reserved-word", message)
            continue
        values = reader.fields(node, keys_of(PartyEntry), f"the party {id}")
        aliases = []
        for alias in reader.names(values, "aliases"):
            reader.whole(alias)
            word = alias.text.casefold()
            if _stands_for_others(alias, "an alias", reader):
                continue
            if taken.get(word, id) != id or (word in _keys(fields["parties"]) and word != id):
                message = f"the alias `{alias.text}` already names {taken.get(word, word)}"
                reader.note(alias, "ambiguous-alias", message, "give each party aliases of its own")
            else:
                aliases.append(alias.text)
            taken.setdefault(word, id)
        name = values.get("name")
        if isinstance(name, Scalar):
            _stands_for_others(name, "the name", reader)
        parties[id] = Party(
            id, reader.text(values, "name") or id, tuple(aliases), reader.text(values, "note"), reader.at(node),
            reader.truth(values, "observer"), None, size(values, id, reader), reader.text(values, "group"),
        )  # fmt: skip
    return parties


def _stands_for_others(word: Scalar, what: str, reader: FileReader) -> bool:
    """Whether a word stands for several parties where parties are asked for, so that it can call none; a finding."""
    text = word.text.strip()
    if text.casefold() == "all":
        stands = "stands for every party where parties are asked for"
    elif text.startswith("@"):
        stands = f"asks for the members of a bloc {text[1:]}" if text[1:] else "asks for the members of a bloc"
    else:
        return False
    message = f"`{text}` {stands}, and cannot be {what} of a party"
    reader.note(word, "reserved-word", message, "choose another one")
    return True


def _steps(fields: dict[str, Node], reader: FileReader) -> dict[str, Step]:
    steps: dict[str, Step] = {}
    named = _first(reader.identifiers(fields, "steps", "step"), MOST_STEPS, "steps", reader)
    for id, node in named.items():
        if isinstance(node, Scalar):
            steps[id] = Step(id, reader.text({id: node}, id) or id, (), None, None, reader.at(node))
            continue
        values = reader.fields(node, keys_of(StepEntry), f"the step {id}")
        after = []
        for earlier in reader.names(values, "after"):
            if earlier.text not in named:
                message = f"no step `{earlier.text}` in the agenda"
                reader.note(earlier, "unknown-step", message, NotFound(earlier.text, named))
            else:
                after.append(earlier.text)
        title = reader.text(values, "title") or id
        why, note = reader.text(values, "why"), reader.text(values, "note")
        steps[id] = Step(id, title, tuple(after), why, note, reader.at(node))
    return steps


def _course(steps: dict[str, Step], fields: dict[str, Node], reader: FileReader) -> AgendaSteps:
    """The steps as sequences see them. An ``after`` that would close a circle is a finding, and left out."""
    titles = {id: step.title for id, step in steps.items()}
    course = AgendaSteps(titles, {id: step.after for id, step in steps.items() if step.after})
    if course.close(()) is not None:
        return course
    kept: list[Demand] = []
    bare = AgendaSteps(titles, {})
    after: dict[str, list[str]] = {}
    for id, step in steps.items():
        for earlier in step.after:
            demand = Demand(earlier, id)
            if bare.close((*kept, demand)) is None:
                message = f"`after: {earlier}` makes the steps circular: `{id}` would come before itself"
                reader.note(keyed(fields["steps"], id), "circular-steps", message, "delete one `after` of the circle")
            else:
                kept.append(demand)
                after.setdefault(id, []).append(earlier)
    return AgendaSteps(titles, after)


def _issue(id: str, node: Node, topics: dict[str, str], course: AgendaSteps, reader: FileReader) -> Issue | None:
    if not isinstance(node, Entries):
        reader.fields(node, (), f"the issue {id}")
        return None
    kind = node.entries.get("kind")
    name = plain(kind.value) if kind else None
    space_class = KINDS.get(name) if isinstance(name, str) else None
    if space_class is None:
        reader.fields(node, (*_ISSUE_KEYS, *(key for k in KINDS.values() for key in k.declares)), f"the issue {id}",
                    ("title", "kind"))  # fmt: skip
        if kind:
            reader.note(kind.value, "unknown-kind", f"no kind `{name}`", NotFound(str(name), KINDS))
        return None
    values = reader.fields(
        node, (*_ISSUE_KEYS, *sorted(space_class.declares)), f"the {name} issue {id}", ("title", "kind")
    )
    topic = reader.text(values, "topic", words=False)
    if topic is not None and topic not in topics:
        reader.note(values["topic"], "unknown-topic", f"no topic `{topic}` in the agenda", NotFound(topic, topics))
        topic = None
    words: dict[str, object] = {}
    before = len(reader.findings)
    for key in space_class.declares & values.keys():
        form = space_class.key_form(key)
        if form == "titles":
            named = _first(
                reader.identifiers(values, key, space_class.noun), MOST_NAMED, f"{space_class.noun}s", reader
            )
            words[key] = {id: reader.text({id: title}, id) or id for id, title in named.items()}
        else:
            words[key] = plain(values[key]) if form == "nested" else reader.text(values, key, words=False)
    words = {key: word for key, word in words.items() if word is not None}
    declared = space_class.declare(words, course)
    if len(reader.findings) == before or declared.space is not None:
        reader.problems(declared.problems, node)
    if declared.space is None:
        return None
    title = reader.text(values, "title") or id
    question, note = reader.text(values, "question"), reader.text(values, "note")
    disputed = reader.truth(values, "disputed")
    return Issue(id, title, topic, question, note, declared.space, reader.at(keyed(node, "title")), disputed)


def _rules(fields: dict[str, Node], agenda: Agenda, reader: FileReader) -> tuple[Rule, ...]:
    node = fields.get("rules")
    if node is None:
        return ()
    if not isinstance(node, Items):
        reader.note(node, "wrong-shape", "expected a list of rules", "rules: [{if: {…}, then: {…}, why: …}]")
        return ()
    rules = []
    for item in reader.first(node.items, MOST_RULES, "rules"):
        values = reader.fields(item, keys_of(RuleEntry), "a rule", ("if", "then"))
        if "if" in values and "then" in values:
            premise = condition(values["if"], agenda.issues, None, reader)
            then = condition(values["then"], agenda.issues, None, reader)
            if premise is not None and then is not None:
                rules.append(
                    Rule(premise, then, reader.text(values, "why"), Location(reader.name, item.line, item.column))
                )
    return tuple(rules)
