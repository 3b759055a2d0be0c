"""Findings on keys and values: what every part of a file keeps to."""

PAGES = """
=== unknown-key (error)
A key stands where the format does not have it.

## Why it matters

A slip of the pen in a key would make what stands under it vanish. The hint names the nearest.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
titel: A speech
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
title: A speech
terms: {status: shared}
```

=== missing-key (error)
A key that is required is not there.

## Why it matters

Without it the rest cannot be placed: a statement without a date, a choice without options.

## Refused

```yaml
# north/2024-06-14.yaml
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

=== wrong-shape (error)
A list, a mapping or a text stands where another of the three is expected.

## Why it matters

What is written can be read in more than one way, or in none.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
title: [A, speech]
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
title: A speech
terms: {status: shared}
```

=== wrong-value (error)
A word is not among those that can stand there.

## Why it matters

`firmness`, `standing` and the like decide how a term counts; a word that is not known decides nothing.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
standing: rumoured
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
standing: reported
terms: {status: shared}
```

=== empty-text (error)
A text is empty.

## Why it matters

A key without words says that something is there, and nothing is.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
title: ""
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

=== empty-list (error)
A list, an entry of an order or an order is empty.

## Why it matters

An empty list of options accepts nothing and rejects nothing: it can only be a slip.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {regions: {includes: []}}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {regions: {includes: [east]}}
```

=== named-twice (error)
A name stands twice in one list.

## Why it matters

One of the two was meant to be another name.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {regions: {includes: [east, east]}}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {regions: {includes: [east, west]}}
```

=== not-a-number (error)
A number is no plain decimal number.

## Why it matters

`21,000` is twenty-one thousand here and twenty-one there. Write `21000`, `0.5` or `-3`.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {ceiling: {max: "85,000"}}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {ceiling: {max: 85000}}
```

=== not-a-date (error)
A day is not written as one, or does not exist.

## Why it matters

`06/07/2024` is a day in June here and in July there. Write `2024-06-14`.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {deadline: {until: 2024-06-31}}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {deadline: {until: 2024-06-30}}
```

=== bad-url (error)
An address does not begin with `https://` or `http://`, or has spaces in it.

## Why it matters

Reports show addresses as links. Others than these are not opened by a browser, or do something else there.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: www.example.org/a}}
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
sources: {paper: {publisher: A newspaper, url: "https://www.example.org/a"}}
terms: {status: shared}
```

=== bad-id (error)
An id has characters that none can have.

## Why it matters

Ids are names of folders, words on the command line and keys of JSON: lower-case ASCII letters, digits and hyphens, a
letter first.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
sources: {The Paper: {publisher: A newspaper}}
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
sources: {the-paper: {publisher: A newspaper}}
terms: {status: shared}
```

=== reserved-word (error)
`all`, `any`, `none` or the name of a special folder stands where it cannot.

## Why it matters

These words have a meaning of their own, and `accepts: none` would be a position that no settlement can meet.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: {accepts: none}}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: {rejects: shared}}
```
"""
