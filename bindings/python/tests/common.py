"""What the tests share: the package from the checkout, and contracts."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT / "bindings" / "python" / "src"))

ARM = ROOT / "examples" / "run" / "table-arm.contract.yaml"

PAIR = """
interlock: contract/1
name: pair
rate_hz: 50
action: { space: joint_position, reference: absolute }
channels:
  - { name: lift.pos, role: joint, unit: rad, min: -1, max: 1, max_step: 0.1 }
  - { name: grip.pos, role: gripper, unit: percent, min: 0, max: 100, max_velocity: 500 }
mode: clip
"""
