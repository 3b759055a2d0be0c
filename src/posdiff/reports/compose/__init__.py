"""Composes the document of each command: which facts there are to read, and in which order, for every writer."""
