"""A LeRobot SO-101 behind a guard. The arm and the policy are stand-ins with LeRobot's shape; yours come from LeRobot.

Needs the package (pip install bindings/python) and its library (bindings/c/build). Usage: so101.py
"""

from math import nan
from pathlib import Path

import interlock
from interlock.lerobot import GuardedRobot

CONTRACT = Path(__file__).resolve().parents[1] / "contracts" / "so101.contract.yaml"
MOTORS = ("shoulder_pan", "shoulder_lift", "elbow_flex", "wrist_flex", "wrist_roll", "gripper")


class Arm:  # yours: SO101Follower(SO101FollowerConfig(port="/dev/ttyACM0", id="arm"))
    action_features = {f"{motor}.pos": float for motor in MOTORS}

    def __init__(self):
        self.at = dict(zip(self.action_features, (-2.0, -95.0, 90.0, 60.0, -55.0, 3.0)))

    def get_observation(self):
        return dict(self.at)

    def send_action(self, action):
        self.at.update(action)
        return action


guard = interlock.Guard(CONTRACT)
robot = GuardedRobot(Arm(), guard)
for step in range(90):  # three seconds at 30 Hz
    action = robot.get_observation()  # a stand-in for policy.select_action(observation)
    action["shoulder_lift.pos"] += {0: 42.0, 30: 160.0, 60: nan}.get(step, 1.0)
    robot.send_action(action)
    for sentence in guard.explain():
        print(f"step {step}: {sentence}")
report = guard.report()
print({name: report[name] for name in ("steps", "passed", "clipped", "held", "stopped")})
