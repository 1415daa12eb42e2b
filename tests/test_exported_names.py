import counterclaim

RECORDS = "Article ArticleDigest Briefing Claim Comparison CounterclaimError Desk Model ModelReply ModelRequest ModelSettings NoteDifference Relation SourceBatch Thread"
STEPS = "brief compare diff digest load_desk read render"


def test_the_public_names_are_these_and_each_is_documented() -> None:
    assert counterclaim.__all__ == dir(counterclaim) == [*RECORDS.split(), "__version__", *STEPS.split()]
    assert [name for name in counterclaim.__all__ if not getattr(counterclaim, name).__doc__] == []
