"""Time of guard(action), NumPy in and out, all monitors on. Usage: call.py [BUDGET_US]; above it the exit code is 1."""

import statistics
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
import interlock  # noqa: E402

STEPS = 1000
BATCHES = 101


def contract(channels: int) -> str:
    rows = "".join(f"  - {{ name: j{i}, role: joint, unit: rad, min: -2, max: 2, max_velocity: 3 }}\n" for i in range(channels))
    return f"interlock: contract/1\nname: bench\nrate_hz: 30\nchannels:\n{rows}"


def median_us(channels: int, amplitude: float, dtype: type) -> float:
    guard = interlock.Guard.from_text(contract(channels))
    phase = np.arange(STEPS)[:, None] * 2 * np.pi / STEPS * (1 + np.arange(channels) % 3)
    actions = list((amplitude * np.sin(phase)).astype(dtype))
    batches = []
    for _ in range(BATCHES):
        start = time.perf_counter_ns()
        for action in actions:
            guard(action)
        batches.append((time.perf_counter_ns() - start) / STEPS / 1000)
    return statistics.median(batches)


slowest = 0.0
for width in (7, 14):
    for kind in (np.float64, np.float32):
        passing, clipping = median_us(width, 1.0, kind), median_us(width, 2.5, kind)
        print(f"{width:2} channels, {kind.__name__}: {passing:.2f} us passing, {clipping:.2f} us with clipping (median of {BATCHES} batches)")
        slowest = max(slowest, passing, clipping)
sys.exit(slowest > float(sys.argv[1]) if len(sys.argv) > 1 else 0)
