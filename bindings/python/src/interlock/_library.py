"""Finds and loads the C library. Nothing is loaded before the first guard is made."""

from __future__ import annotations

import ctypes
import functools
import os
from pathlib import Path
from typing import Callable, Iterator, Optional

from ._errors import ContractError, GuardError, LibraryNotFound

ENVIRONMENT = "INTERLOCK_LIBRARY"
FILE_NAME = "libinterlock.so"
ABI_VERSION = 1

OK = 0
E_DATA = -3

_SIZE = ctypes.c_size_t
_HANDLE = ctypes.c_uint64
_DOUBLES = ctypes.POINTER(ctypes.c_double)


class Input(ctypes.Structure):
    """il_input"""

    _fields_ = [
        ("size", ctypes.c_uint32),
        ("flags", ctypes.c_uint32),
        ("measured", ctypes.c_void_p),
        ("measured_count", _SIZE),
        ("age_ms", ctypes.c_double),
        ("latency_ms", ctypes.c_double),
        ("force_n", ctypes.c_double),
        ("torque_nm", ctypes.c_double),
        ("timestamp_ns", ctypes.c_int64),
    ]


HAS_AGE, HAS_LATENCY, HAS_FORCE, HAS_TORQUE, HAS_TIMESTAMP, NOT_OF_POLICY = 1, 2, 4, 8, 16, 32


class Result(ctypes.Structure):
    """il_result"""

    _fields_ = [
        ("step", ctypes.c_int64),
        ("verdict", ctypes.c_int32),
        ("has_command", ctypes.c_int32),
        ("is_enforced", ctypes.c_int32),
        ("is_latched", ctypes.c_int32),
        ("intervention_count", ctypes.c_int32),
        ("alarm_count", ctypes.c_int32),
        ("clip_fraction", ctypes.c_double),
    ]


class InterventionData(ctypes.Structure):
    """il_intervention"""

    _fields_ = [
        ("code", ctypes.c_char * 8),
        ("channel", ctypes.c_int32),
        ("reserved", ctypes.c_int32),
        ("raw", ctypes.c_double),
        ("safe", ctypes.c_double),
        ("limit", ctypes.c_double),
        ("step", ctypes.c_int64),
    ]


class Options(ctypes.Structure):
    """il_options"""

    _fields_ = [
        ("size", ctypes.c_uint32),
        ("mode", ctypes.c_int32),
        ("intervention_capacity", ctypes.c_int32),
        ("allow_return_from_outside", ctypes.c_int32),
        ("without_monitors", ctypes.c_int32),
        ("reserved", ctypes.c_int32),
    ]


class CalibrationOptions(ctypes.Structure):
    """il_calibration_options"""

    _fields_ = [
        ("size", ctypes.c_uint32),
        ("mode", ctypes.c_int32),
        ("rate_hz", ctypes.c_double),
        ("alpha", ctypes.c_double),
        ("velocity_percentile", ctypes.c_double),
        ("seed", ctypes.c_uint64),
    ]


MODES = {None: -1, "monitor": 0, "warn": 1, "clip": 2, "stop": 3}


def mode_number(mode: Optional[str]) -> int:
    """The number of a mode of ``interlock.h``."""
    if mode not in MODES:
        raise ValueError(f"there is no mode {mode!r}; one of monitor, warn, clip, stop")
    return MODES[mode]


def _candidates() -> Iterator[str]:
    named = os.environ.get(ENVIRONMENT)
    if named:
        yield named
        return
    here = Path(__file__).resolve().parent
    yield str(here / "lib" / FILE_NAME)
    for parent in here.parents:
        if (parent / "interlock.h").exists() or (parent / "c" / "interlock.h").exists():
            yield str(parent / "c" / "out" / FILE_NAME)
    yield FILE_NAME


@functools.lru_cache(maxsize=1)
def _load() -> "tuple[ctypes.CDLL, ctypes.PyDLL, str]":
    tried = []
    for candidate in _candidates():
        if os.sep in candidate and not os.path.exists(candidate):
            tried.append(f"{candidate}: absent")
            continue
        try:
            releasing = ctypes.CDLL(candidate)
        except OSError as failure:
            tried.append(f"{candidate}: {failure}")
            continue
        found = releasing.il_abi_version()
        if found != ABI_VERSION:
            raise LibraryNotFound(f"{candidate} speaks version {found} of interlock.h, this package speaks {ABI_VERSION}")
        return _declare(releasing), ctypes.PyDLL(candidate), candidate
    raise LibraryNotFound(
        f"{FILE_NAME} was not found; build it with bindings/c/build, or name it in {ENVIRONMENT}. Tried:\n  " + "\n  ".join(tried)
    )


def _declare(library: ctypes.CDLL) -> ctypes.CDLL:
    text = [ctypes.c_char_p, _SIZE, ctypes.POINTER(_SIZE)]
    signatures = {
        "il_version": text,
        "il_last_error": text,
        "il_create": [
            ctypes.c_char_p, _SIZE, ctypes.c_char_p, _SIZE, ctypes.POINTER(Options), ctypes.c_char_p, _SIZE, ctypes.POINTER(_HANDLE),
        ],
        "il_destroy": [_HANDLE],
        "il_channel_count": [_HANDLE],
        "il_describe": [_HANDLE, *text],
        "il_step_chunk": [_HANDLE, ctypes.c_void_p, _SIZE, _SIZE, ctypes.POINTER(Input), ctypes.c_void_p, ctypes.POINTER(Result)],
        "il_begin_chunk": [_HANDLE, ctypes.c_void_p, _SIZE, ctypes.c_int32, ctypes.c_void_p, _SIZE],
        "il_begin_episode": [_HANDLE, ctypes.c_void_p, _SIZE],
        "il_request_stop": [_HANDLE],
        "il_reset_latch": [_HANDLE],
        "il_report": [_HANDLE, ctypes.c_int32, *text],
        "il_intervention_at": [_HANDLE, _SIZE, ctypes.POINTER(InterventionData)],
        "il_calibrate": [
            ctypes.c_void_p, _SIZE, ctypes.c_void_p, _SIZE, _SIZE, ctypes.c_char_p, _SIZE,
            ctypes.POINTER(CalibrationOptions), ctypes.POINTER(_HANDLE),
        ],
        "il_calibration_text": [_HANDLE, ctypes.c_int32, *text],
    }
    for name, arguments in signatures.items():
        getattr(library, name).argtypes = arguments
        getattr(library, name).restype = ctypes.c_int32
    return library


def library() -> ctypes.CDLL:
    """The library for calls that may take long: other Python threads run meanwhile."""
    return _load()[0]


def quick_step() -> Callable[..., int]:
    """il_step without giving up the interpreter lock, which would cost more than the step; without declared types, which too."""
    return _load()[1].il_step


def library_path() -> str:
    """The file that was loaded."""
    return _load()[2]


def library_version() -> str:
    """The version of the library."""
    return read_text(library().il_version)


def require(status: int) -> None:
    """Turns a status into an exception."""
    if status != OK:
        words = read_text(library().il_last_error)
        raise (ContractError if status == E_DATA else GuardError)(words)


def read_text(function, *arguments) -> str:  # type: ignore[no-untyped-def]
    """Calls a function that writes text, with a buffer that is large enough."""
    needed = _SIZE()
    require(function(*arguments, None, 0, ctypes.byref(needed)))
    buffer = ctypes.create_string_buffer(needed.value)
    require(function(*arguments, buffer, needed.value, None))
    return buffer.value.decode("utf-8")
