"""The rules that look at what was read: one a file, whose docstring is the rule's page. Listed in ``catalogue.py``."""
