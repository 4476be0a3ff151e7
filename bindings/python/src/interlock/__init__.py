"""Interlock: keeps every command of a robot policy inside a contract.

    guard = interlock.Guard("so101.contract.yaml")
    safe = guard(action)

A software guard: it does not replace the robot's own rated stop functions.
"""

from ._calibration import Calibration
from ._errors import ContractError, GuardError, LibraryNotFound, NothingToSend
from ._guard import Guard
from ._library import library_path, library_version
from ._results import Intervention, Step, Verdict
from .safecontract import SafetyGuard, SafetyViolationError, safety_contract

__version__ = "0.1.0"

__all__ = [
    "Calibration",
    "ContractError",
    "Guard",
    "GuardError",
    "Intervention",
    "LibraryNotFound",
    "NothingToSend",
    "SafetyGuard",
    "SafetyViolationError",
    "Step",
    "Verdict",
    "library_path",
    "library_version",
    "safety_contract",
]
