"""The user's pager, for results longer than the screen (room: edges)."""

import shlex
import shutil
import signal
import subprocess
from collections.abc import Mapping

_DEFAULT = "less"
_FLAGS = {
    "LESS": "FRX",
    "LV": "-c",
}  # as git sets them: leave at once where it fits, show colour, keep the screen


def show_paged(text: str, environment: Mapping[str, str]) -> bool:
    """Show a text in the pager that PAGER names, or in `less`; False where there is none: nothing was shown.

    PAGER is split into words as a shell would, but no shell is asked.
    """
    command = _command(environment.get("PAGER"))
    if not command:
        return False
    try:
        pager = subprocess.Popen(command, stdin=subprocess.PIPE, env={**_FLAGS, **environment})  # noqa: S603 - the user's own choice
    except OSError:
        return False
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)  # the interrupt is for the pager
    try:
        pager.communicate(text.encode())
    finally:
        signal.signal(signal.SIGINT, before)
    return True


def _command(chosen: str | None) -> list[str]:
    if chosen is None:
        found = shutil.which(_DEFAULT)
        return [found] if found else []
    try:
        words = shlex.split(chosen)
    except ValueError:  # an open quotation mark
        return []
    return words if words and words != ["cat"] else []
