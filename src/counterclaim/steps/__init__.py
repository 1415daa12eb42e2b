"""Steps: orchestration. They read sources, ask the reader and the comparator, and build the briefing.

A folder of its own (the plan had two root modules) because `counterclaim.digest` and `counterclaim.compare` are the
public function names, and a module of the same name would overwrite them.
"""
