"""All cases; exit code 1 when one fails."""

import sys
import tempfile

import example_cases
import openpi_cases
import openvla_cases
from harness import failures

with tempfile.TemporaryDirectory() as folder:
    openpi_cases.run(folder)
    openvla_cases.run(folder)
example_cases.run()
sys.exit(bool(failures))
