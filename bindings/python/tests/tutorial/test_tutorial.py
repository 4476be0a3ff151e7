"""What a script written for the published toolkit does, with the import line below in place of its own."""

import pickle
import sys
import unittest
import warnings
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import common  # noqa: E402, F401

from interlock import SafetyGuard, safety_contract  # noqa: E402  was: from vla_edge import SafetyGuard, safety_contract
from interlock.safecontract import (  # noqa: E402
    ConformalActionMonitor,
    SafetyViolationError,
    clear_violation_log,
    get_violation_log,
)


def demonstrations(channels: int = 6) -> np.ndarray:
    random = np.random.RandomState(7)
    time = np.arange(600)[:, None] / 30
    return (0.5 * np.sin(time + np.arange(channels)) + random.randn(600, channels) * 0.01).astype(np.float32)


class Quickstart(unittest.TestCase):
    """Learn from demonstrations, guard a loop, read the report and the summary."""

    def setUp(self) -> None:
        self.demos = demonstrations()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            self.guard = SafetyGuard.from_demos(self.demos, alpha=0.05, v_max_percentile=99, cal_split=0.8, mode="clip")

    def test_a_loop_with_report_and_summary(self) -> None:
        for step, action in enumerate(self.demos[:100]):
            safe = self.guard(action if step != 50 else action + 5)
            report = self.guard.get_report()
            self.assertEqual(report["step"], step + 1)
            if report["violations"]:
                self.assertGreater(report["clip_magnitude"], 0)
            self.assertTrue(np.all((safe >= self.guard.bounds_lo) & (safe <= self.guard.bounds_hi)))
        summary = self.guard.get_summary()
        self.assertEqual(summary["n_steps"], 100)
        self.assertGreaterEqual(summary["n_violations"], 1)
        self.assertIn("bounds", summary["violation_types"])
        self.assertLessEqual({"stall", "jerk", "cusum", "shift_test"}, set(summary))
        self.guard.reset()
        self.assertIsNone(self.guard.get_report())

    def test_a_wrapped_policy(self) -> None:
        @self.guard.wrap
        def predict(observation: np.ndarray) -> np.ndarray:
            return observation * 100

        self.assertTrue(np.all(predict(self.demos[3]) <= self.guard.bounds_hi))

    def test_shift_after_some_steps(self) -> None:
        for action in self.demos[:30]:
            self.guard(action)
        self.assertIn("shift_detected", self.guard.test_shift())
        self.assertIn("shift_detected", self.guard.test_shift(recent_n=20))

    def test_shadow_mode_sends_what_came_and_says_what_it_would_have_done(self) -> None:
        guard = SafetyGuard(np.full(6, -1), np.full(6, 1), 0.2, mode="monitor_only")
        wild = np.full(6, 3.0)
        np.testing.assert_array_equal(guard(wild), wild)
        self.assertEqual(guard.get_report()["violations"], ["bounds"])

    def test_a_list_of_episodes_works_here(self) -> None:
        guard = SafetyGuard.from_demos([self.demos[i : i + 60] for i in range(0, 600, 60)])
        self.assertEqual(guard(self.demos[0]).shape, (6,))


class NamedThresholds(unittest.TestCase):
    """Thresholds named in the constructor are the toolkit's own monitors."""

    def test_stall_and_jerk(self) -> None:
        guard = SafetyGuard(np.full(7, -1), np.full(7, 1), 0.5, stall_threshold=0.01, stall_window=5, jerk_limit=0.3)
        for _ in range(8):
            guard(np.zeros(7))
        report = guard.get_report()
        self.assertEqual((report["violations"], report["is_stalled"], report["stall_duration"]), (["stall"], True, 7))
        guard(np.full(7, 0.4))
        self.assertEqual(guard.get_report()["violations"], ["jerk"])
        summary = guard.get_summary()
        self.assertEqual(summary["violation_types"], {"stall": 3, "jerk": 1})
        self.assertEqual((summary["n_violations"], summary["stall"]["total_stall_steps"], summary["jerk"]["violations"]), (4, 3, 1))

    def test_p_values_cusum_and_shift(self) -> None:
        monitor = ConformalActionMonitor()
        monitor.calibrate(demonstrations())
        guard = SafetyGuard(np.full(6, -9), np.full(6, 9), 5.0, conformal_monitor=monitor, cusum_threshold=3.0, alpha=0.05)
        for action in demonstrations()[:20]:
            guard(action)
        self.assertFalse(guard.get_report()["cusum_alarm"])
        for _ in range(20):
            guard(np.full(6, 4.0))
        report = guard.get_report()
        self.assertTrue(report["cusum_alarm"] and report["p_value"] < 0.01 and guard.test_shift(recent_n=20)["shift_detected"])
        self.assertGreaterEqual(guard.get_summary()["cusum"]["n_alarms"], 1)


class Decorator(unittest.TestCase):
    def setUp(self) -> None:
        clear_violation_log()

    def test_clip_warn_and_the_log(self) -> None:
        @safety_contract(action_range=[-1.0, 1.0], joint_velocity_max=0.5, workspace_bounds=[[-0.3, 0.3]] * 3, on_violation="warn")
        def predict(action: list) -> list:
            return action

        with self.assertLogs("interlock", "WARNING"):
            safe = predict([2.0, 0.0, 0.0, -2.0])
        self.assertEqual(safe.tolist(), [0.3, 0.0, 0.0, -1.0])
        (entry,) = get_violation_log()
        self.assertIn("predict", entry["function"])
        self.assertEqual((entry["original_range"], entry["clipped_range"]), ([-2.0, 2.0], [-1.0, 0.3]))
        self.assertEqual(predict._safety_contract["joint_velocity_max"], 0.5)

    def test_raise(self) -> None:
        @safety_contract(action_range=[-1.0, 1.0], on_violation="raise")
        def predict(action: np.ndarray) -> np.ndarray:
            return action

        predict(np.zeros(3))
        with self.assertRaises(SafetyViolationError):
            predict(np.array([0.0, 7.0, 0.0]))


class WhereItDiffers(unittest.TestCase):
    """docs/python.md lists these; each is a command that the toolkit would have let through."""

    def test_a_chunk_is_limited_from_row_to_row(self) -> None:
        guard = SafetyGuard(np.full(2, -1), np.full(2, 1), 0.1)
        np.testing.assert_allclose(guard(np.array([[0.0, 0.0], [1.0, 1.0], [1.0, 1.0]]))[:, 0], [0, 0.1, 0.2])

    def test_nan_is_held_and_the_next_action_is_used(self) -> None:
        guard = SafetyGuard(np.full(2, -1), np.full(2, 1), 0.1)
        guard(np.zeros(2))
        np.testing.assert_array_equal(guard(np.array([np.nan, 0.05])), [0, 0])
        np.testing.assert_allclose(guard(np.array([0.05, 0.05])), [0.05, 0.05])

    def test_two_functions_share_no_state(self) -> None:
        first, second = (safety_contract(joint_velocity_max=0.1)(lambda action: action) for _ in range(2))
        first(np.zeros(2))
        np.testing.assert_array_equal(second(np.ones(2)), np.ones(2))

    def test_a_guard_is_not_pickled(self) -> None:
        with self.assertRaises(TypeError):
            pickle.dumps(SafetyGuard([-1], [1], 0.1))


if __name__ == "__main__":
    unittest.main()
