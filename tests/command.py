"""Run the real command line, as a user does."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str


def counterclaim(
    *arguments: str, stdin: bytes = b"", cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> Ran:
    """Run `counterclaim` with the arguments; its input is a pipe."""
    done = subprocess.run(
        [sys.executable, "-m", "counterclaim", *arguments],
        input=stdin,
        capture_output=True,
        cwd=cwd,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | (env or {}),
        check=False,
        timeout=120,
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def write(folder: Path, name: str, content: str | bytes) -> str:
    """Make a file, and give its path as a user would type it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


HARBOUR = """---
title: Ferry lost off Lisse
outlet: Harbour Press
published: 2025-10-05T18:00:00+02:00
---
At least 12 people died when the ferry Aurora sank off Lisse on Sunday, the coast guard said.

“We have 31 people missing,” coast guard chief Ann Odell said.
"""
GAZETTE = """---
title: Toll of the Aurora
outlet: Lisse Gazette
published: 2025-10-05T20:00:00+02:00
---
The ferry Aurora sank off Lisse on Sunday. Nine people died, said Karl Veit, the owner of Veit Lines.
"""
"""Two accounts of one event, which differ in the toll."""
