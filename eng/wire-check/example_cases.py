"""The commands of docs/guides: both example clients against a stand-in that goes wrong in its third reply."""

import re
import subprocess
import sys

from harness import CONTRACTS, ROOT, case, interlock, proxy, server

CASES = (
    ("openpi", "openpi", "aloha", (), r"step of the left arm ([\d.]+) rad", 0.044),
    ("openvla", "openvla", "libero", ("--annotate",), r"largest displacement ([\d.]+)", 0.9375),
)


def run():
    for path in sorted(CONTRACTS.glob("*.contract.yaml")):
        case(f"example: {interlock('contract', 'validate', '--strict', path).strip().partition('contracts/')[2]}")
    for name, protocol, contract, options, pattern, most in CASES:
        upstream = server(protocol, "--wrong-on", 3)
        guarded = proxy(protocol, upstream, contract, *options)
        try:
            client = ROOT / "examples" / "python" / f"{name}_client.py"
            done = subprocess.run([sys.executable, client, str(guarded.port)], capture_output=True, text=True, timeout=60)
            found = [float(value) for value in re.findall(pattern, done.stdout)]
            told = None if done.returncode == 0 and len(found) == 5 and max(found) == most else done.stdout + done.stderr
            case(f"example: {client.name} gets five chunks, the third of them limited", told)
        finally:
            guarded.kill()
            upstream.kill()
