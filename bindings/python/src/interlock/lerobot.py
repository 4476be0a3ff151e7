"""Helpers for LeRobot, by what its objects offer; LeRobot itself is not needed to import this.

    robot = GuardedRobot(robot, interlock.Guard("so101.contract.yaml"))
    robot.send_action(action)

The channels of the contract carry the robot's own names, for example ``shoulder_pan.pos``.
"""

from __future__ import annotations

import math
from typing import Any, Callable, Dict, Mapping, Optional

import numpy as np

from ._errors import GuardError, NothingToSend
from ._guard import Guard
from ._results import Step


class GuardedRobot:
    """A LeRobot robot whose actions are guarded; everything but ``send_action`` and ``get_observation`` is the robot's own.

    The first action of an episode is limited from the measured positions: those of the newest observation, else one is asked for.
    """

    def __init__(self, robot: Any, guard: Guard, *, read_positions: Optional[Callable[[], Mapping[str, float]]] = None) -> None:
        """
        :param read_positions: gives the measured positions by channel name where an observation would be too slow; by default the
            robot's ``get_observation`` is asked.
        """
        features = getattr(robot, "action_features", None)
        if features is not None and set(features) != set(guard.channel_names):
            differing = sorted(set(features) ^ set(guard.channel_names))
            raise GuardError(f"the robot's actions and the contract's channels differ in: {', '.join(differing)}")
        self.robot = robot
        self.guard = guard
        self.last: Optional[Step] = None
        self._read = read_positions
        self._positions: Optional[Dict[str, Any]] = None
        self._began = False

    def __getattr__(self, name: str) -> Any:
        if name == "robot":
            raise AttributeError(name)
        return getattr(self.robot, name)

    def get_observation(self) -> Dict[str, Any]:
        """The robot's own; its positions are remembered for the next episode."""
        observation: Dict[str, Any] = self.robot.get_observation()
        self._positions = dict(observation)
        return observation

    def begin_episode(self) -> None:
        """Starts an episode from where the robot is."""
        observation = self._read() if self._read is not None else self._positions or self.robot.get_observation()
        measured = [_number(observation.get(name)) for name in self.guard.channel_names]
        self.guard.begin_episode(measured if all(map(math.isfinite, measured)) else None)
        self._began = True

    def end_episode(self) -> None:
        """The next action begins an episode; so does a ``disconnect``."""
        self._began = False
        self._positions = None

    def disconnect(self) -> Any:
        """The robot's own."""
        self.end_episode()
        return self.robot.disconnect()

    def send_action(self, action: Mapping[str, Any]) -> Dict[str, Any]:
        """Guards an action and sends what remains; gives back what was really sent, and an empty dict when nothing was.

        A channel that is missing or not a number holds the whole action. A name that is not in the contract is an error: it could
        not be guarded.
        """
        unknown = sorted(set(action) - set(self.guard.channel_names))
        if unknown:
            raise GuardError(f"not in the contract, so not sent: {', '.join(unknown)}")
        if not self._began:
            self.begin_episode()
        self.last = self.guard.step([_number(action.get(name)) for name in self.guard.channel_names])
        if self.last.command is None:
            return {}
        command = dict(zip(self.guard.channel_names, self.last.command.tolist()))
        sent: Optional[Dict[str, Any]] = self.robot.send_action(command)
        return command if sent is None else sent


class GuardProcessorStep:
    """A step of a LeRobot processor pipeline that guards the action of a transition; put it last, where units are the robot's."""

    ACTION = "action"

    def __init__(self, guard: Guard) -> None:
        self.guard = guard

    def __call__(self, transition: Mapping[Any, Any]) -> Dict[Any, Any]:
        """The transition with the guarded action; raises :class:`NothingToSend` when there is none."""
        guarded = dict(transition)
        if guarded.get(self.ACTION) is not None:
            guarded[self.ACTION] = self.action(guarded[self.ACTION])
        return guarded

    def action(self, action: Any) -> Any:
        """A dict by channel name gives a dict; anything else is one value per channel (or rows of them) and gives its own kind back."""
        if isinstance(action, Mapping):
            names = self.guard.channel_names
            unknown = sorted(set(action) - set(names))
            if unknown:
                raise GuardError(f"not in the contract: {', '.join(unknown)}")
            safe = self.guard(np.array([_number(action.get(name)) for name in names]))
            return dict(zip(names, safe.tolist()))
        if hasattr(action, "detach"):
            safe = self.guard(action.detach().cpu().numpy())
            return action.new_tensor(safe)
        return self.guard(action)

    def reset(self) -> None:
        """Starts an episode."""
        self.guard.begin_episode()

    def transform_features(self, features: Any) -> Any:
        """Guarding changes no feature."""
        return features

    def get_config(self) -> Dict[str, Any]:
        """The contract, so that a saved pipeline says what was kept."""
        return {"contract": self.guard.description["contract"]}

    def state_dict(self) -> Dict[str, Any]:
        """Nothing is learnt here."""
        return {}

    def load_state_dict(self, state: Mapping[str, Any]) -> None:
        """Nothing is learnt here."""


def _number(value: Any) -> float:
    """NaN for what is no number; the guard holds it."""
    try:
        return float(value)
    except (TypeError, ValueError):
        return math.nan


__all__ = ["GuardedRobot", "GuardProcessorStep", "NothingToSend"]
