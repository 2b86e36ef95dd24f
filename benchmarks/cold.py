"""How long a first command takes, in a process of its own: `python benchmarks/cold.py`."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LAWKIT = [sys.executable, "-m", "lawkit"]
DRAFTS = {
    "final-notice (India)": ["final-notice", "casefiles/shakti-goods.yaml", "--as-of", "2026-11-24"],
    "mise-en-demeure (France)": ["mise-en-demeure", "casefiles/atelier-semestres.yaml", "--as-of", "2026-11-24"],
}
TIMES = 7


def best(command: list[str]) -> float:
    """Return the least time of several runs, in seconds."""
    least = float("inf")
    for _ in range(TIMES):
        start = time.perf_counter()
        subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        least = min(least, time.perf_counter() - start)
    return least


def main() -> None:
    """Print each command's best time, and how much more than an empty process it takes."""
    subprocess.run([sys.executable, "-m", "compileall", "-q", str(ROOT / "lawkit")], check=True)
    empty = best([sys.executable, "-c", "pass"])
    print(f"{'python -c pass':<28}{empty * 1000:7.0f} ms")
    with tempfile.TemporaryDirectory() as folder:
        commands = {
            "lawkit --help": [*LAWKIT, "--help"],
            **{f"draft {name}": [*LAWKIT, "draft", *words, "-o", folder] for name, words in DRAFTS.items()},
        }
        for name, command in commands.items():
            took = best(command)
            print(f"{name:<28}{took * 1000:7.0f} ms   {took / empty:5.1f} × an empty process")


if __name__ == "__main__":
    main()
