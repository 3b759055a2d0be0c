"""Findings on the agenda."""

PAGES = """
=== unknown-format (error)
The agenda's `posdiff:` is not 1.

## Why it matters

It says in which format the files are written. Another one may mean other things by the same words.

## Refused

```yaml
# alone: agenda.yaml
posdiff: 2
parties: {north: {name: North}}
issues: {status: {title: Status, kind: text}}
```

## Accepted

```yaml
# alone: agenda.yaml
posdiff: 1
parties: {north: {name: North}}
issues: {status: {title: Status, kind: text}}
```

=== unknown-kind (error)
There is no such kind of issue.

## Why it matters

The kind says what an outcome is: choice, set, quantity, date, sequence or text. Without it no term can be read.

## Refused

```yaml
# alone: agenda.yaml
posdiff: 1
parties: {north: {name: North}}
issues: {status: {title: Status, kind: words}}
```

## Accepted

```yaml
# alone: agenda.yaml
posdiff: 1
parties: {north: {name: North}}
issues: {status: {title: Status, kind: text}}
```

=== unknown-topic (error)
An issue names a topic that the agenda does not declare.

## Why it matters

It would be listed under no heading, and `--topic` would not find it.

## Refused

```yaml
# alone: agenda.yaml
posdiff: 1
parties: {north: {name: North}}
topics: {land: Land}
issues: {status: {title: Status, kind: text, topic: lands}}
```

## Accepted

```yaml
# alone: agenda.yaml
posdiff: 1
parties: {north: {name: North}}
topics: {land: Land}
issues: {status: {title: Status, kind: text, topic: land}}
```

=== unknown-step (error)
A step is named that the agenda, or the issue, does not declare.

## Why it matters

What comes before what can only be said of steps that are known.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {first-steps: {order: [truce, treaty]}}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {first-steps: {order: [truce, talks]}}
```

=== circular-steps (error)
An `after` would put a step before itself.

## Why it matters

No course of events keeps such an agenda, so that every order would clash with it.

## Refused

```yaml
# alone: agenda.yaml
posdiff: 1
parties: {north: {name: North}}
steps: {truce: {title: Truce, after: talks}, talks: {title: Talks, after: truce}}
issues: {status: {title: Status, kind: text}}
```

## Accepted

```yaml
# alone: agenda.yaml
posdiff: 1
parties: {north: {name: North}}
steps: {truce: Truce, talks: {title: Talks, after: truce}}
issues: {status: {title: Status, kind: text}}
```

=== ambiguous-alias (error)
An alias names two parties.

## Why it matters

On the command line it would mean one of the two, and nobody knows which.

## Refused

```yaml
# alone: agenda.yaml
posdiff: 1
parties: {north: {name: North, aliases: [n]}, new-north: {name: New North, aliases: [n]}}
issues: {status: {title: Status, kind: text}}
```

## Accepted

```yaml
# alone: agenda.yaml
posdiff: 1
parties: {north: {name: North, aliases: [n]}, new-north: {name: New North, aliases: [nn]}}
issues: {status: {title: Status, kind: text}}
```
"""
