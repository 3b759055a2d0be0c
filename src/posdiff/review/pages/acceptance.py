"""Findings on the file of accepted findings."""

PAGES = """
=== acceptance-expired (warning)
An accepted finding is accepted no longer: its last day has passed.

## Why it matters

Whoever accepted it said until when it may stand. The finding counts again from then on.

## Refused

```yaml
# accepted
accepted:
  - rule: no-source
    file: north/2024-06-14.yaml
    fingerprint: FINGERPRINT
    reason: The source may not be named.
    owner: the desk
    expires: 2024-12-30
```

## Accepted

```yaml
# accepted
accepted:
  - rule: no-source
    file: north/2024-06-14.yaml
    fingerprint: FINGERPRINT
    reason: The source may not be named.
    owner: the desk
    expires: 2025-03-31
```

## When to accept it

It cannot be. Mend what was found, or look at it anew and give another day.

=== acceptance-unused (warning)
An entry accepts nothing that is found.

## Why it matters

What it was written for was mended, or has changed: the fingerprint is of the rule, the place and the values. An entry
that stays behind would hide the same finding when it comes back.

Entries for rules that look at an edit are judged where an edit is (`check --against`).

## Refused

```yaml
# accepted
accepted:
  - rule: no-source
    file: north/2024-06-14.yaml
    fingerprint: 0123456789ab
    reason: The source may not be named.
    owner: the desk
    expires: 2025-03-31
```

## Accepted

```yaml
# accepted
accepted:
  - rule: no-source
    file: north/2024-06-14.yaml
    fingerprint: FINGERPRINT
    reason: The source may not be named.
    owner: the desk
    expires: 2025-03-31
```

## When to accept it

It cannot be. Delete the entry, or accept what is found now.

=== acceptance-malformed (error)
An entry names what cannot be accepted.

There is no such rule or fingerprint, neither a file nor a party and an issue, or the rule is an error of reading: what
it concerns is left out of the answers, accepted or not. What is wrong with the keys and values of an entry is told as
in any file.

## Why it matters

Somebody answers for a finding, and it is not known for which.

## Refused

```yaml
# accepted
accepted:
  - rule: no-sources
    file: north/2024-06-14.yaml
    fingerprint: FINGERPRINT
    reason: The source may not be named.
    owner: the desk
    expires: 2025-03-31
```

## Accepted

```yaml
# accepted
accepted:
  - rule: no-source
    file: north/2024-06-14.yaml
    fingerprint: FINGERPRINT
    reason: The source may not be named.
    owner: the desk
    expires: 2025-03-31
```

## When to accept it

It cannot be.
"""
