"""Stand-in for a policy: rows that follow from the request alone, and the ways to go wrong that the words of a task ask for."""

import argparse

import numpy as np

ALOHA_STEP = np.array([0.01] * 6 + [0.05] + [0.01] * 6 + [0.05])
ALOHA_GOAL = np.array([0.1, -0.5, 0.9, 0.1, -0.4, 0.2, 0.8, -0.1, -0.6, 1.0, -0.1, -0.3, 0.1, 0.5])


def arguments(rows, dtype):
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--rows", type=int, default=rows)
    parser.add_argument("--dtype", default=dtype)
    parser.add_argument("--wrong-on", type=int, help="this request is answered with a jump, whatever was asked")
    return parser.parse_args()


def positions(state, task, rows, dtype):
    """Absolute positions that go to a goal in small steps; `jump`, `outside` and `nan` spoil rows from the second on."""
    chunk = np.empty((rows, len(ALOHA_GOAL)))
    at = np.asarray(state, dtype=np.float64)
    for row in chunk:
        at = at + np.clip(ALOHA_GOAL - at, -ALOHA_STEP, ALOHA_STEP)
        row[:] = at
    return _spoil(chunk, task, 1.5).astype(dtype)


def displacements(state, task, rows, dtype):
    """Displacements of the tool within the published statistics, and a gripper in [0, 1]."""
    phase = np.arange(rows)[:, None] + np.abs(np.asarray(state, dtype=np.float64)).sum() + np.arange(7)
    chunk = np.sin(phase) * np.array([0.9, 0.9, 0.9, 0.3, 0.3, 0.3, 0.5]) + np.array([0, 0, 0, 0, 0, 0, 0.5])
    return _spoil(chunk, task, 40.0).astype(dtype)


def velocities(state, task, rows, dtype):
    """Joint velocities of a DROID within ±1, and a gripper in [0, 1]."""
    phase = np.arange(rows)[:, None] + np.abs(np.asarray(state, dtype=np.float64)).sum() + np.arange(8)
    chunk = np.sin(phase) * np.array([0.9] * 7 + [0.5]) + np.array([0] * 7 + [0.5])
    return _spoil(chunk, task, 4.0).astype(dtype)


def _spoil(chunk, task, jump):
    first = min(1, len(chunk) - 1)
    if "jump" in task:
        chunk[first:, 2] += jump
    if "outside" in task:
        chunk[first:, 0] = -1000
    if "nan" in task:
        chunk[first, 1] = np.nan
    if "wide" in task:
        chunk = np.hstack([chunk, chunk[:, :1]])
    return chunk
