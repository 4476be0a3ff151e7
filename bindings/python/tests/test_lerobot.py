import math
import sys
import unittest
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from common import PAIR  # noqa: E402

import interlock  # noqa: E402
from interlock.lerobot import GuardedRobot, GuardProcessorStep  # noqa: E402


class Arm:
    """A LeRobot robot by what it offers."""

    action_features = {"lift.pos": float, "grip.pos": float}

    def __init__(self) -> None:
        self.sent = []
        self.name = "arm"
        self.position = {"lift.pos": 0.5, "grip.pos": 20.0, "camera": np.zeros((2, 2, 3))}

    def get_observation(self) -> dict:
        return dict(self.position)

    def send_action(self, action: dict) -> dict:
        self.sent.append(action)
        return action

    def disconnect(self) -> None:
        self.name = "gone"


class GuardedRobotTests(unittest.TestCase):
    def setUp(self) -> None:
        self.arm = Arm()
        self.robot = GuardedRobot(self.arm, interlock.Guard.from_text(PAIR))

    def test_the_first_action_is_limited_from_where_the_arm_is(self) -> None:
        sent = self.robot.send_action({"lift.pos": -1.0, "grip.pos": 20.0})
        self.assertAlmostEqual(sent["lift.pos"], 0.4)
        self.assertEqual(self.arm.sent, [sent])

    def test_order_of_the_dict_does_not_matter(self) -> None:
        sent = self.robot.send_action({"grip.pos": 21.0, "lift.pos": 0.55})
        self.assertEqual(sent, {"lift.pos": 0.55, "grip.pos": 21.0})

    def test_nan_and_missing_channels_hold(self) -> None:
        for action in ({"lift.pos": math.nan, "grip.pos": 20.0}, {"grip.pos": 90.0}, {"lift.pos": "up", "grip.pos": 20.0}, {}):
            self.assertEqual(self.robot.send_action(action), {"lift.pos": 0.5, "grip.pos": 20.0})
            self.assertEqual(self.robot.last.verdict, interlock.Verdict.HOLD)

    def test_nothing_is_sent_when_nothing_may_be(self) -> None:
        self.arm.position = {}
        self.assertEqual(self.robot.send_action({"lift.pos": math.nan, "grip.pos": 20.0}), {})
        self.assertEqual(self.arm.sent, [])

    def test_a_name_that_is_not_in_the_contract_is_refused(self) -> None:
        with self.assertRaisesRegex(interlock.GuardError, "wrist"):
            self.robot.send_action({"lift.pos": 0.5, "grip.pos": 20.0, "wrist.pos": 3.0})
        self.assertEqual(self.arm.sent, [])

    def test_a_robot_with_other_channels_is_refused(self) -> None:
        self.arm.action_features = {"lift.pos": float}
        with self.assertRaisesRegex(interlock.GuardError, "grip.pos"):
            GuardedRobot(self.arm, interlock.Guard.from_text(PAIR))

    def test_everything_else_is_the_robots_own(self) -> None:
        self.assertEqual(self.robot.name, "arm")
        self.robot.disconnect()
        self.assertEqual(self.robot.name, "gone")

    def test_an_episode_begins_from_the_newest_observation(self) -> None:
        self.robot.send_action({"lift.pos": 0.5, "grip.pos": 20.0})
        self.robot.end_episode()
        self.arm.position["lift.pos"] = -0.5
        self.robot.get_observation()
        self.assertAlmostEqual(self.robot.send_action({"lift.pos": 0.5, "grip.pos": 20.0})["lift.pos"], -0.4)

    def test_an_observation_that_the_script_writes_into_does_not_move_the_arm(self) -> None:
        action = {name: value for name, value in self.robot.get_observation().items() if name != "camera"}
        observation = self.robot.get_observation()
        observation["lift.pos"] = action["lift.pos"] = -1.0
        self.assertAlmostEqual(self.robot.send_action(action)["lift.pos"], 0.4)


class GuardProcessorStepTests(unittest.TestCase):
    def setUp(self) -> None:
        self.step = GuardProcessorStep(interlock.Guard.from_text(PAIR))

    def test_the_action_of_a_transition_is_guarded_and_the_rest_kept(self) -> None:
        self.step({"action": np.array([0.0, 0.0])})
        transition = {"action": {"lift.pos": 0.9, "grip.pos": 0.0}, "reward": 1.0}
        guarded = self.step(transition)
        self.assertAlmostEqual(guarded["action"]["lift.pos"], 0.1)
        self.assertEqual((guarded["reward"], transition["action"]["lift.pos"]), (1.0, 0.9))
        self.assertEqual(self.step({"reward": 2.0}), {"reward": 2.0})

    def test_a_batch_of_one_keeps_its_shape(self) -> None:
        self.assertEqual(self.step.action(np.zeros((1, 2))).shape, (1, 2))

    def test_nan_does_not_pass(self) -> None:
        with self.assertRaises(interlock.NothingToSend):
            self.step({"action": np.array([np.nan, 0.0])})


if __name__ == "__main__":
    unittest.main()
