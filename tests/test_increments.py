import pytest

from counterclaim.relate.increments import level_increments
from small_accounts import slots


@pytest.mark.parametrize(
    ("texts", "counting"),
    [
        pytest.param(("Ruiz said a further 30 miners were hurt.", "Ruiz said 30 miners were hurt."), "unstated", id="the-same-speaker-elsewhere"),
        pytest.param(("Ruiz said a further 30 miners were hurt.", "Land said 30 miners were hurt."), "incremental", id="another-speaker"),
        pytest.param(("Ruiz said a further 30 miners were hurt.", "Ruiz said 12 miners were hurt."), "incremental", id="another-number"),
        pytest.param(("Ruiz said a further 30 miners were hurt.", "Ruiz said 30 miners were killed."), "incremental", id="another-fate"),
        pytest.param(("Ruiz said a further 30 miners were hurt.", "The road is open."), "incremental", id="alone"),
    ],
)  # fmt: skip
def test_an_increment_that_is_none(texts: tuple[str, ...], counting: str) -> None:
    found = level_increments([s for text in texts for s in slots(text)])
    assert found[0].figure is not None
    assert found[0].figure.counting == counting
