import gc
import pickle
import sys
import tempfile
import tracemalloc
import unittest
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from common import ARM, PAIR  # noqa: E402

import interlock  # noqa: E402


class GuardTests(unittest.TestCase):
    def setUp(self) -> None:
        self.guard = interlock.Guard.from_text(PAIR)

    def test_an_action_inside_the_contract_comes_back_as_it_was(self) -> None:
        for kind in (np.float64, np.float32):
            action = np.array([0.25, 30], dtype=kind)
            safe = interlock.Guard.from_text(PAIR)(action)
            self.assertEqual(safe.dtype, np.float64)
            np.testing.assert_array_equal(safe, action)

    def test_what_comes_out_keeps_the_contract_whatever_comes_in(self) -> None:
        random = np.random.default_rng(5)
        hostile = np.array([np.nan, np.inf, -np.inf, 1e308, -1e-320, 0.0])
        previous = self.guard(np.array([0.0, 50.0]))
        for _ in range(5000):
            action = random.normal(0, 200, 2)
            action[random.random(2) < 0.2] = random.choice(hostile)
            safe = self.guard(action)
            self.assertTrue(np.all(np.isfinite(safe)))
            self.assertTrue(-1 <= safe[0] <= 1 and 0 <= safe[1] <= 100)
            self.assertLessEqual(abs(safe[0] - previous[0]), 0.1 + 1e-12)
            previous = safe

    def test_a_command_is_the_callers_own(self) -> None:
        first = self.guard(np.array([0.1, 10.0]))
        kept = first.copy()
        self.guard(np.array([0.2, 20.0]))
        np.testing.assert_array_equal(first, kept)

    def test_other_shapes_never_broadcast(self) -> None:
        self.guard(np.array([0.0, 0.0]))
        for action in (np.array([0.05]), np.zeros(3), [], None):
            np.testing.assert_array_equal(self.guard(action), [0.0, 0.0])
            self.assertIn(self.guard.codes[0], ("GD102", "GD103"))
        with self.assertRaises(ValueError):
            self.guard(0.5)
        with self.assertRaises(ValueError):
            self.guard(np.zeros((1, 1, 2)))

    def test_lists_strides_and_transposed_arrays_are_read_rightly(self) -> None:
        wide = np.array([[0.01, 9], [1.0, 9], [0.02, 9]])
        np.testing.assert_array_equal(self.guard([0.0, 1.0]), [0.0, 1.0])
        np.testing.assert_array_equal(self.guard(wide[::2, 0]), [0.01, 0.02])

    def test_nothing_to_send_is_said_and_not_invented(self) -> None:
        with self.assertRaisesRegex(interlock.NothingToSend, "GD101"):
            self.guard(np.array([np.nan, 0.0]))
        self.assertIsNone(self.guard.step([np.nan, 0.0]).command)

    def test_a_chunk_is_limited_row_by_row(self) -> None:
        safe = self.guard(np.array([[0.0, 0], [1, 0], [1, 0], [-1, 0]]))
        np.testing.assert_allclose(safe[:, 0], [0, 0.1, 0.2, 0.1], atol=1e-12)
        with self.assertRaises(ValueError):
            self.guard(np.zeros((4, 3)))

    def test_the_first_action_is_limited_from_the_measured_positions(self) -> None:
        with self.guard.episode(measured=[0.5, 20.0]) as guard:
            np.testing.assert_allclose(guard(np.array([-1.0, 20.0])), [0.4, 20.0])
        self.assertEqual(self.guard.report()["clipped"], 1)
        self.assertEqual(self.guard.report("session")["steps"], 1)

    def test_stale_actions_are_not_used(self) -> None:
        guard = interlock.Guard.from_text(PAIR + "watchdog: { max_age_ms: 100, on_stale: hold }\n")
        guard(np.array([0.0, 0.0]))
        for age in (101.0, float("nan")):
            step = guard.step([0.05, 0.0], age_ms=age)
            self.assertEqual(step.verdict, interlock.Verdict.HOLD)
        self.assertEqual(guard.step([0.05, 0.0], age_ms=20.0).verdict, interlock.Verdict.PASS)

    def test_a_stop_stays_until_it_is_reset(self) -> None:
        self.guard(np.array([0.0, 0.0]))
        self.guard.request_stop()
        np.testing.assert_array_equal(self.guard(np.array([0.1, 0.0])), [0.0, 0.0])
        self.assertTrue(self.guard.is_latched)
        self.guard.reset_latch()
        np.testing.assert_array_equal(self.guard(np.array([0.1, 0.0])), [0.1, 0.0])

    def test_the_reason_is_told(self) -> None:
        self.guard(np.array([0.0, 0.0]))
        self.guard(np.array([0.9, 0.0]))
        [item] = self.guard.interventions
        self.assertEqual((item.code, item.channel, item.raw), ("GD111", "lift.pos", 0.9))
        self.assertIn("too fast", self.guard.explain()[0])

    def test_a_wrapped_policy_gives_guarded_actions(self) -> None:
        @self.guard.wrap
        def policy(value: float) -> np.ndarray:
            """The policy."""
            return np.array([value, 0.0])

        policy(0.0)
        np.testing.assert_allclose(policy(5.0), [0.1, 0.0])
        self.assertEqual(policy.__doc__, "The policy.")

    def test_monitor_mode_changes_nothing_and_says_what_it_would_do(self) -> None:
        guard = interlock.Guard.from_text(PAIR, mode="monitor")
        guard(np.array([0.0, 0.0]))
        step = guard.step([0.9, 0.0])
        np.testing.assert_array_equal(step.command, [0.9, 0.0])
        self.assertEqual((step.verdict, step.is_enforced), (interlock.Verdict.CLIP, False))

    def test_a_broken_contract_is_explained(self) -> None:
        with self.assertRaisesRegex(interlock.ContractError, "CT"):
            interlock.Guard.from_text("channels: []")
        with self.assertRaisesRegex(interlock.ContractError, "no-such-file"):
            interlock.Guard("no-such-file.contract.yaml")
        with self.assertRaises(ValueError):
            interlock.Guard.from_text(PAIR, mode="careful")

    def test_a_file_is_read_with_the_calibration_that_it_names(self) -> None:
        learnt = interlock.Guard.from_demos(demonstrations(), rate_hz=30, names=["a", "b"]).learnt
        with tempfile.TemporaryDirectory() as folder:
            contract, calibration = learnt.save(Path(folder) / "cell")
            self.assertEqual(interlock.Guard(contract).description["alarms"], interlock.Guard.from_text(learnt.contract, learnt.calibration).description["alarms"])
            self.assertNotEqual(interlock.Guard(contract).description["alarms"], [])
            calibration.unlink()
            with self.assertRaises(interlock.ContractError):
                interlock.Guard(contract)
        self.assertEqual(len(interlock.Guard(ARM).channel_names), 7)

    def test_a_finding_names_the_file(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "cell.contract.yaml"
            path.write_text(PAIR.replace("max_step: 0.1", "max_step: -1"))
            with self.assertRaisesRegex(interlock.ContractError, "cell.contract.yaml: .*CT"):
                interlock.Guard(path)

    def test_a_closed_guard_refuses_and_cannot_be_copied(self) -> None:
        with self.assertRaises(TypeError):
            pickle.dumps(self.guard)
        self.guard.close()
        self.guard.close()
        with self.assertRaises(interlock.GuardError):
            self.guard(np.zeros(2))
        with self.assertRaises(interlock.GuardError):
            self.guard.report()

    def test_memory_is_constant(self) -> None:
        action = np.array([3.0, 50.0])
        for _ in range(100):
            self.guard(action)
        gc.collect()
        tracemalloc.start()
        before = tracemalloc.get_traced_memory()[0]
        for _ in range(20_000):
            self.guard(action)
        grown = tracemalloc.get_traced_memory()[0] - before
        tracemalloc.stop()
        self.assertLess(grown, 2000)


def demonstrations() -> list:
    random = np.random.default_rng(3)
    return [np.cumsum(random.normal(0, 0.01, (80, 2)), axis=0) + random.normal(0, 0.2, 2) for _ in range(12)]


class CalibrationTests(unittest.TestCase):
    def test_episodes_give_a_guard_that_lets_them_through(self) -> None:
        episodes = demonstrations()
        guard = interlock.Guard.from_demos(episodes, rate_hz=30)
        changed = 0
        for episode in episodes:
            guard.begin_episode(episode[0])
            changed += int(np.sum(np.any(guard(episode) != episode, axis=1)))
        self.assertLess(changed / sum(map(len, episodes)), 0.2)
        self.assertTrue(np.all(np.abs(guard(np.full(2, 100.0))) < 10))

    def test_the_same_seed_gives_the_same_files(self) -> None:
        first, again, other = (interlock.Calibration.learn(demonstrations(), seed=seed) for seed in (1, 1, 2))
        self.assertEqual(first, again)
        self.assertNotEqual(first.calibration, other.calibration)

    def test_what_cannot_be_learnt_from_is_refused(self) -> None:
        with self.assertRaisesRegex(interlock.ContractError, "GD"):
            interlock.Guard.from_demos(demonstrations()[:2])
        broken = demonstrations()
        broken[4][7, 1] = np.nan
        with self.assertRaisesRegex(interlock.ContractError, "GD"):
            interlock.Guard.from_demos(broken)
        with self.assertRaises(ValueError):
            interlock.Guard.from_demos([np.zeros((5, 2)), np.zeros((5, 3))])
        with self.assertRaises(ValueError):
            interlock.Guard.from_demos([])

    def test_a_lerobot_dataset_is_cut_at_its_episodes(self) -> None:
        class Dataset:
            fps = 30
            features = {"action": {"names": ["pan.pos", "lift.pos"]}}
            hf_dataset = {
                "action": list(np.concatenate(demonstrations())),
                "episode_index": np.repeat(np.arange(12), 80),
            }

        guard = interlock.Guard.from_demos(Dataset())
        self.assertEqual(guard.channel_names, ("pan.pos", "lift.pos"))
        self.assertEqual(guard.description["rate_hz"], 30)


if __name__ == "__main__":
    unittest.main()
