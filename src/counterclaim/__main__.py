"""Where a run of the command line begins: `counterclaim` and `python -m counterclaim` (room: face).

The process that reads pages is started before the command line itself is imported. Nothing of ours is imported before
an interruption is looked for: most of a short run is imports.
"""

import os
import sys
from collections.abc import Callable

_INTERRUPTED = 130


def main() -> None:
    """Run the command line and leave with its exit code, which an interruption while it is imported has too."""
    try:
        run = _import_commands()
    except KeyboardInterrupt:
        os._exit(_INTERRUPTED)
    run()


def _import_commands() -> Callable[[], None]:
    from counterclaim.outside.headstart import expects_pages  # noqa: PLC0415 - see above

    if expects_pages(sys.argv[1:]):
        from counterclaim.outside.pages import start_ahead  # noqa: PLC0415 - only where there may be pages

        start_ahead()
    from counterclaim.cli import main as run  # noqa: PLC0415 - it takes as long as the process to be ready

    return run


if __name__ == "__main__":
    main()
