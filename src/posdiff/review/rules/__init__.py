"""The rules that look at a case: one a file, named after its rule. They are listed in ``catalogue.py``."""
