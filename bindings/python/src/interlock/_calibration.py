"""Contracts learnt from demonstrations."""

from __future__ import annotations

import ctypes
import json
import re
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import Any, List, Optional, Sequence, Tuple, Union

import numpy as np

from . import _library
from ._types import Floats

BLOCKS_OF_ONE_ARRAY = 10
"""Blocks that stand in for episodes when all rows come in one array; the split of the calibration needs several."""


@dataclass(frozen=True)
class Calibration:
    """What was learnt: the texts of the two files that ``interlock calibrate`` would have written."""

    contract: str
    calibration: str
    findings: Tuple[str, ...]

    def save(self, stem: Union[str, Path]) -> Tuple[Path, Path]:
        """Writes STEM.contract.yaml, which names the other, and STEM.calibration.json."""
        contract, learnt = Path(f"{stem}.contract.yaml"), Path(f"{stem}.calibration.json")
        named = re.sub(r"(?m)^(monitors: \{ profile: \w+) \}$", rf"\1, calibration: {json.dumps(learnt.name)} }}", self.contract)
        contract.write_text(named, encoding="utf-8")
        learnt.write_text(self.calibration, encoding="utf-8")
        return contract, learnt

    @staticmethod
    def learn(
        demonstrations: Any,
        *,
        rate_hz: Optional[float] = None,
        names: Optional[Sequence[str]] = None,
        alpha: float = 0.05,
        velocity_percentile: float = 99.0,
        mode: str = "clip",
        seed: int = 1,
    ) -> "Calibration":
        """Learns from episodes; see ``Guard.from_demos``."""
        found = _Dataset.of(demonstrations)
        names = names if names is not None else found.names
        rate_hz = rate_hz if rate_hz is not None else found.rate_hz
        lengths = np.array([len(episode) for episode in found.episodes], dtype=np.int64)
        rows = np.ascontiguousarray(np.concatenate(found.episodes), dtype=np.float64)
        joined = "\n".join(names).encode("utf-8") if names else None
        options = _library.CalibrationOptions(
            ctypes.sizeof(_library.CalibrationOptions), _library.mode_number(mode), rate_hz or 0.0, alpha, velocity_percentile, seed
        )
        handle = ctypes.c_uint64()
        library = _library.library()
        _library.require(
            library.il_calibrate(
                rows.ctypes.data, rows.size, lengths.ctypes.data, len(lengths), rows.shape[1],
                joined, len(joined or b""), ctypes.byref(options), ctypes.byref(handle),
            )
        )
        try:
            contract, learnt, findings = (_library.read_text(library.il_calibration_text, handle, part) for part in range(3))
        finally:
            library.il_destroy(handle)
        return Calibration(contract, learnt, tuple(findings.splitlines()))


@dataclass(frozen=True)
class _Dataset:
    episodes: List[Floats]
    names: Optional[Sequence[str]] = None
    rate_hz: Optional[float] = None

    @staticmethod
    def of(source: Any) -> "_Dataset":
        if hasattr(source, "hf_dataset"):
            return _of_lerobot(source)
        if isinstance(source, np.ndarray) and source.ndim == 2:
            return _Dataset(_blocks(source))
        episodes = [np.asarray(episode, dtype=np.float64) for episode in source]
        if not episodes or any(episode.ndim != 2 or episode.shape[1:] != episodes[0].shape[1:] for episode in episodes):
            raise ValueError("demonstrations are a (steps, channels) array, or several of one width")
        return _Dataset(episodes)


def _blocks(rows: Floats) -> List[Floats]:
    warnings.warn(
        f"all rows came in one array and are taken as {BLOCKS_OF_ONE_ARRAY} episodes; seams inside count as motion and coverage is "
        "claimed for these blocks. Pass a list with one array per episode",
        UserWarning,
        stacklevel=5,
    )
    return np.array_split(np.asarray(rows, dtype=np.float64), BLOCKS_OF_ONE_ARRAY)


def _of_lerobot(dataset: Any) -> _Dataset:
    """A LeRobotDataset, by what it offers: columns ``action`` and ``episode_index``, ``fps``, names in ``features``."""
    columns = dataset.hf_dataset
    actions = np.asarray([np.asarray(row, dtype=np.float64) for row in columns["action"]])
    owner = np.asarray([int(index) for index in columns["episode_index"]])
    names = (getattr(dataset, "features", None) or {}).get("action", {}).get("names")
    names = names.get("motors") if isinstance(names, dict) else names
    episodes = [actions[owner == index] for index in dict.fromkeys(owner.tolist())]
    return _Dataset(episodes, names, getattr(dataset, "fps", None))
