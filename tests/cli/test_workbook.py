"""The claim as a workbook: the figures of the claim, texts that are never formulas, the same bytes twice."""

import re
import zipfile
from pathlib import Path

import pytest

from tests.cli.test_draft import changed, run


def strings(path: Path) -> str:
    return zipfile.ZipFile(path).read("xl/sharedStrings.xml").decode()


def test_the_workbook_holds_the_claims_figures_and_no_formula(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    case = changed(tmp_path, "shakti-goods", ("SEW/25-26/352", '"=cmd|x"'))
    first, second = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    for target in (first, second):
        assert run(capsys, "claim", case, "--as-of", "2026-11-24", "--xlsx", str(target))[0] == 0
    assert first.read_bytes() == second.read_bytes()
    archive = zipfile.ZipFile(first)
    sheets = [archive.read(f"xl/worksheets/sheet{n}.xml").decode() for n in (1, 2, 3, 4)]
    assert not any("<f>" in sheet for sheet in sheets) and "=cmd|x" in strings(first)
    numbers = {round(float(n), 2) for n in re.findall(r"<v>([\d.]+)</v>", sheets[0])}
    assert {1188306.88, 1078592.74, 531.91, 411892.74} <= numbers
    assert 9310.68 in {round(float(n), 2) for n in re.findall(r"<v>([\d.]+)</v>", sheets[1])}


def test_a_workbook_is_not_written_over_a_different_one(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    target = tmp_path / "a.xlsx"
    target.write_bytes(b"mine")
    case = changed(tmp_path, "shakti-goods")
    code, _, err = run(capsys, "claim", case, "--as-of", "2026-11-24", "--xlsx", str(target))
    assert code == 1 and "a different file is there" in err and target.read_bytes() == b"mine"
