from counterclaim.note.formats import NOTE_FORMATS, Format
from samples import brief_story, content, make_sample, path_of, stale


def test_the_samples_are_current() -> None:
    """`make samples` writes them anew; read the difference before you commit it."""
    assert [*stale(brief_story())] == []


def test_every_format_has_a_sample_of_its_own() -> None:
    names = [path_of(form).name for form in NOTE_FORMATS]
    assert len(set(names)) == len(names)
    assert "durand-line.txt" in names


def test_a_package_is_compared_by_what_it_holds() -> None:
    sample = make_sample(brief_story(), Format.DOCX)
    assert content(sample) == content(path_of(Format.DOCX).read_bytes())
    assert content(sample) != content(b"other")
