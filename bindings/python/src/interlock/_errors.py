"""What can go wrong, as exceptions."""

from __future__ import annotations


class GuardError(RuntimeError):
    """The library refused a call; the message is the library's own."""


class ContractError(GuardError, ValueError):
    """Contract, calibration or demonstrations cannot be used; the message has the diagnostic codes."""


class NothingToSend(GuardError):
    """There is no command that may be sent: the action was unusable and no earlier or measured position is known."""


class LibraryNotFound(ImportError):
    """The shared library is not where it was looked for."""
