import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import common  # noqa: E402

import interlock  # noqa: E402

MAKE_A_GUARD = f"""
import sys
sys.path.insert(0, {str(common.ROOT / 'bindings' / 'python' / 'src')!r})
import interlock
try:
    interlock.Guard({str(common.ARM)!r})
except interlock.LibraryNotFound as refusal:
    print(refusal)
"""


class LibraryTests(unittest.TestCase):
    def test_the_library_has_the_version_of_the_package(self) -> None:
        self.assertEqual(interlock.library_version(), interlock.__version__)
        self.assertTrue(interlock.library_path().endswith("libinterlock.so"))

    def test_a_named_library_that_is_absent_or_none_is_said(self) -> None:
        with tempfile.NamedTemporaryFile(suffix=".so") as none:
            for named, words in (("nowhere/libinterlock.so", "absent"), (none.name, "file too short")):
                environment = {**os.environ, "INTERLOCK_LIBRARY": named}
                answer = subprocess.run([sys.executable, "-c", MAKE_A_GUARD], env=environment, capture_output=True, text=True, check=True)
                self.assertIn(words, answer.stdout)
                self.assertIn("INTERLOCK_LIBRARY", answer.stdout)


if __name__ == "__main__":
    unittest.main()
