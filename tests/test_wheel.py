"""The built wheel carries every pack and precedent, and drafts outside the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_every_data_file(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("jurisdictions", "precedents", "casefiles"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                assert f"lawkit/data/{path.relative_to(ROOT)}" in names


def test_the_wheel_drafts_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    zipfile.ZipFile(wheel).extractall(site)
    case = tmp_path / "case.yaml"
    case.write_text((ROOT / "casefiles" / "shakti-goods.yaml").read_text())
    environment = {**os.environ, "PYTHONPATH": str(site)}
    program = "import lawkit, sys; sys.stderr.write(lawkit.__file__ + '\\n'); from lawkit.cli import main; main()"
    run = subprocess.run(
        [sys.executable, "-c", program, "draft", "final-notice", str(case), "--as-of", "2026-11-24", "-o", "out"],
        cwd=tmp_path, env=environment, capture_output=True, text=True,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    assert str(site) in run.stderr, "the wheel itself was used"
    assert len(list((tmp_path / "out").glob("*.docx"))) == len(list((tmp_path / "out").glob("*.record.json"))) == 1
