"""The version of posdiff, kept here alone."""

__version__ = "0.1.0"
