"""What the toolkit's guard watches beside its limits."""

from __future__ import annotations

from typing import Any, Dict, List, Optional

import numpy as np

from ._types import Floats
from .toolkit_monitors import ConformalActionMonitor, CUSUMDetector, JerkMonitor, StallDetector


class ToolkitWatch:
    """The toolkit's monitors that a script named a threshold for."""

    def __init__(
        self,
        conformal: Optional[ConformalActionMonitor],
        stall_threshold: Optional[float],
        stall_window: int,
        jerk_limit: Optional[float],
        cusum_threshold: Optional[float],
        alpha: float,
    ) -> None:
        self.conformal = conformal
        self._alpha = alpha
        self._stall = None if stall_threshold is None else StallDetector(stall_threshold, stall_window)
        self._jerk = None if jerk_limit is None else JerkMonitor(jerk_limit)
        self._cusum = None if conformal is None else CUSUMDetector(alpha, 3.0 if cusum_threshold is None else cusum_threshold)
        self.are_named = any(monitor is not None for monitor in (conformal, self._stall, self._jerk))
        self.found: List[str] = []
        self.newest: Dict[str, Any] = {}

    def watch(self, raw: Any, safe: Floats) -> List[str]:
        """Kinds of violations of this step; the rows of a chunk count as steps."""
        self.found = []
        for given, executed in zip(np.atleast_2d(np.asarray(raw, dtype=np.float64)), np.atleast_2d(safe)):
            if self.conformal is not None and self._cusum is not None:
                self.newest["p_value"] = p = self.conformal.score(given)["p_value"]
                alarmed = self._cusum.update(p < self._alpha)
                self.newest["cusum_alarm"] = alarmed or self.newest.get("cusum_alarm", False)
            if self._stall is not None:
                stall = self._stall.update(executed)
                self.newest.update(is_stalled=stall["is_stalled"], stall_duration=stall["stall_duration"])
                self.found += ["stall"] if stall["is_stalled"] else []
            if self._jerk is not None:
                jerk = self._jerk.update(executed)
                self.newest["max_jerk"] = jerk["max_jerk"]
                self.found += ["jerk"] if jerk["jerk_violation"] else []
        self.found = list(dict.fromkeys(self.found))
        return self.found

    def summaries(self) -> Dict[str, Any]:
        named = {"stall": self._stall, "jerk": self._jerk, "cusum": self._cusum}
        return {key: monitor.get_summary() for key, monitor in named.items() if monitor is not None}

    def reset(self) -> None:
        """P-values stay: a shift shows over episodes."""
        for monitor in (self._stall, self._jerk, self._cusum):
            if monitor is not None:
                monitor.reset()
        self.found, self.newest = [], {}
