"""Processes, and the judgement of what comes out: bounds and steps read from the contract's text, recomputed with NumPy."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
CONTRACTS = ROOT / "examples" / "contracts"
INTERLOCK = shlex.split(os.environ.get("INTERLOCK", f"dotnet {ROOT}/src/Interlock.Cli/bin/Release/net10.0/interlock.dll"))
failures = []


def case(name, problem=None):
    """One line per case; what is wrong, or None."""
    print(f"{'FAIL ' if problem else 'ok   '} {name}{f': {problem}' if problem else ''}", flush=True)
    if problem:
        failures.append(name)


def interlock(*words):
    done = subprocess.run([*INTERLOCK, *map(str, words)], capture_output=True, text=True, cwd=ROOT)
    if done.returncode:
        raise RuntimeError(f"interlock {words[0]}: {done.stderr}")
    return done.stdout


class Child:
    """A process whose first line of output says where it listens."""

    def __init__(self, *words):
        self.words = [str(word) for word in words]
        self.start()

    def start(self):
        self.process = subprocess.Popen(self.words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=ROOT)
        line = self.process.stdout.readline().strip()
        self.port = int(line) if line.isdigit() else int(json.loads(line)["listening"].rsplit(":", 1)[1])

    def end(self):
        """Ctrl-C: recordings are finished."""
        self.process.send_signal(signal.SIGINT)
        self.process.communicate(timeout=20)

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()


def server(name, *options):
    return Child(sys.executable, HERE / f"{name}_server.py", *options)


def proxy(protocol, upstream, contract, *options):
    url = f"ws://127.0.0.1:{upstream.port}/" if protocol == "openpi" else f"http://127.0.0.1:{upstream.port}/act"
    return Child(
        *INTERLOCK, "proxy", "--protocol", protocol, "--listen", "127.0.0.1:0", "--upstream", url,
        "--contract", CONTRACTS / f"{contract}.contract.yaml", "--timeout-s", 1, "--jsonl", *options,
    )


class Limits:
    """Of a contract with `min`, `max` and `max_velocity` per channel."""

    def __init__(self, contract, path=None):
        text = (path or CONTRACTS / f"{contract}.contract.yaml").read_text(encoding="utf-8")
        rows = re.findall(r"^ +- \{ (.*) \}$", text, re.MULTILINE)
        rate = float(re.search(r"^rate_hz: (\S+)$", text, re.MULTILINE)[1])
        number = lambda row, key: float((re.search(rf"\b{key}: ([-\d.]+)", row) or [0, "inf"])[1])  # noqa: E731
        self.low = np.array([number(row, "min") for row in rows])
        self.high = np.array([number(row, "max") for row in rows])
        self.step = np.array([number(row, "max_velocity") for row in rows]) / rate

    def broken(self, actions, before=None):
        """What of it is broken by rows that are executed after `before`; None where nothing is."""
        rows = np.asarray(actions, dtype=np.float64)
        if rows.ndim != 2 or rows.shape[1] != len(self.low):
            return f"shape {rows.shape}"
        if not np.isfinite(rows).all():
            return "not finite"
        if (rows < self.low).any() or (rows > self.high).any():
            return "out of bounds"
        steps = np.diff(rows if before is None else np.vstack([before, rows]), axis=0)
        excess = (np.abs(steps) - self.step).max() if len(steps) and np.isfinite(self.step).any() else -1
        return f"{excess} above the largest step" if excess > 1e-12 else None
