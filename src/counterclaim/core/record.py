"""What all records have in common (room: nouns)."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

Status = Literal["agreed", "conceded", "one_sided", "single_origin", "disputed", "superseded", "unclear"]


def _parse_published(value: object) -> object:
    """Keep a bare ISO date a date: pydantic would otherwise make it midnight, which nobody stated."""
    if isinstance(value, str) and len(value.strip()) == len("2025-10-12"):
        return dt.date.fromisoformat(value.strip())
    return value


Published = Annotated[dt.datetime | dt.date, BeforeValidator(_parse_published)]


class Record(BaseModel):
    """Base of all records: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", ser_json_inf_nan="null")
