"""The rules that look at a case: one a file, which is called as its rule is. Listed in ``catalogue.py``."""
