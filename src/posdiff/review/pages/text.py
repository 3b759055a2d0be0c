"""Findings on text and YAML: what stands in a file, before anything is known of its meaning."""

PAGES = r"""
=== not-utf-8 (error)
A file is in another encoding, or compressed.

## Why it matters

Its letters would be guessed, and a name or quote come out wrong.

## Refused

A file in UTF-16 or Latin-1, or one that ends in `.yaml` and is a zip archive.

## Accepted

The same, saved as UTF-8. A byte order mark at its beginning is no matter.

=== control-character (error)
A character stands in the file that none may hold.

## Why it matters

Nobody sees it, and a terminal would act on it.

## Refused

A quote with the character U+001B in it, with which colours and links begin in a terminal.

## Accepted

The same without it.

=== reordering-character (warning)
A character changes the order in which text is shown.

## Why it matters

A reviewer reads other words, or in another order, than the program does: so can a slanted edit be hidden. In Arabic or
Hebrew text such characters may be needed.

## Refused

A quote with the character U+202E (right-to-left override) in it.

## Accepted

The same without it.

## When to accept it

Where a quote in a script that is written from right to left needs it.

=== conflict-marker (error)
The marks of an unresolved merge stand in the file.

## Why it matters

Two versions stand there, and somebody has to choose. The message names the mark.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
<<<<<<< ours
terms: {status: shared}
=======
terms: {status: free}
>>>>>>> theirs
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

=== empty-file (error)
A file holds nothing.

## Why it matters

A statement that says nothing has not even a date.

## Refused

```yaml
# north/2024-06-14.yaml
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

=== not-a-mapping (error)
The top of a file is a list or a text, or a pointer of Git LFS.

## Why it matters

There are no keys, so that nothing says what is what. After `git lfs pull` the pointer is the file.

## Refused

```yaml
# north/2024-06-14.yaml
- date: 2024-06-14
- terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

=== yaml-syntax (error)
A file is not valid YAML.

## Why it matters

From the place named on it cannot be read. Indentation, an open quotation mark and a colon within a text are the usual
causes; the hint says more.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
title: Speech: the port
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
title: "Speech: the port"
terms: {status: shared}
```

=== several-documents (error)
A second document begins in a file.

## Why it matters

One file is one statement; what stands after the `---` would belong to no day.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
---
date: 2024-06-15
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

=== yaml-directive (error)
A line begins with `%`.

## Why it matters

To YAML that is an instruction to the program that reads the file. None is followed.

## Refused

```yaml
# north/2024-06-14.yaml
%YAML 1.2
---
date: 2024-06-14
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

=== yaml-tag (error)
A value has a tag, such as `!!str`.

## Why it matters

Tags tell YAML readers to make something else of the text. Here every value is the text that stands there.

## Refused

```yaml
# north/2024-06-14.yaml
date: !!str 2024-06-14
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

=== yaml-anchor (error)
A value has an anchor, such as `&name`.

## Why it matters

With anchors and aliases a few lines can stand for millions, and one change alters many statements.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: &position shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

=== yaml-alias (error)
A value is an alias, such as `*name`.

## Why it matters

What is meant stands elsewhere, and a reader of this line does not see it.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: *position}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

=== merge-key (error)
A key is `<<`.

## Why it matters

To some YAML readers it takes in the keys of another mapping; what the file says would depend on the reader.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms:
  <<: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

=== yaml-key (error)
A key is missing, is no text, or is too long.

## Why it matters

What stands beside it can be found under no name.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {[status]: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

=== duplicate-key (error)
A key stands twice in one mapping.

## Why it matters

One of the two values would be lost without a word. "See also" shows the first.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
title: A speech
title: An interview
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
title: A speech
terms: {status: shared}
```

=== null-value (error)
A key has no value.

## Why it matters

Nobody can tell a value that was forgotten from one that is meant to be empty.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
title:
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

=== too-deep (error)
Values are nested more than 64 levels deep.

## Why it matters

No position needs it, and such files are made to stop programs.

## Refused

A list in a list in a list, and so on, 65 times.

## Accepted

The same, written flatter.

=== too-many-nodes (error)
A file has more than 100,000 values.

## Why it matters

No statement has as many, and such files are made to stop programs.

## Refused

A list of 100,001 numbers.

## Accepted

The same in several files.
"""
