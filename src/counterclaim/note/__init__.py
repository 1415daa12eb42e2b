"""Brains for what people see: a briefing, and one renderer a format. Pure functions from records to text."""
