"""What holds for the whole suite."""

from hypothesis import settings

# Cases run beside others on busy machines: a deadline would measure the machine. Speed has tests of its own.
settings.register_profile("suite", deadline=None)
settings.load_profile("suite")
