"""A country that lawkit does not ship is a folder of data and one precedent: no Python names it.

The figures, worked by hand for 14 December 2025: 10,000.00 payable 31.05.2025; 12 % (2 + 10) from 01.06 to 30.06, 30 days,
10,000 × 0.12 × 30 / 365 = 98.63; 13 % (3 + 10) from 01.07 to 14.12, 167 days, 10,000 × 0.13 × 167 / 365 = 594.79; fee 40.00;
in all 10,733.42. Court fee on it: 1,000 / 20 = 50, 9,000 × 3 % = 270, 733.42 is one step of 12: 332. Twenty-one days after
14.12.2025 are 04.01.2026, a Sunday, so 05.01.2026. Six years after 31.05.2025: 31.05.2031.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document

from lawkit.cli import cli

HERE = Path(__file__).parent
CASE = "casefiles/loom.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    shutil.copytree(HERE / "third", tmp_path / "office")
    monkeypatch.chdir(tmp_path / "office")
    yield tmp_path / "office"


def run(*words: str) -> str:
    result = CliRunner().invoke(cli, words)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_no_module_of_lawkit_names_the_country() -> None:
    assert not [path for path in (HERE.parent / "lawkit").rglob("*.py") if "erewhon" in path.read_text().lower()]


def test_its_pack_and_its_precedent_are_proved(folder: Path) -> None:
    assert "erewhon: 17 rules, nothing wrong" in run("law", "check", "-j", "erewhon")
    assert "1 precedents, nothing wrong" in run("precedents", "check", "-j", "erewhon")


def test_a_notice_is_drafted_with_interest_a_fixed_sum_a_fee_by_slabs_and_a_deadline(folder: Path) -> None:
    run("draft", "notice", CASE, "--as-of", "2025-12-14", "-o", "out")
    paper = Document(str(folder / "out" / "LOOM-1_notice_Ydgrun-Weavers-Ltd_2025-12-14.docx"))
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs).replace("\u202f", " ").replace("\u00a0", " ")
    assert (
        "Pay 10 733,42 € (ten thousand seven hundred thirty-three euros and forty-two cents) by 5th January 2026"
        in text
    )
    assert "a fee of 40,00 € under s. 8 of the Act" in text
    assert "A claim in court would bear a fee of 332,00 € (s. 13 of the Act)." in text
    cells = [cell.text.replace("\u202f", " ") for cell in paper.tables[0].rows[1].cells]
    assert cells == ["L-1", "31st May 2025", "10 000,00", "693,42"]


def test_its_deadline_and_its_next_step_are_told(folder: Path) -> None:
    found = json.loads(run("deadlines", CASE, "--as-of", "2025-12-14", "--json"))
    assert [(d["rule"], d["last_day"], d["status"]) for d in found] == [("six_years", "2031-05-31", "running")]
    assert "lawkit draft notice casefiles/loom.yaml" in run("next", CASE, "--as-of", "2025-12-14")


@pytest.mark.parametrize(
    ("as_of", "until"), [("2025-12-13", "3rd January"), ("2025-12-14", "5th January"), ("2025-12-15", "5th January")]
)
def test_a_last_day_moves_over_a_closed_day(folder: Path, as_of: str, until: str) -> None:
    """21 days after 13.12 are Saturday 03.01, open; after 14.12 Sunday 04.01, closed; after 15.12 Monday 05.01."""
    run("draft", "notice", CASE, "--as-of", as_of, "-o", "out")
    paper = Document(str(next((folder / "out").glob("*.docx"))))
    assert any(f"by {until} 2026" in paragraph.text for paragraph in paper.paragraphs)
