"""Learns a contract from demonstrations, guards a policy with it, and says what happened."""

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))
import interlock  # noqa: E402

random = np.random.default_rng(1)
time = np.arange(120)[:, None] / 30
demonstrations = [0.4 * np.sin(time + random.uniform(0, 0.5, 6)) + random.normal(0, 0.002, (120, 6)) for _ in range(20)]

guard = interlock.Guard.from_demos(demonstrations, rate_hz=30, names=[f"joint_{i}" for i in range(6)])
print(guard)


@guard.wrap
def policy(step: int) -> np.ndarray:
    """A policy that jumps at step 40 and gives NaN at step 60."""
    action = 0.4 * np.sin(step / 30 + np.full(6, 0.2))
    if step == 40:
        action[2] += 1.5
    if step == 60:
        action[0] = np.nan
    return action


with guard.episode(measured=np.full(6, 0.4 * np.sin(0.2))):
    for step in range(90):
        policy(step)
        for sentence in guard.explain() if step in (40, 60) else ():
            print(f"step {step}: {sentence}")

report = guard.report()
print({name: report[name] for name in ("steps", "passed", "clipped", "held", "stopped")})
