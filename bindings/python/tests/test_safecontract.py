import sys
import unittest
import warnings
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
import common  # noqa: E402, F401

import interlock  # noqa: E402
from interlock import SafetyGuard, SafetyViolationError, safety_contract  # noqa: E402


class TutorialTests(unittest.TestCase):
    """The calls of the published toolkit's tutorial, with the import line above."""

    def setUp(self) -> None:
        self.random = np.random.RandomState(42)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)
            self.guard = SafetyGuard.from_demos(self.random.randn(500, 7).astype(np.float32) * 0.3, alpha=0.05)

    def test_calibrate_step_and_summarise(self) -> None:
        for step in range(100):
            drift = max(0, step - 70) * 0.1
            safe = self.guard(self.random.randn(7).astype(np.float32) * 0.3 + drift)
            self.assertTrue(np.all(safe <= self.guard.bounds_hi) and np.all(safe >= self.guard.bounds_lo))
        summary = self.guard.get_summary()
        self.assertEqual((summary["n_steps"], summary["total_steps"]), (100, 100))
        self.assertGreater(summary["bounds_violations"], 10)
        self.assertEqual(summary["violation_types"]["bounds"], summary["bounds_violations"])

    def test_report_of_a_step(self) -> None:
        self.assertIsNone(self.guard.get_report())
        self.guard(np.zeros(7))
        quiet = self.guard.get_report()
        self.guard(np.full(7, 9.0))
        report = self.guard.get_report()
        self.assertEqual(quiet["violations"], [])
        self.assertIn("bounds", report["violations"])
        self.assertGreater(report["clip_magnitude"], 1)
        self.assertLess(report["p_value"], quiet["p_value"])
        self.assertEqual(
            set(report),
            {"step", "violations", "clip_magnitude", "p_value", "is_stalled", "stall_duration", "max_jerk", "cusum_alarm"},
        )

    def test_wrap_and_reset(self) -> None:
        @self.guard.wrap
        def predict(observation: dict) -> np.ndarray:
            return np.full(7, 10.0, dtype=np.float32)

        self.assertLess(predict({}).max(), 10)
        self.guard.reset()
        self.assertEqual(self.guard.get_summary()["n_steps"], 0)
        self.assertIn("shift_detected", self.guard.test_shift())

    def test_limits_by_hand(self) -> None:
        guard = SafetyGuard([-1, -1], [1, 1], 0.1)
        guard(np.zeros(2))
        np.testing.assert_allclose(guard(np.array([5.0, -5.0])), [0.1, -0.1])
        with self.assertRaises(interlock.ContractError):
            SafetyGuard([1, 1], [-1, -1], 0.1)
        with self.assertRaises(ValueError):
            SafetyGuard([-1], [1], 0.1, mode="careful")

    def test_where_the_toolkit_sends_nan_the_guard_does_not(self) -> None:
        self.guard(np.zeros(7))
        safe = self.guard(np.full(7, np.nan))
        self.assertTrue(np.all(np.isfinite(safe)))


class DecoratorTests(unittest.TestCase):
    def test_range_velocity_and_workspace(self) -> None:
        @safety_contract(action_range=[-1, 1], joint_velocity_max=0.2, workspace_bounds=[[-0.1, 0.1]])
        def predict(action: np.ndarray) -> np.ndarray:
            return action

        np.testing.assert_array_equal(predict(np.zeros(3)), np.zeros(3))
        np.testing.assert_allclose(predict(np.full(3, 9.0)), [0.1, 0.2, 0.2])
        np.testing.assert_allclose(predict(np.full((2, 3), 9.0))[:, 1], [0.4, 0.6])

    def test_a_violation_raises_where_that_is_asked(self) -> None:
        @safety_contract(action_range=[-1, 1], on_violation="raise")
        def predict(action: np.ndarray) -> np.ndarray:
            return action

        predict(np.zeros(2))
        for action in (np.full(2, 2.0), np.full(2, np.nan)):
            with self.assertRaises(SafetyViolationError):
                predict(action)


if __name__ == "__main__":
    unittest.main()
