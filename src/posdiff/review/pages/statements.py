"""Findings on statements: whose they are, of which day, and how they follow on those before."""

PAGES = """
=== unknown-party (error)
A folder, or a name under `parties`, is no party of the agenda.

## Why it matters

What stands there is nobody's position. The hint names the nearest party.

## Refused

```yaml
# nroth/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

=== date-differs (error)
The date is not the one of the file's name.

## Why it matters

The name says when it was said, and so does the date; one of them is wrong.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-15
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

=== says-nothing (warning)
A statement has no `terms`, `reaffirms` or `withdraws`.

## Why it matters

It changes no position, and was perhaps left half written.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
title: A speech
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
title: A speech
terms: {status: shared}
```

## When to accept it

Where the statement was read, and is on record for saying nothing.

=== issue-twice (error)
One issue stands under two of `terms`, `reaffirms` and `withdraws`.

## Why it matters

A party cannot take a position, repeat the one it had and give it up in one breath.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
reaffirms: [status]
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

=== unknown-statement (error)
A statement is reaffirmed that is not there, or is not earlier.

## Why it matters

Nobody can say what was stated again.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

```yaml
# north/2024-09-01.yaml
date: 2024-09-01
reaffirms: [2024-06-15]
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

```yaml
# north/2024-09-01.yaml
date: 2024-09-01
reaffirms: [2024-06-14]
```

=== reaffirms-nothing (warning)
A statement reaffirms what is not held: it was never stated, was withdrawn, or has expired.

## Why it matters

Reaffirming revives nothing. If the party said it again, it holds the position again, and the files do not show it.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: {accepts: shared, expires: 2024-07-31}}
```

```yaml
# north/2024-09-01.yaml
date: 2024-09-01
reaffirms: [status]
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: {accepts: shared, expires: 2024-07-31}}
```

```yaml
# north/2024-09-01.yaml
date: 2024-09-01
terms: {status: shared}
```

## When to accept it

Where the party claims to repeat what no statement on record says. Better enter the earlier statement.

=== reaffirms-replaced (warning)
A statement reaffirms another, part of which was replaced since.

## Why it matters

Either the party went back to what it said then, which only a term can say, or it holds what it said later.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared, corridor: yes}
```

```yaml
# north/2024-07-01.yaml
date: 2024-07-01
terms: {status: free}
```

```yaml
# north/2024-09-01.yaml
date: 2024-09-01
reaffirms: [2024-06-14]
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared, corridor: yes}
```

```yaml
# north/2024-07-01.yaml
date: 2024-07-01
terms: {status: free}
```

```yaml
# north/2024-09-01.yaml
date: 2024-09-01
terms: {status: shared}
reaffirms: [2024-06-14]
```

## When to accept it

Where the party named the earlier statement, and meant what still stands of it.

=== withdraws-nothing (warning)
A statement withdraws what is not held.

## Why it matters

Either an earlier statement is missing, or the issue is the wrong one, and the right one is still held.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
withdraws: [status]
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

```yaml
# north/2024-09-01.yaml
date: 2024-09-01
withdraws: [status]
```

## When to accept it

Where the party took back what was ascribed to it, and never recorded.

=== adds-to-nothing (error)
What `adds: true` adds and what is held together accept nothing.

## Why it matters

The party would hold a position that no settlement can meet. Without `adds` the new term replaces the old one.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

```yaml
# north/2024-09-01.yaml
date: 2024-09-01
terms: {status: {accepts: free, adds: true}}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {regions: {includes: [east]}}
```

```yaml
# north/2024-09-01.yaml
date: 2024-09-01
terms: {regions: {includes: [west], adds: true}}
```

=== same-day (warning)
Two statements of one day say different things on an issue.

## Why it matters

A party that contradicts itself on a day holds one position at the end of it, and the order of the files, not of the
words, decides which.

## Refused

```yaml
# north/2024-06-14-morning.yaml
date: 2024-06-14
terms: {status: shared}
```

```yaml
# north/2024-06-14-noon.yaml
date: 2024-06-14
terms: {status: free}
```

## Accepted

```yaml
# north/2024-06-14-morning.yaml
date: 2024-06-14
terms: {status: shared}
```

```yaml
# north/2024-06-14-noon.yaml
date: 2024-06-14
terms: {corridor: yes}
```

## When to accept it

Where both were said, and the later file is the later word.

=== own-deadlock (warning)
One party's own orders close a circle.

## Why it matters

No course of events can meet what it asks for, whatever others do.

## Refused

```yaml
# alone: agenda.yaml
posdiff: 1
parties: {north: {name: North}}
steps: {truce: Truce, talks: Talks}
issues:
  first-steps: {title: What comes first, kind: sequence}
  last-steps: {title: What comes last, kind: sequence}
```

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms:
  first-steps: {order: [truce, talks]}
  last-steps: {order: [talks, truce]}
```

## Accepted

```yaml
# alone: agenda.yaml
posdiff: 1
parties: {north: {name: North}}
steps: {truce: Truce, talks: Talks}
issues:
  first-steps: {title: What comes first, kind: sequence}
  last-steps: {title: What comes last, kind: sequence}
```

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms:
  first-steps: {order: [truce, talks]}
```

## When to accept it

Where the party did say both.
"""
