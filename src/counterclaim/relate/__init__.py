"""Brains for *several* articles: how their claims relate. Pure functions over records."""
