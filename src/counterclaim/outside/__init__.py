"""Edges: one outside thing each (files, pages, later models and caches)."""
