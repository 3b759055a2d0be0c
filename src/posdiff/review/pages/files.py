"""Findings on files and folders: what stands where."""

PAGES = """
=== no-agenda (error)
The positions folder has no agenda.

## Why it matters

Parties and issues are declared there. Without it no statement can be read.

## Refused

```yaml
# without: agenda.yaml
```

## Accepted

```yaml
# alone: agenda.yaml
posdiff: 1
parties: {north: {name: North}}
issues: {status: {title: Status, kind: text}}
```

=== second-agenda (error)
There is an `agenda.yaml` and an `agenda.yml`.

## Why it matters

Only one of the two is read, and the other may be the one that was meant.

## Refused

```yaml
# agenda.yml
posdiff: 1
parties: {north: {name: North}}
issues: {status: {title: Status, kind: text}}
```

## Accepted

```yaml
# alone: agenda.yml
posdiff: 1
parties: {north: {name: North}}
issues: {status: {title: Status, kind: text}}
```

=== misplaced-file (error)
A YAML file stands where it means nothing, or in folders that are nested too deep.

## Why it matters

It looks as if it were part of the dossier, and is not. Statements stand in `PARTY/DATE.yaml` or `joint/DATE.yaml`,
drafts in `drafts/DATE-slug.yaml`.

## Refused

```yaml
# 2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

=== bad-file-name (error)
The name of a file is no date, nor a date and a slug.

## Why it matters

The name is the statement's id: it says the day, and other statements refer to it.

## Refused

```yaml
# north/speech.yaml
date: 2024-06-14
terms: {status: shared}
```

## Accepted

```yaml
# north/2024-06-14-speech.yaml
date: 2024-06-14
terms: {status: shared}
```

=== second-file (error)
Two files differ only in `.yaml` and `.yml`.

## Why it matters

Both would be the same statement, and only the first is read.

## Refused

```yaml
# north/2024-06-14.yaml
date: 2024-06-14
terms: {status: shared}
```

```yaml
# north/2024-06-14.yml
date: 2024-06-14
terms: {status: free}
```

## Accepted

```yaml
# north/2024-06-14-a.yaml
date: 2024-06-14
terms: {status: shared}
```

```yaml
# north/2024-06-14-b.yml
date: 2024-06-14
terms: {corridor: yes}
```

=== not-a-file (error)
A folder, pipe or device has the name of a YAML file.

## Why it matters

It would be passed over in silence, and a statement that is thought to be there would be missing.

## Refused

A folder `north/2024-06-14.yaml/`, or a pipe of that name.

## Accepted

A folder without the ending, or a file with it.

=== symbolic-link (error)
A link leads to a folder, or out of the positions folder.

## Why it matters

What stands behind it is not part of what was reviewed. A link to another file within the folder is followed.

## Refused

`north/2024-06-14.yaml`, a link to `../../elsewhere/statement.yaml`; `north`, a link to a folder.

## Accepted

The file itself, in its place.

=== unreadable (error)
A file or folder cannot be read.

## Why it matters

What stands in it is missing from every answer. The message says why: the permissions, a link that leads nowhere or to
itself.

## Refused

A file that the user may not read.

## Accepted

The same file with its permissions mended.

=== file-too-large (error)
A file has more than 1 MiB.

## Why it matters

A statement takes some kilobytes. A file of that size is not one, and may be meant to stop the program.

## Refused

A file of 2 MiB, which is not read.

## Accepted

The same in several files: one statement a file.
"""
