"""The samples in `samples/`: the note on a seed story in every format, as the command line writes it.

python tests/samples.py --check     say which are not current, and fail
python tests/samples.py --write     write them anew (`make samples`)
"""

import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path

from counterclaim.core.records import Briefing
from counterclaim.note.formats import NOTE_FORMATS, SUFFIXES, Format, render_note

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "samples"
STORY = "seeds/durand-line"


def path_of(form: Format) -> Path:
    """Where the sample of a format lies: the story's name with the format's first suffix."""
    suffix = next(suffix for suffix, named in SUFFIXES.items() if named is form)
    return FOLDER / f"{Path(STORY).name}{suffix}"


@cache
def brief_story() -> Briefing:
    """The note on the story as a record, made by the command in the repository's own folder."""
    command = [sys.executable, "-m", "counterclaim", "brief", STORY, "--quiet", "--format", "json"]
    return Briefing.model_validate_json(
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout
    )


def make_sample(made: Briefing, form: Format) -> bytes:
    """The sample of a format."""
    note = render_note(made, form)
    return note.encode() if isinstance(note, str) else note


def content(sample: bytes) -> object:
    """What two samples must share: the bytes, or what a package holds, however it was compressed."""
    if not sample.startswith(b"PK"):
        return sample
    with zipfile.ZipFile(BytesIO(sample)) as package:
        return [(name, package.read(name)) for name in package.namelist()]


def stale(made: Briefing) -> Iterator[str]:
    """The samples that are missing, not current, or of no format."""
    for form in NOTE_FORMATS:
        path = path_of(form)
        if not path.exists() or content(path.read_bytes()) != content(make_sample(made, form)):
            yield path.name
    yield from {path.name for path in FOLDER.iterdir()} - {path_of(form).name for form in NOTE_FORMATS}


def write(made: Briefing) -> None:
    """Write every sample; what is current in content is left as it is."""
    FOLDER.mkdir(exist_ok=True)
    for name in [*stale(made)]:
        (FOLDER / name).unlink(missing_ok=True)
    for form in NOTE_FORMATS:
        if not path_of(form).exists():
            path_of(form).write_bytes(make_sample(made, form))


def main(mode: str) -> int:
    """Check or write the samples; the exit code is 1 where a check found one that is not current."""
    made = brief_story()
    if mode == "--write":
        write(made)
        return 0
    found = [*stale(made)]
    if found:
        sys.stdout.write(f"not current: {', '.join(sorted(found))}; run: make samples\n")
    return 1 if found else 0


if __name__ == "__main__":
    if sys.argv[1:] not in (["--check"], ["--write"]):
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
