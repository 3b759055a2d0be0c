"""What the schema says of a mapping whose keys are words that the program knows."""

from typing import NamedTuple


class Keys(NamedTuple):
    """``about``: what each key means, with ``{}`` for it; ``sometimes``: those that need not be there."""

    about: str
    sometimes: tuple[str, ...] = ()
