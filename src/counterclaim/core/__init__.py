"""Nouns: what a thing *is*. Records, closed sets, errors. Imports nothing else of ours."""
