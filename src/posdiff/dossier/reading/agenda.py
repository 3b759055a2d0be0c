"""agenda.yaml: parties, topics, steps, issues, rules."""

from typing import NamedTuple

from posdiff.documents.nodes import Entries, Items, Node, Scalar
from posdiff.dossier.agenda import Agenda, Issue, Party, Rule, Step
from posdiff.dossier.reading.schema import File, keyed, plain
from posdiff.dossier.reading.shapes import AgendaFile, IssueEntry, PartyEntry, RuleEntry, StepEntry
from posdiff.dossier.reading.terms import condition
from posdiff.findings.location import Location
from posdiff.findings.nearest import suggestion
from posdiff.kinds.forms import keys_of
from posdiff.kinds.steps import AgendaSteps, Demand
from posdiff.kinds.table import KINDS

FORMAT = "1"
#: Folders that are no party's.
FOLDERS = ("joint", "drafts")
_ISSUE_KEYS = keys_of(IssueEntry)


class ReadAgenda(NamedTuple):
    """The agenda, and the ids of issues and parties in it that could not be read: no fault of who uses them."""

    agenda: Agenda
    broken: frozenset[str]


def read_agenda(root: Entries, file: File) -> ReadAgenda:
    """The agenda of a document's top mapping; what is wrong goes to the file's findings."""
    fields = file.fields(root, keys_of(AgendaFile), "the agenda", ("posdiff", "parties", "issues"))
    version = fields.get("posdiff")
    if version is not None and plain(version) != FORMAT:
        hint = f"write `posdiff: {FORMAT}`, or use a newer posdiff"
        file.note(version, "unknown-format", f"this version of posdiff reads format {FORMAT}", hint)
    parties = _parties(fields, file)
    topics = {}
    for id, node in file.identifiers(fields, "topics", "topic").items():
        topics[id] = file.text({id: node}, id) or id
    steps = _steps(fields, file)
    course = _course(steps, fields, file)
    issues: dict[str, Issue] = {}
    named = file.identifiers(fields, "issues", "issue")
    for id, node in named.items():
        issue = _issue(id, node, topics, course, file)
        if issue:
            issues[id] = issue
    agenda = Agenda(file.text(fields, "title"), parties, topics, steps, issues, (), course)
    agenda = agenda._replace(rules=_rules(fields, agenda, file))
    everything = {key for section in ("parties", "issues") for key in _keys(fields.get(section))}
    return ReadAgenda(agenda, frozenset(everything - set(issues) - set(parties)))


def _keys(node: Node | None) -> set[str]:
    return set(node.entries) if isinstance(node, Entries) else set()


def _parties(fields: dict[str, Node], file: File) -> dict[str, Party]:
    parties: dict[str, Party] = {}
    taken: dict[str, str] = {}
    for id, node in file.identifiers(fields, "parties", "party").items():
        if id in FOLDERS:
            message = (
                f"`{id}` is the folder of {'joint statements' if id == 'joint' else 'drafts'}, and cannot be a party"
            )
            file.note(keyed(fields["parties"], id), "reserved-word", message)
            continue
        values = file.fields(node, keys_of(PartyEntry), f"the party {id}")
        aliases = []
        for alias in file.names(values, "aliases"):
            word = alias.text.casefold()
            if taken.get(word, id) != id or (word in _keys(fields["parties"]) and word != id):
                message = f"the alias `{alias.text}` already names {taken.get(word, word)}"
                file.note(alias, "ambiguous-alias", message, "give each party aliases of its own")
            else:
                aliases.append(alias.text)
            taken.setdefault(word, id)
        parties[id] = Party(
            id, file.text(values, "name") or id, tuple(aliases), file.text(values, "note"), file.at(node)
        )
    return parties


def _steps(fields: dict[str, Node], file: File) -> dict[str, Step]:
    steps: dict[str, Step] = {}
    named = file.identifiers(fields, "steps", "step")
    for id, node in named.items():
        if isinstance(node, Scalar):
            steps[id] = Step(id, file.text({id: node}, id) or id, (), None, None, file.at(node))
            continue
        values = file.fields(node, keys_of(StepEntry), f"the step {id}")
        after = []
        for earlier in file.names(values, "after"):
            if earlier.text not in named:
                message = f"no step `{earlier.text}` in the agenda"
                file.note(earlier, "unknown-step", message, suggestion(earlier.text, named))
            else:
                after.append(earlier.text)
        title = file.text(values, "title") or id
        why, note = file.text(values, "why"), file.text(values, "note")
        steps[id] = Step(id, title, tuple(after), why, note, file.at(node))
    return steps


def _course(steps: dict[str, Step], fields: dict[str, Node], file: File) -> AgendaSteps:
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
                file.note(keyed(fields["steps"], id), "circular-steps", message, "delete one `after` of the circle")
            else:
                kept.append(demand)
                after.setdefault(id, []).append(earlier)
    return AgendaSteps(titles, after)


def _issue(id: str, node: Node, topics: dict[str, str], course: AgendaSteps, file: File) -> Issue | None:
    if not isinstance(node, Entries):
        file.fields(node, (), f"the issue {id}")
        return None
    kind = node.entries.get("kind")
    name = plain(kind.value) if kind else None
    space_class = KINDS.get(name) if isinstance(name, str) else None
    if space_class is None:
        file.fields(node, (*_ISSUE_KEYS, *(key for k in KINDS.values() for key in k.declares)), f"the issue {id}",
                    ("title", "kind"))  # fmt: skip
        if kind:
            file.note(kind.value, "unknown-kind", f"no kind `{name}`", suggestion(str(name), KINDS))
        return None
    values = file.fields(
        node, (*_ISSUE_KEYS, *sorted(space_class.declares)), f"the {name} issue {id}", ("title", "kind")
    )
    topic = file.text(values, "topic")
    if topic is not None and topic not in topics:
        file.note(values["topic"], "unknown-topic", f"no topic `{topic}` in the agenda", suggestion(topic, topics))
        topic = None
    words: dict[str, object] = {}
    before = len(file.findings)
    for key in space_class.declares & values.keys():
        if key in ("options", "members"):
            noun = key[:-1]
            named = file.identifiers(values, key, noun)
            words[key] = {each: file.text({each: title}, each) or each for each, title in named.items()}
        elif key in ("steps", "range"):
            words[key] = plain(values[key])
        else:
            words[key] = file.text(values, key)
    words = {key: word for key, word in words.items() if word is not None}
    declared = space_class.declare(words, course)
    if len(file.findings) == before or declared.space is not None:
        file.problems(declared.problems, node)
    if declared.space is None:
        return None
    title = file.text(values, "title") or id
    question, note = file.text(values, "question"), file.text(values, "note")
    disputed = file.truth(values, "disputed")
    return Issue(id, title, topic, question, note, declared.space, file.at(keyed(node, "title")), disputed)


def _rules(fields: dict[str, Node], agenda: Agenda, file: File) -> tuple[Rule, ...]:
    node = fields.get("rules")
    if node is None:
        return ()
    if not isinstance(node, Items):
        file.note(node, "wrong-shape", "expected a list of rules", "rules: [{if: {…}, then: {…}, why: …}]")
        return ()
    rules = []
    for item in node.items:
        values = file.fields(item, keys_of(RuleEntry), "a rule", ("if", "then"))
        if "if" in values and "then" in values:
            given = condition(values["if"], agenda.issues, None, file)
            then = condition(values["then"], agenda.issues, None, file)
            if given is not None and then is not None:
                rules.append(Rule(given, then, file.text(values, "why"), Location(file.name, item.line, item.column)))
    return tuple(rules)
