"""The pages of what is found while files are read: a text for each group, a page under each ``=== id (severity)``."""
