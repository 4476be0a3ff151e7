"""The names of the published SafeContract toolkit, so that its tutorial runs with another import line.

    from interlock import SafetyGuard, safety_contract

Calls and report keys are the toolkit's; what happens to an action is Interlock's. It differs on purpose where the toolkit lets a
command through: NaN never passes, rows of a chunk are limited one after the other, rate limits come from consecutive steps, and the
box is checked on episodes that were not used to make it. New code uses :class:`interlock.Guard`.
"""

from __future__ import annotations

import collections
import functools
import logging
from typing import Any, Callable, Dict, List, Optional, Sequence, TypeVar, Union

import numpy as np

from ._errors import GuardError
from ._guard import Guard
from ._results import Verdict
from ._toolkit_watch import ToolkitWatch
from ._types import Floats
from .toolkit_monitors import (
    ConformalActionMonitor,
    CUSUMDetector,
    GripperOscillationDetector,
    JerkMonitor,
    StallDetector,
)

_Function = TypeVar("_Function", bound=Callable[..., Any])
_Limit = Union[float, Sequence[float], Floats]

_MODES = {"clip": "clip", "warn": "warn", "monitor_only": "monitor"}
_VIOLATIONS = {"GD101": "non_finite", "GD102": "wrong_length", "GD103": "missing", "GD110": "bounds", "GD111": "velocity", "GD117": "workspace"}

_log = logging.getLogger("interlock")


class SafetyViolationError(GuardError):
    """An action broke a contract whose ``on_violation`` is ``raise``."""


class SafetyGuard:
    """The toolkit's guard: ``SafetyGuard.from_demos(demo_actions)``, then ``guard(action)``."""

    def __init__(
        self,
        bounds_lo: _Limit,
        bounds_hi: _Limit,
        v_max: _Limit,
        conformal_monitor: Optional[ConformalActionMonitor] = None,
        stall_threshold: Optional[float] = None,
        stall_window: int = 10,
        jerk_limit: Optional[float] = None,
        cusum_threshold: Optional[float] = None,
        alpha: float = 0.05,
        mode: str = "clip",
    ) -> None:
        """Limits by hand: lowest and highest command and largest change per step, one number per channel (``v_max`` also one for all).

        A threshold that is named makes the report use the toolkit's own monitor; without one it tells of Interlock's.
        """
        low, high = np.asarray(bounds_lo, dtype=np.float64), np.asarray(bounds_hi, dtype=np.float64)
        if low.ndim != 1 or low.shape != high.shape:
            raise ValueError("bounds_lo and bounds_hi are one number per channel")
        step = np.broadcast_to(np.asarray(v_max, dtype=np.float64), low.shape)
        monitors = ToolkitWatch(conformal_monitor, stall_threshold, stall_window, jerk_limit, cusum_threshold, alpha)
        self._adopt(Guard.from_text(_contract(low, high, step), mode=_mode(mode)), mode, monitors)

    @classmethod
    def from_demos(
        cls,
        demo_actions: Any,
        alpha: float = 0.05,
        v_max_percentile: float = 99,
        cal_split: float = 0.8,
        mode: str = "clip",
        *,
        conformal_monitor: Optional[ConformalActionMonitor] = None,
        stall_threshold: Optional[float] = None,
        stall_window: int = 10,
        jerk_limit: Optional[float] = None,
        cusum_threshold: Optional[float] = None,
    ) -> "SafetyGuard":
        """Learns from demonstrations. ``cal_split`` is accepted and not used: episodes are split in Interlock's own proportions."""
        del cal_split
        guard = cls.__new__(cls)
        monitors = ToolkitWatch(conformal_monitor, stall_threshold, stall_window, jerk_limit, cusum_threshold, alpha)
        learnt = Guard.from_demos(demo_actions, alpha=alpha, velocity_percentile=v_max_percentile, mode=_mode(mode))
        guard._adopt(learnt, mode, monitors)
        return guard

    def _adopt(self, guard: Guard, mode: str, monitors: ToolkitWatch) -> None:
        self.guard = guard
        self.mode = mode
        self._monitors = monitors
        self._violations: Dict[str, int] = {}
        self._violated_steps = 0
        self._stalled_steps = 0
        self._reported = 0
        channels = guard.description["channels"]
        self.bounds_lo = np.array([_or_infinite(channel["min"], -np.inf) for channel in channels])
        self.bounds_hi = np.array([_or_infinite(channel["max"], np.inf) for channel in channels])
        self.v_max = np.array([_or_infinite(channel["max_step"], np.inf) for channel in channels])

    def __call__(self, action: Any) -> Floats:
        safe = self.guard(action)
        result = self.guard._result
        found = self._monitors.watch(action, safe) if self._monitors.are_named else ()
        if found or result.intervention_count or result.verdict:
            self._count(found)
        return safe

    def wrap(self, policy: _Function) -> _Function:
        """Decorator: the function's action is guarded."""

        @functools.wraps(policy)
        def guarded(*arguments: Any, **named: Any) -> Floats:
            return self(policy(*arguments, **named))

        return guarded  # type: ignore[return-value]

    def get_report(self) -> Optional[Dict[str, Any]]:
        """The newest step in the toolkit's keys; None before the first.

        ``stall_duration`` counts the reports on end that found a stall; ``max_jerk`` is the root mean square of the executed jerk.
        """
        report = self.guard.report()
        if report["steps"] == 0:
            return None
        newest = report["newest"]
        if self._reported != report["steps"]:
            self._stalled_steps = self._stalled_steps + 1 if newest["executed_stall"] else 0
            self._reported = report["steps"]
        told = {
            "step": report["steps"],
            "violations": _kinds([item["code"] for item in report["interventions"]]),
            "clip_magnitude": newest["clip_magnitude"] or 0.0,
            "p_value": newest["p_value"],
            "is_stalled": bool(newest["executed_stall"]),
            "stall_duration": self._stalled_steps,
            "max_jerk": newest["executed_jerk_rms"] or 0.0,
            "cusum_alarm": "GD410" in report["alarms"],
        }
        told["violations"] += self._monitors.found
        return {**told, **self._monitors.newest}

    def get_summary(self) -> Dict[str, Any]:
        """Counts since the last reset in the toolkit's keys, with Interlock's own report under ``interlock``."""
        report = self.guard.report()
        return {
            "n_steps": report["steps"],
            "total_steps": report["steps"],
            "n_violations": self._violated_steps,
            "violation_types": dict(self._violations),
            "bounds_violations": self._violations.get("bounds", 0),
            "velocity_violations": self._violations.get("velocity", 0),
            "cusum": {"S": report["monitors"]["cusum"]},
            "stall": {},
            "jerk": {},
            "shift_test": self.test_shift(),
            **self._monitors.summaries(),
            "interlock": report,
        }

    def test_shift(self, recent_n: Optional[int] = None) -> Dict[str, Any]:
        """Whether finished episodes moved away from the demonstrations. Counts episodes and does not use ``recent_n``; with a
        ``conformal_monitor`` it is the toolkit's test of that monitor's newest steps."""
        if self._monitors.conformal is not None:
            return self._monitors.conformal.test_uniformity(recent_n)
        return {"shift_detected": self.guard.report()["episode_shift"]}

    def reset(self) -> None:
        """Starts an episode."""
        self.guard.begin_episode()
        self._monitors.reset()
        self._violations.clear()
        self._violated_steps = 0
        self._stalled_steps = 0
        self._reported = 0

    def __repr__(self) -> str:
        return f"<interlock.SafetyGuard over {self.guard!r}>"

    def _count(self, found: Sequence[str]) -> None:
        kinds = [*_kinds(self.guard.codes), *found]
        self._violated_steps += bool(kinds)
        for kind in kinds:
            self._violations[kind] = self._violations.get(kind, 0) + 1
        if self.mode == "warn" and kinds:
            _log.warning("%s", "; ".join([*self.guard.explain(), *found]))


_violation_log: "collections.deque[Dict[str, Any]]" = collections.deque(maxlen=10_000)


def get_violation_log() -> List[Dict[str, Any]]:
    """What decorated functions of this process met, the newest 10,000: function, violations, range before and after."""
    return list(_violation_log)


def clear_violation_log() -> None:
    """Empties :func:`get_violation_log`."""
    _violation_log.clear()


def safety_contract(
    action_range: Optional[Sequence[float]] = None,
    joint_velocity_max: Optional[float] = None,
    workspace_bounds: Optional[Sequence[Sequence[float]]] = None,
    on_violation: str = "clip",
) -> Callable[[_Function], _Function]:
    """The toolkit's decorator: limits for whatever action the function returns.

    :param action_range: lowest and highest command of every channel.
    :param joint_velocity_max: largest change of a channel per call.
    :param workspace_bounds: bounds of the first three channels.
    :param on_violation: ``clip``, ``warn`` or ``raise``.
    """
    if on_violation not in ("clip", "warn", "raise"):
        raise ValueError(f"on_violation is clip, warn or raise, not {on_violation!r}")

    def decorate(policy: _Function) -> _Function:
        guards: Dict[int, Guard] = {}

        @functools.wraps(policy)
        def guarded(*arguments: Any, **named: Any) -> Floats:
            action = np.asarray(policy(*arguments, **named), dtype=np.float64)
            width = action.shape[-1] if action.ndim else 1
            guard = guards.get(width)
            if guard is None:
                guard = guards[width] = _of_limits(width, action_range, joint_velocity_max, workspace_bounds)
            safe = guard(action)
            if guard._result.verdict != Verdict.PASS or not np.array_equal(safe, action):
                words = "; ".join(guard.explain()) or "rows of the chunk were changed"
                _violation_log.append({
                    "function": policy.__qualname__,
                    "violations": guard.explain() or [words],
                    "original_range": [float(action.min()), float(action.max())],
                    "clipped_range": [float(safe.min()), float(safe.max())],
                })  # fmt: skip
                if on_violation == "raise":
                    raise SafetyViolationError(words)
                if on_violation == "warn":
                    _log.warning("%s", words)
            return safe

        guarded._safety_contract = {  # type: ignore[attr-defined]
            "action_range": action_range,
            "joint_velocity_max": joint_velocity_max,
            "workspace_bounds": workspace_bounds,
            "on_violation": on_violation,
        }
        return guarded  # type: ignore[return-value]

    return decorate


def _of_limits(
    width: int,
    action_range: Optional[Sequence[float]],
    step: Optional[float],
    workspace: Optional[Sequence[Sequence[float]]],
) -> Guard:
    low, high = np.full(width, -np.inf), np.full(width, np.inf)
    if action_range is not None:
        low[:], high[:] = action_range
    for i, (least, most) in enumerate(list(workspace or [])[: min(3, width)]):
        low[i], high[i] = max(low[i], least), min(high[i], most)
    return Guard.from_text(_contract(low, high, np.full(width, np.inf if step is None else step)))


def _contract(low: Floats, high: Floats, step: Floats) -> str:
    lines: List[str] = ["interlock: contract/1", "name: safety-contract", "channels:"]
    for i, (least, most, change) in enumerate(zip(low.tolist(), high.tolist(), step.tolist())):
        limits = {"min": least, "max": most, "max_step": change}
        stated = "".join(f", {key}: {value!r}" for key, value in limits.items() if not np.isinf(value))
        lines.append(f"  - {{ name: action_{i}, role: joint{stated} }}")
    return "\n".join(lines) + "\n"


def _mode(mode: str) -> str:
    if mode not in _MODES:
        raise ValueError(f"mode is clip, warn or monitor_only, not {mode!r}")
    return _MODES[mode]


def _kinds(codes: Sequence[str]) -> List[str]:
    return list(dict.fromkeys(_VIOLATIONS.get(code, code) for code in codes))


def _or_infinite(value: Optional[float], infinite: float) -> float:
    return infinite if value is None else value


__all__ = [
    "CUSUMDetector",
    "ConformalActionMonitor",
    "GripperOscillationDetector",
    "JerkMonitor",
    "SafetyGuard",
    "SafetyViolationError",
    "StallDetector",
    "clear_violation_log",
    "get_violation_log",
    "safety_contract",
]
