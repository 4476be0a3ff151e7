"""The guard."""

from __future__ import annotations

import contextlib
import ctypes
import functools
import json
import os
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, List, Optional, Sequence, Tuple, TypeVar, Union

import numpy as np

from . import _library
from ._calibration import Calibration
from ._errors import ContractError, NothingToSend
from ._results import Intervention, Step, Verdict
from ._types import Floats

_Function = TypeVar("_Function", bound=Callable[..., Any])

_SCOPES = {"episode": 0, "session": 1}

_ERROR_SIZE = 8192


class Guard:
    """Keeps every action inside a contract. One guard per robot, used by one thread at a time.

    ``guard(action)`` takes one action of D values, or a chunk of T×D rows that are guarded as if one were executed per control step,
    and returns float64 of the same shape. Whatever comes in, what comes out is finite and keeps the contract; when nothing may be
    sent it raises :class:`NothingToSend`.
    """

    _handle: Optional[ctypes.c_uint64] = None

    def __init__(
        self,
        contract: Union[str, "os.PathLike[str]"],
        *,
        calibration: Optional[Union[str, "os.PathLike[str]"]] = None,
        mode: Optional[str] = None,
        allow_return_from_outside: bool = False,
        monitors: bool = True,
    ) -> None:
        """Reads a ``*.contract.yaml`` and the calibration beside it that it names, if any.

        :param calibration: another ``*.calibration.json`` than the one that the contract names.
        :param mode: ``monitor``, ``warn``, ``clip`` or ``stop`` instead of the contract's own.
        :param allow_return_from_outside: lets a channel that starts outside its bounds creep back inside.
        :param monitors: False checks limits only.
        """
        options = _options(mode, allow_return_from_outside, monitors)
        path = Path(contract)
        text = _read(path)
        learnt = None if calibration is None else _read(Path(calibration))
        try:
            self._open(text, learnt, options)
            named = self._description["calibration"]
            if calibration is None and named is not None:
                self._open(text, _read(path.parent / named), options)
        except ContractError as refusal:
            raise ContractError(f"{path}: {refusal}") from None

    @classmethod
    def from_text(
        cls,
        contract: str,
        calibration: Optional[str] = None,
        *,
        mode: Optional[str] = None,
        allow_return_from_outside: bool = False,
        monitors: bool = True,
    ) -> "Guard":
        """A guard from the text of a contract, and of a calibration where there is one."""
        guard = cls.__new__(cls)
        learnt = None if calibration is None else calibration.encode("utf-8")
        guard._open(contract.encode("utf-8"), learnt, _options(mode, allow_return_from_outside, monitors))
        return guard

    @classmethod
    def from_demos(
        cls,
        demonstrations: Any,
        *,
        rate_hz: Optional[float] = None,
        names: Optional[Sequence[str]] = None,
        alpha: float = 0.05,
        velocity_percentile: float = 99.0,
        mode: str = "clip",
        seed: int = 1,
    ) -> "Guard":
        """Learns contract, monitors and alarms from demonstrations and guards with them.

        :param demonstrations: a list with one (steps, channels) array per episode, a LeRobotDataset, or one array (which is taken as
            ten episodes, with a warning). At least three episodes.
        :param rate_hz: control rate; a dataset's own when absent.
        :param names: channel names; a dataset's own, else ``action_0`` and so on.
        :param alpha: miscoverage of the box, in (0, 1).
        :param velocity_percentile: of the step sizes that become the rate limits, in percent.
        :param seed: of the split of the episodes.
        """
        learnt = Calibration.learn(
            demonstrations, rate_hz=rate_hz, names=names, alpha=alpha, velocity_percentile=velocity_percentile, mode=mode, seed=seed
        )
        guard = cls.from_text(learnt.contract, learnt.calibration)
        guard.learnt = learnt
        return guard

    learnt: Optional[Calibration] = None
    """What :meth:`from_demos` learnt; ``guard.learnt.save("cell")`` writes it."""

    def _open(self, contract: bytes, calibration: Optional[bytes], options: _library.Options) -> None:
        self.close()
        library = _library.library()
        handle = ctypes.c_uint64()
        words = ctypes.create_string_buffer(_ERROR_SIZE)
        status = library.il_create(
            contract, len(contract), calibration, len(calibration or b""), ctypes.byref(options), words, _ERROR_SIZE, ctypes.byref(handle)
        )
        if status == _library.E_DATA:
            raise ContractError(words.value.decode("utf-8", "replace"))
        _library.require(status)
        self._handle = handle
        self._destroy = library.il_destroy
        self._description: Dict[str, Any] = json.loads(_library.read_text(library.il_describe, handle))
        self.channel_names: Tuple[str, ...] = tuple(channel["name"] for channel in self._description["channels"])
        self._bind(len(self.channel_names))

    def _bind(self, width: int) -> None:
        """Arrays, addresses and argument objects are made once: asking an array for its address costs more than a step."""
        self._shape = (width,)
        self._raw = np.zeros(width)
        self._safe = np.zeros(width)
        self._result = _library.Result()
        self._step = _library.quick_step()
        size = ctypes.c_size_t(width)
        safe = ctypes.c_void_p(self._safe.ctypes.data)
        self._tail = (safe, size, ctypes.byref(self._result))
        self._arguments = (self._handle, ctypes.c_void_p(self._raw.ctypes.data), size, None, *self._tail)

    def __call__(self, action: Any) -> Floats:
        if type(action) is np.ndarray and action.shape == self._shape:
            self._raw[:] = action
            status = self._step(*self._arguments)
            if status == 0 and self._result.has_command:
                return self._safe.copy()
            _library.require(status)
            raise self._nothing()
        return self._unusual(action)

    def _unusual(self, action: Any) -> Floats:
        if action is not None:
            values = np.asarray(action, dtype=np.float64)
            if values.ndim == 2:
                return self.chunk(values)
        command = self.step(action).command
        if command is None:
            raise self._nothing()
        return command

    def step(
        self,
        action: Any,
        *,
        measured: Any = None,
        age_ms: Optional[float] = None,
        latency_ms: Optional[float] = None,
        force_n: Optional[float] = None,
        torque_nm: Optional[float] = None,
        timestamp_ns: Optional[int] = None,
        not_of_policy: bool = False,
    ) -> Step:
        """Guards one action with all that is known at this step; what is not given is not checked.

        :param action: D values; any other number of values, or None for no action, is held.
        :param measured: measured positions, used on the first step and after a gap.
        :param age_ms: age of the action when it is executed; the contract's watchdog judges it.
        :param not_of_policy: the action is a person's or a hold: limits hold, monitors do not watch it.
        """
        raw = np.zeros(0) if action is None else np.asarray(action, dtype=np.float64, order="C")
        if raw.ndim != 1:
            raise ValueError(f"an action has one axis, not shape {raw.shape}")
        position = None if measured is None else np.ascontiguousarray(measured, dtype=np.float64)
        known = _input(position, age_ms, latency_ms, force_n, torque_nm, timestamp_ns, not_of_policy)
        _library.require(
            self._step(
                self._alive(), ctypes.c_void_p(raw.ctypes.data), ctypes.c_size_t(raw.size), ctypes.byref(known), *self._tail
            )
        )
        return self._outcome(self._result, self._safe.copy())

    def chunk(self, rows: Any, *, origin: Any = None) -> Floats:
        """Guards T×D actions one after the other, as if one were executed per control step.

        :param origin: the state that the chunk is relative to; needed when the contract says ``relative_chunk``.
        """
        raw = np.ascontiguousarray(rows, dtype=np.float64)
        if raw.ndim != 2 or raw.shape[1] != self._shape[0]:
            raise ValueError(f"a chunk has shape (steps, {self._shape[0]}), not {raw.shape}")
        start = np.zeros(0) if origin is None else np.ascontiguousarray(origin, dtype=np.float64)
        library = _library.library()
        handle = self._alive()
        _library.require(library.il_begin_chunk(handle, raw.ctypes.data, raw.size, 1, start.ctypes.data, start.size))
        safe = np.empty_like(raw)
        results = (_library.Result * len(raw))()
        _library.require(library.il_step_chunk(handle, raw.ctypes.data, *raw.shape, None, safe.ctypes.data, results))
        if any(not result.has_command for result in results):
            raise self._nothing()
        return safe

    def wrap(self, policy: _Function) -> _Function:
        """Decorator: the function's action is guarded. None from it means that no action arrived, and is held."""

        @functools.wraps(policy)
        def guarded(*arguments: Any, **named: Any) -> Floats:
            return self(policy(*arguments, **named))

        return guarded  # type: ignore[return-value]

    def begin_episode(self, measured: Any = None) -> None:
        """Forgets the last command; the first one is limited from the measured positions, where given. The latch stays."""
        start = np.zeros(0) if measured is None else np.ascontiguousarray(measured, dtype=np.float64)
        _library.require(_library.library().il_begin_episode(self._alive(), start.ctypes.data, start.size))

    @contextlib.contextmanager
    def episode(self, measured: Any = None) -> Iterator["Guard"]:
        """``with guard.episode(measured):`` around each episode; afterwards :meth:`report` still tells of it."""
        self.begin_episode(measured)
        yield self

    def report(self, scope: str = "episode") -> Dict[str, Any]:
        """Counts, channels, monitors, and the interventions and alarms of the newest step.

        :param scope: ``episode`` (since :meth:`begin_episode`) or ``session`` (since the guard was made).
        """
        if scope not in _SCOPES:
            raise ValueError(f"there is no scope {scope!r}; one of {', '.join(_SCOPES)}")
        report: Dict[str, Any] = json.loads(_library.read_text(_library.library().il_report, self._alive(), _SCOPES[scope]))
        return report

    @property
    def interventions(self) -> List[Intervention]:
        """What the newest step met; empty when it passed."""
        items = self.report()["interventions"]
        named: List[Dict[str, Any]] = [{**item, "channel": self._name(item["channel"])} for item in items]
        return [Intervention(**item) for item in named]

    @property
    def codes(self) -> List[str]:
        """The codes of :attr:`interventions` alone, at a fraction of the cost."""
        found = _library.InterventionData()
        at = _library.library().il_intervention_at
        codes = []
        for index in range(self._result.intervention_count):
            _library.require(at(self._alive(), index, ctypes.byref(found)))
            codes.append(found.code.decode("ascii"))
        return codes

    def explain(self) -> List[str]:
        """One sentence for each intervention of the newest step."""
        return [item["text"] for item in self.report()["interventions"]]

    @property
    def description(self) -> Dict[str, Any]:
        """The contract: name, rate, mode, channels with their limits, monitors, alarms, and its text."""
        return dict(self._description)

    @property
    def is_latched(self) -> bool:
        """True after a stop until :meth:`reset_latch`."""
        return bool(self.report()["is_latched"])

    def request_stop(self) -> None:
        """Latches a stop; it takes effect at the next step, in every mode."""
        _library.require(_library.library().il_request_stop(self._alive()))

    def reset_latch(self) -> None:
        """Releases the latch, on purpose. The next action is used again."""
        _library.require(_library.library().il_reset_latch(self._alive()))

    def close(self) -> None:
        """Ends the guard; happens by itself when it is collected."""
        handle, self._handle = self._handle, None
        if handle is not None:
            self._destroy(handle)
            self._arguments = (ctypes.c_uint64(0), *self._arguments[1:])

    def __del__(self) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<interlock.Guard {self._description['name']!r}: {len(self.channel_names)} channels, mode {self._description['mode']}>"

    def __reduce__(self) -> Any:
        raise TypeError("a guard holds a robot's last command and cannot be copied or pickled; make one where it is used")

    def _alive(self) -> ctypes.c_uint64:
        return self._handle or ctypes.c_uint64(0)

    def _name(self, channel: int) -> Optional[str]:
        return None if channel < 0 else self.channel_names[channel]

    def _nothing(self) -> NothingToSend:
        return NothingToSend("; ".join(self.explain()) or "nothing may be sent")

    @staticmethod
    def _outcome(result: _library.Result, safe: Floats) -> Step:
        return Step(
            safe if result.has_command else None,
            Verdict(result.verdict),
            result.step,
            bool(result.is_enforced),
            bool(result.is_latched),
            result.clip_fraction,
            result.intervention_count,
            result.alarm_count,
        )


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as failure:
        raise ContractError(f"{path}: {failure.strerror or failure}") from failure


def _options(mode: Optional[str], allow_return: bool, monitors: bool) -> _library.Options:
    size = ctypes.sizeof(_library.Options)
    return _library.Options(size, _library.mode_number(mode), 0, int(allow_return), int(not monitors), 0)


def _input(
    measured: Optional[Floats],
    age_ms: Optional[float],
    latency_ms: Optional[float],
    force_n: Optional[float],
    torque_nm: Optional[float],
    timestamp_ns: Optional[int],
    not_of_policy: bool,
) -> _library.Input:
    known = _library.Input(size=ctypes.sizeof(_library.Input), flags=_library.NOT_OF_POLICY if not_of_policy else 0)
    if measured is not None:
        known.measured, known.measured_count = measured.ctypes.data, measured.size
    for flag, name, value in (
        (_library.HAS_AGE, "age_ms", age_ms),
        (_library.HAS_LATENCY, "latency_ms", latency_ms),
        (_library.HAS_FORCE, "force_n", force_n),
        (_library.HAS_TORQUE, "torque_nm", torque_nm),
        (_library.HAS_TIMESTAMP, "timestamp_ns", timestamp_ns),
    ):
        if value is not None:
            known.flags |= flag
            setattr(known, name, value)
    return known
