"""Files of a pack or of a firm that nothing would read are told, so that no rate lies in one unused."""

import shutil
from pathlib import Path

import pytest

from lawkit.errors import ProblemsFound
from lawkit.law import load_jurisdiction
from lawkit.law.load import unread_folders
from lawkit.law.unread import LAID_OVER
from lawkit.resources import shipped


@pytest.fixture
def firm(tmp_path: Path) -> Path:
    (tmp_path / "jurisdictions" / "india").mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("interst.yaml", "did you mean interest.yaml?"),
        ("Interest.yaml", "did you mean interest.yaml?"),
        ("interest.yml", "did you mean interest.yaml?"),
        ("interest.yaml.txt", "did you mean interest.yaml?"),
        ("our-things.yaml", "no file of a pack has this name; known: sources.yaml, rates.yaml"),
        ("coverage.yaml", "is not read: a firm lays over ours sources.yaml, rates.yaml"),
        ("pack.yaml", "is not read: a firm lays over ours sources.yaml, rates.yaml"),
    ],
)
def test_a_file_that_nothing_reads_is_refused_with_the_name_it_should_have(firm: Path, name: str, told: str) -> None:
    (firm / "jurisdictions" / "india" / name).write_text("roles: {interest: nothing}\n")
    with pytest.raises(ProblemsFound) as found:
        load_jurisdiction("india", firm)
    assert [told in str(problem) and name in problem.place for problem in found.value.problems] == [True]
    assert load_jurisdiction("france", firm).rules


def test_a_folder_in_the_place_of_a_file_is_refused(firm: Path) -> None:
    (firm / "jurisdictions" / "india" / "rates.yaml").mkdir()
    with pytest.raises(ProblemsFound, match=r"rates\.yaml: is a folder, not a file"):
        load_jurisdiction("india", firm)


@pytest.mark.parametrize("name", ["README.md", "notes.txt", ".rates.yaml.swp", "~$rates.yaml", "rates.yaml.bak"])
def test_notes_and_copies_beside_the_files_are_no_matter(firm: Path, name: str) -> None:
    (firm / "jurisdictions" / "india" / name).write_text("x")
    (firm / "jurisdictions" / "india" / "examples").mkdir()
    assert load_jurisdiction("india", firm).rules


@pytest.mark.parametrize("name", LAID_OVER)
def test_every_file_named_as_laid_over_is_read(firm: Path, name: str) -> None:
    (firm / "jurisdictions" / "india" / name).write_text("[]\n")
    with pytest.raises(ProblemsFound, match=f"{name}:1: .* by name are expected here"):
        load_jurisdiction("india", firm)


def test_values_of_a_firm_that_are_no_values_by_date_are_told(firm: Path) -> None:
    (firm / "jurisdictions" / "india" / "interest.yaml").write_text("msmed_interest: {values: 3}\n")
    with pytest.raises(ProblemsFound, match=r"interest\.yaml:1: msmed_interest\.values: keys and values are expected"):
        load_jurisdiction("india", firm)


def test_a_pack_of_the_firms_own_has_all_files_and_no_other(firm: Path) -> None:
    own = firm / "jurisdictions" / "elsewhere"
    shutil.copytree(shipped("jurisdictions") / "india", own)
    assert load_jurisdiction("elsewhere", firm).rules
    (own / "limitations.yaml").write_text("{}")
    with pytest.raises(ProblemsFound, match=r"limitations\.yaml: is not read.*did you mean limitation\.yaml"):
        load_jurisdiction("elsewhere", firm)


def test_folders_and_files_that_belong_to_no_pack_are_named(firm: Path) -> None:
    for name in ("indai", "narnia", ".git"):
        (firm / "jurisdictions" / name).mkdir()
    (firm / "jurisdictions" / "rates.yaml").write_text("{}")
    told = [str(problem) for problem in unread_folders(firm)]
    assert len(told) == 3 and "indai: is not read" in told[0] and told[0].endswith("did you mean india?")
    assert "narnia" in told[1] and told[1].endswith("known: france, india")
    assert "rates.yaml: is not read: a file of a pack lies in the folder of its country" in told[2]
    assert unread_folders(firm / "jurisdictions") == []
