"""Run the command line as `python -m counterclaim` (room: face)."""

from counterclaim.cli import main

if __name__ == "__main__":
    main()
