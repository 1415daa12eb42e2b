"""Keep the output that README.md shows true: run its console blocks, and compare or rewrite them.

    python tests/readme.py --check     say what differs, and fail
    python tests/readme.py --write     put what the commands print today

A block that starts with ```console holds commands, each on a line that starts with "$ ", and what they print.
"""

import difflib
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"(?<=```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)


def run_command(command: str) -> str:
    """What a reader sees who types the command in the repository: both streams, 80 columns, no colour."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(  # noqa: S602 - the commands are our own README's
        command,
        shell=True,
        cwd=ROOT,
        env=os.environ | {"PATH": path, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        check=False,
        timeout=120,
    )
    return done.stdout.decode()


def refresh(block: str) -> str:
    """The block with what its commands print today."""
    commands = [line for line in block.splitlines() if line.startswith("$ ")]
    parts = []
    for command in commands:
        printed = run_command(command[2:])
        parts.append(
            f"{command}\n{printed}" if printed.endswith("\n") or not printed else f"{command}\n{printed}\n"
        )
    return "".join(parts)


def main(mode: str) -> int:
    """Check or rewrite the README; the exit code is 1 where a check found a difference."""
    shown = README.read_text(encoding="utf-8")
    true = _BLOCK.sub(lambda block: refresh(block[0]), shown)
    if mode == "--write":
        README.write_text(true, encoding="utf-8")
        return 0
    difference = difflib.unified_diff(
        shown.splitlines(keepends=True),
        true.splitlines(keepends=True),
        "README.md",
        "what the commands print",
    )
    report = "".join(difference)
    if report:
        sys.stdout.write(
            f"{report}\nREADME.md shows what is no longer printed; run: python tests/readme.py --write\n"
        )
    return 1 if report else 0


if __name__ == "__main__":
    if sys.argv[1:] not in (["--check"], ["--write"]):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
