"""The mathematics of what can be accepted: one file a kind of issue, one face (``kind.Space``)."""
