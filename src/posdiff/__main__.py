"""``posdiff``, and ``python -m posdiff``."""

import gc
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line."""
    gc.disable()  # before anything is imported: a run is short, and makes no garbage worth a search
    from posdiff.cli.app import main as run

    run()


if __name__ == "__main__":
    main()
