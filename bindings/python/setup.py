"""Puts the library into the package where bindings/c/build has made it; such a wheel is for this platform alone. All else: pyproject.toml."""

from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

LIBRARY = Path(__file__).resolve().parent.parent / "c" / "out" / "libinterlock.so"

commands = {}
if LIBRARY.is_file():
    from wheel.bdist_wheel import bdist_wheel

    class WithLibrary(build_py):
        def run(self) -> None:
            super().run()
            self.mkpath(f"{self.build_lib}/interlock/lib")
            self.copy_file(str(LIBRARY), f"{self.build_lib}/interlock/lib/{LIBRARY.name}")

    class OfThisPlatform(bdist_wheel):
        def finalize_options(self) -> None:
            super().finalize_options()
            self.root_is_pure = False

        def get_tag(self) -> tuple:
            return ("py3", "none", super().get_tag()[2])

    commands = {"build_py": WithLibrary, "bdist_wheel": OfThisPlatform}

setup(cmdclass=commands)
