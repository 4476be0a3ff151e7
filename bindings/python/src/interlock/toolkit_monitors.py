"""The monitors of the published SafeContract toolkit that its tutorials construct by hand: same names, arguments, keys and formulas.

They judge single steps against limits that you name, without a rate and without units. ``interlock.Guard`` has monitors whose limits are
learnt from demonstrations. Nothing grows with the number of steps but the p-values, of which the newest 10,000 are kept.
"""

from __future__ import annotations

import math
from collections import deque
from typing import Any, Deque, Dict, Optional

import numpy as np

from ._types import Floats

P_VALUES_KEPT = 10_000
_LEAST_STD = 1e-8
_LEAST_P_VALUES = 10
_SERIES_TERMS = 100


class _Series:
    """Mean, deviation and root mean square of a stream."""

    def __init__(self) -> None:
        self.count, self.sum, self.squares, self.largest = 0, 0.0, 0.0, 0.0

    def add(self, value: float) -> None:
        self.count += 1
        self.sum += value
        self.squares += value * value
        self.largest = max(self.largest, value)

    @property
    def mean(self) -> float:
        return self.sum / self.count if self.count else 0.0

    @property
    def rms(self) -> float:
        return math.sqrt(self.squares / self.count) if self.count else 0.0

    @property
    def std(self) -> float:
        return math.sqrt(max(self.rms**2 - self.mean**2, 0.0))


class StallDetector:
    """Steps shorter than ``movement_threshold`` (Euclidean, units of the action) for ``stall_window`` steps on end."""

    def __init__(self, movement_threshold: float = 1.0, stall_window: int = 10) -> None:
        self.movement_threshold, self.stall_window = movement_threshold, stall_window
        self.reset()

    def reset(self) -> None:
        self._previous: Optional[Floats] = None
        self._run = self._steps = self._stalled = self._ended = 0

    def update(self, action: Any) -> Dict[str, Any]:
        values = np.array(action, dtype=np.float64)
        norm = 0.0 if self._previous is None else float(np.linalg.norm(values - self._previous))
        was_stalled = self._run >= self.stall_window
        self._run = self._run + 1 if self._previous is not None and norm < self.movement_threshold else 0
        self._previous = values
        self._steps += 1
        is_stalled = self._run >= self.stall_window
        self._stalled += is_stalled
        self._ended += was_stalled and not is_stalled
        return {"is_stalled": is_stalled, "stall_duration": self._run, "movement_norm": norm}

    def get_summary(self) -> Dict[str, Any]:
        return {
            "n_steps": self._steps,
            "total_stalls": self._ended,
            "total_stall_steps": self._stalled,
            "stall_rate": self._stalled / max(self._steps, 1),
            "current_stall_duration": self._run,
        }


class JerkMonitor:
    """Largest third difference of a channel. With ``chunk_size`` the first step of each later chunk is a boundary, where the jump is."""

    def __init__(self, jerk_limit: float = 100.0, chunk_size: Optional[int] = None) -> None:
        self.jerk_limit, self.chunk_size = jerk_limit, chunk_size
        self.reset()

    def reset(self) -> None:
        self._newest: Deque[Floats] = deque(maxlen=4)
        self._steps = self._violations = 0
        self._all, self._boundary, self._inside = _Series(), _Series(), _Series()

    def update(self, action: Any) -> Dict[str, Any]:
        self._newest.append(np.array(action, dtype=np.float64))
        is_boundary = bool(self.chunk_size and self._steps > 0 and self._steps % self.chunk_size == 0)
        self._steps += 1
        jerk = 0.0
        if len(self._newest) == 4:
            a, b, c, d = self._newest
            jerk = float(np.abs(d - 3 * c + 3 * b - a).max())
            self._all.add(jerk)
            (self._boundary if is_boundary else self._inside).add(jerk)
        violates = not jerk <= self.jerk_limit
        self._violations += violates
        return {"max_jerk": jerk, "jerk_violation": violates, "is_chunk_boundary": is_boundary}

    def get_summary(self) -> Dict[str, Any]:
        summary = {
            "n_steps": self._steps,
            "violations": self._violations,
            "violation_rate": self._violations / max(self._all.count, 1),
            "mean_jerk": self._all.mean,
            "max_jerk": self._all.largest,
            "std_jerk": self._all.std,
            "jerk_rms": self._all.rms,
        }
        if self.chunk_size:
            summary["chunk_boundary_mean_jerk"] = self._boundary.mean
            summary["non_boundary_mean_jerk"] = self._inside.mean
            summary["boundary_vs_non_ratio"] = self._boundary.mean / (self._inside.mean + _LEAST_STD)
        return summary


class GripperOscillationDetector:
    """How often the gripper crosses ``threshold`` within ``window_size`` steps."""

    def __init__(self, gripper_dim: int = -1, threshold: float = 0.0, window_size: int = 10, max_flips: int = 4) -> None:
        self.gripper_dim, self.threshold, self.window_size, self.max_flips = gripper_dim, threshold, window_size, max_flips
        self.reset()

    def reset(self) -> None:
        self._states: Deque[int] = deque(maxlen=self.window_size)
        self._steps = self._oscillating = 0

    def update(self, action: Any) -> Dict[str, Any]:
        self._states.append(int(np.asarray(action)[self.gripper_dim] > self.threshold))
        self._steps += 1
        newest = list(self._states)
        flips = sum(a != b for a, b in zip(newest, newest[1:])) if len(newest) == self.window_size else 0
        oscillates = flips >= self.max_flips
        self._oscillating += oscillates
        return {"oscillating": oscillates, "flips": flips, "gripper_state": newest[-1]}

    def get_summary(self) -> Dict[str, Any]:
        return {
            "n_steps": self._steps,
            "total_oscillation_steps": self._oscillating,
            "oscillation_rate": self._oscillating / max(self._steps, 1),
        }


class CUSUMDetector:
    """Sum of the violations above the rate that was expected; an alarm above ``threshold`` starts it again."""

    def __init__(self, expected_rate: float = 0.05, threshold: float = 5.0) -> None:
        self.expected_rate, self.threshold = expected_rate, threshold
        self.reset()

    def reset(self) -> None:
        self._steps = self._alarms = 0
        self._sum = self._peak = 0.0
        self._newest: Deque[float] = deque(maxlen=20)

    def update(self, violated: Any) -> bool:
        """True when this step raises the alarm."""
        self._steps += 1
        self._sum = max(0.0, self._sum + float(bool(violated)) - self.expected_rate)
        self._newest.append(round(self._sum, 4))
        self._peak = max(self._peak, self._sum)
        alarms = self._sum > self.threshold
        if alarms:
            self._alarms, self._sum = self._alarms + 1, 0.0
        return alarms

    def get_summary(self) -> Dict[str, Any]:
        return {
            "n_steps": self._steps,
            "current_stat": self._sum,
            "n_alarms": self._alarms,
            "threshold": self.threshold,
            "expected_rate": self.expected_rate,
            "stat_history_last20": list(self._newest),
            "peak_stat": self._peak,
        }


class ConformalActionMonitor:
    """How rare an action is among calibration actions: the largest deviation of a channel in standard deviations, as a p-value."""

    def __init__(self) -> None:
        self._scores = np.zeros(0)
        self.p_values: Deque[float] = deque(maxlen=P_VALUES_KEPT)

    def calibrate(self, actions: Any) -> Dict[str, Any]:
        rows = np.asarray(actions, dtype=np.float64)
        if rows.ndim != 2 or not len(rows) or not np.isfinite(rows).all():
            raise ValueError("calibration needs finite actions of shape (steps, channels)")
        self._mean = rows.mean(axis=0)
        self._std = np.maximum(rows.std(axis=0), _LEAST_STD)
        self._scores = np.sort((np.abs(rows - self._mean) / self._std).max(axis=1))
        self.p_values.clear()
        span = [float(self._scores[0]), float(self._scores[-1])]
        return {"n_calibration": len(rows), "n_dims": rows.shape[1], "cal_mean": self._mean.tolist(), "cal_std": self._std.tolist(), "score_range": span}

    def score(self, action: Any) -> Dict[str, Any]:
        each = np.abs(np.asarray(action, dtype=np.float64) - self._mean) / self._std
        largest = float(each.max())
        smaller = int(np.searchsorted(self._scores, largest, side="left")) if math.isfinite(largest) else len(self._scores)
        p = float((len(self._scores) - smaller + 1) / (len(self._scores) + 1))
        self.p_values.append(p)
        return {"p_value": p, "nonconformity_score": largest, "per_dim_scores": each, "is_anomalous_01": p < 0.01, "is_anomalous_05": p < 0.05}

    def get_conformal_bounds(self, alpha: float = 0.05) -> Dict[str, Any]:
        count = len(self._scores)
        rank = min(math.ceil(min((1 - alpha) * (1 + 1 / count), 1.0) * count), count)
        quantile = float(self._scores[rank - 1])
        low, high = self._mean - quantile * self._std, self._mean + quantile * self._std
        return {"alpha": alpha, "quantile_threshold": quantile, "bounds_lo": low, "bounds_hi": high, "expected_coverage": 1 - alpha}

    def test_uniformity(self, recent_n: Optional[int] = None) -> Dict[str, Any]:
        """Kolmogorov's test of the p-values against uniform ones, with the limiting distribution. It takes steps for independent, which
        motion is not: ``Guard`` tests whole episodes instead."""
        values = np.sort(np.array(self.p_values)[-(recent_n or P_VALUES_KEPT):])
        count = len(values)
        if count < _LEAST_P_VALUES:
            return {"error": f"needs {_LEAST_P_VALUES} p-values, has {count}"}
        ranks = np.arange(float(count))
        distance = float(max(((ranks + 1) / count - values).max(), (values - ranks / count).max()))
        root = math.sqrt(count)
        scaled = (root + 0.12 + 0.11 / root) * distance
        series = sum((1.0 if k % 2 else -1.0) * math.exp(-2 * k * k * scaled * scaled) for k in range(1, _SERIES_TERMS))
        p = min(max(2 * series, 0.0), 1.0)
        return {
            "n_pvalues": count, "ks_statistic": distance, "ks_p_value": p, "shift_detected": p < 0.05,
            "mean_pvalue": float(values.mean()), "median_pvalue": float(np.median(values)),
        }  # fmt: skip

    def reset(self) -> None:
        """Forgets the p-values, keeps the calibration."""
        self.p_values.clear()
