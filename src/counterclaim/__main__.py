"""Where a run of the command line begins: `counterclaim` and `python -m counterclaim` (room: face).

The process that reads pages is started before the command line itself is imported.
"""

import sys

from counterclaim.outside.headstart import expects_pages


def main() -> None:
    """Run the command line and leave with its exit code."""
    if expects_pages(sys.argv[1:]):
        from counterclaim.outside.pages import start_ahead  # noqa: PLC0415 - only where there may be pages

        start_ahead()
    from counterclaim.cli import main as run  # noqa: PLC0415 - it takes as long as the process to be ready

    run()


if __name__ == "__main__":
    main()
