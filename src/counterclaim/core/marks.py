"""The words by which digests and notes say what a model did not read (room: nouns)."""

PASSED_OVER = (
    "passed over by the model"  # flag of a built-in reader's claim that no claim of the model covers
)
NOT_READ = "not read by the model"  # flag of one in sentences for which no usable reply came
FELL_BACK = "the model's reading"  # what a digest calls such sentences, under `dropped`
OTHER_EVENT = (
    "it seems to tell of another event"  # why the claims of an article are not compared with others'
)
BESIDE = frozenset({PASSED_OVER, NOT_READ})
