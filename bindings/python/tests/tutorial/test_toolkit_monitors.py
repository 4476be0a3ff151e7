"""The toolkit's monitors against its own recorded answers; skipped where ../shared is absent."""

import json
import sys
import unittest
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
import common  # noqa: E402

from interlock.safecontract import (  # noqa: E402
    ConformalActionMonitor,
    CUSUMDetector,
    GripperOscillationDetector,
    JerkMonitor,
    StallDetector,
)

GOLDEN = common.ROOT.parent / "shared" / "golden" / "safecontract"
STREAMS = sorted(GOLDEN.glob("s*.json"))


@unittest.skipUnless(STREAMS, "the recorded answers are not here")
class RecordedAnswers(unittest.TestCase):
    def each(self):
        for path in STREAMS:
            stream = json.loads(path.read_text())
            with self.subTest(path.stem):
                yield stream, np.array(stream["actions"])

    def agree(self, told, expected, keys):
        for key in keys:
            np.testing.assert_allclose(np.array(told[key], dtype=float), np.array(expected[key], dtype=float), rtol=1e-6, atol=1e-9, err_msg=key)

    def run_steps(self, monitor, actions, expected):
        told = [monitor.update(action) for action in actions]
        keys = [key for key in expected["steps"] if key != "is_chunk_boundary"]
        self.agree({key: [step[key] for step in told] for key in keys}, expected["steps"], keys)
        self.agree(monitor.get_summary(), expected["summary"], [key for key in expected["summary"] if "boundary" not in key])

    def test_stall_jerk_and_gripper(self) -> None:
        for stream, actions in self.each():
            for kind in (StallDetector, JerkMonitor, GripperOscillationDetector):
                expected = stream["monitors"][kind.__name__]
                self.run_steps(kind(**expected["config"]), actions, expected)

    def test_p_values_bounds_and_cusum(self) -> None:
        for stream, actions in self.each():
            expected = stream["monitors"]["ConformalActionMonitor"]
            monitor = ConformalActionMonitor()
            self.agree(monitor.calibrate(np.array(stream["demos"])), expected["calibrate"], ("n_calibration", "n_dims", "cal_mean", "cal_std"))
            told = [monitor.score(action) for action in actions]
            p_values = np.array([step["p_value"] for step in told])
            np.testing.assert_allclose(p_values, expected["steps"]["p_value"], atol=1.01 / (len(stream["demos"]) + 1))
            np.testing.assert_allclose([step["nonconformity_score"] for step in told], expected["steps"]["nonconformity_score"], rtol=1e-5)
            self.agree(monitor.get_conformal_bounds(0.05), expected["bounds_005"], ("quantile_threshold",))
            shift = monitor.test_uniformity()
            self.assertEqual(shift["shift_detected"], expected["test_uniformity"]["shift_detected"])
            self.assertAlmostEqual(shift["ks_statistic"], expected["test_uniformity"]["ks_statistic"], delta=2 / len(actions))
            cusum = CUSUMDetector(expected_rate=0.05, threshold=3.0)
            for p in expected["steps"]["p_value"]:
                cusum.update(p < 0.05)
            step_level = stream["monitors"]["MultiScaleCUSUM"]["summary"]["step_level"]
            self.agree(cusum.get_summary(), step_level, ("n_steps", "current_stat", "n_alarms", "peak_stat"))


if __name__ == "__main__":
    unittest.main()
