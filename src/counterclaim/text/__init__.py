"""Brains for *one* article: what it says, who says it, in which words. Pure functions over text."""
