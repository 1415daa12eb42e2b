"""A process that imports the program once and then forks a run for every line it is told, so that a run can be killed.

Each line is a JSON list of arguments. The answer is the run's process id; when the run ends by itself, or by a signal,
its exit status follows on a line of its own.
"""

import json
import os
import sys

import openai  # noqa: F401 - what a run would spend its first second on

from counterclaim.cli import app
from counterclaim.outside import cache, connection  # noqa: F401 - the same
from counterclaim.steps import stories  # noqa: F401 - the same


def tell(said: object) -> None:
    """One line on standard output, at once."""
    sys.stdout.write(f"{said}\n")
    sys.stdout.flush()


def main() -> None:
    """Fork a run for every line, one at a time."""
    tell("ready")
    for line in sys.stdin:
        arguments = json.loads(line)
        child = os.fork()
        if child == 0:
            null = os.open(os.devnull, os.O_WRONLY)
            os.dup2(null, 1)
            os.dup2(null, 2)
            code = 0
            try:
                app(arguments, prog_name="counterclaim")
            except SystemExit as ended:
                code = ended.code if isinstance(ended.code, int) else 1
            finally:
                os._exit(code)
        tell(child)
        _, status = os.waitpid(child, 0)
        tell(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    main()
