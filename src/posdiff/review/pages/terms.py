"""Findings on terms: what a party accepts, how firmly, on what conditions."""

PAGES = """
=== unknown-issue (error)
A statement or draft names an issue that is not in the agenda.

## Why it matters

What it says there is part of no answer. The hint names the nearest issue.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {statis: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

=== unknown-option (error)
A term names an option that the choice does not have.

## Why it matters

A position cannot be held against others on an option that is not among the outcomes.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: open}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: free}
```

=== unknown-member (error)
A term names a member that the set does not have.

## Why it matters

A position cannot be held against others on a member that is not among those of the issue.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {regions: {includes: [south]}}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {regions: {includes: [west]}}
```

=== unknown-unit (error)
A value has a unit that cannot be converted to that of the issue.

## Why it matters

A number in an unknown unit is no number.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {ceiling: {max: 12 brigades}}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {ceiling: {max: 36000}}
```

=== wrong-dimension (error)
A value has a unit that measures something else, or that has no exact factor.

## Why it matters

Kilometres are no square kilometres: one of the two was meant.

## Refused

```yaml
# alone: agenda.yaml
posdiff: 1
parties: {north: {name: North}}
issues: {zone: {title: Zone, kind: quantity, unit: km**2}}
```

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {zone: {max: 20 km}}
```

## Accepted

```yaml
# alone: agenda.yaml
posdiff: 1
parties: {north: {name: North}}
issues: {zone: {title: Zone, kind: quantity, unit: km**2}}
```

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {zone: {max: 20 mile**2}}
```

=== unlimited-not-declared (error)
A term says `unlimited` on an issue without that outcome.

## Why it matters

"No ceiling" is an outcome of its own, and the agenda has to name it: `unlimited: No ceiling`.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {ceiling: {exactly: unlimited}}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {ceiling: {min: 250000}}
```

=== bare-value (error)
A bare number, date, list or order says neither how it is meant nor in which direction.

## Why it matters

"85,000" may be the most a party takes, or the least. Write `min:`, `max:`, `exactly:`, `includes:`, `order:` and so on.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {ceiling: 85000}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {ceiling: {max: 85000}}
```

=== two-ways (error)
Words stand together that cannot, such as two lower bounds.

## Why it matters

One of the two holds, and the file does not say which.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: {accepts: shared, rejects: free}}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: {rejects: free}}
```

=== no-offer (error)
A term accepts nothing that is said.

## Why it matters

It has a firmness or a quote, and no position.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: {firmness: firm}}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: {accepts: shared, firmness: firm}}
```

=== empty-offer (error)
What is said leaves no outcome at all.

## Why it matters

Such a position contradicts everybody, itself included: `min` above `max`, a member both included and excluded, an order
that bites its own tail.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {ceiling: {min: 85000, max: 50000}}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {ceiling: {min: 50000, max: 85000}}
```

=== prefers-outside (warning)
What is preferred is not among what is accepted.

## Why it matters

A party takes what it hopes for. One of the two is a slip.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {ceiling: {max: 85000, prefers: 100000}}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {ceiling: {max: 85000, prefers: 50000}}
```

## When to accept it

Where the party did say both: it hopes for what it no longer offers.

=== if-on-a-term (error)
An `if` stands on the term itself.

## Why it matters

It could mean that the offer is made only where other issues come out so (an alternative with that `if`), or that the
demand binds only there (`applies_if`). The two are opposites.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: {accepts: shared, if: {corridor: yes}}}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: {accepts: free, alternatives: [{accepts: shared, if: {corridor: yes}}]}}
```

=== condition-on-text (error)
A condition looks at a text issue.

## Why it matters

No machine can tell whether words have come out so.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: {accepts: shared, applies_if: {language: It is protected.}}}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: {accepts: shared, applies_if: {corridor: yes}}}
```

=== condition-on-itself (error)
A condition looks at the term's own issue.

## Why it matters

What is accepted there is what the term itself says.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: {accepts: shared, applies_if: {status: free}}}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: [shared, free]}
```

=== unknown-source (error)
A term names a source that the statement does not have.

## Why it matters

The line would stand on nothing. The hint names the nearest.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper}}
terms: {status: {accepts: shared, source: papers}}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper}}
terms: {status: {accepts: shared, source: paper}}
```

=== source-not-named (warning)
A statement has several sources, and a term does not say which it stands on.

## Why it matters

A reader would have to open all of them to find the words.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper}, agency: {publisher: A news agency}}
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper}, agency: {publisher: A news agency}}
terms: {status: {accepts: shared, source: paper}}
```

## When to accept it

Where each of the sources has the whole of the text.
"""
