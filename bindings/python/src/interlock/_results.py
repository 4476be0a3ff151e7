"""What a step gives."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ._types import Floats


class Verdict(enum.IntEnum):
    """What the guard did with an action."""

    PASS = 0
    CLIP = 1
    HOLD = 2
    STOP = 3


@dataclass(frozen=True)
class Step:
    """Outcome of one guarded action."""

    command: Optional[Floats]
    """What may be sent, float64, one value per channel; None when nothing may be."""

    verdict: Verdict
    """In mode ``monitor``: what would have been done."""

    step: int
    """Number of the step since the guard was made, from 0."""

    is_enforced: bool
    is_latched: bool
    clip_fraction: float
    """Largest change of a channel relative to its span."""

    intervention_count: int
    alarm_count: int


@dataclass(frozen=True)
class Intervention:
    """One change that the guard made to a command, or one reason why it did not use it."""

    code: str
    channel: Optional[str]
    """None: the whole action."""

    raw: Optional[float]
    safe: Optional[float]
    limit: Optional[float]
    unit: str
    step: int
    text: str
    """One sentence."""
