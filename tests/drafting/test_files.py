"""Writing: whole or not at all, never over a different file unasked."""

import errno
import os
from pathlib import Path
from typing import Any

import pytest

from lawkit.drafting import files
from lawkit.drafting.files import Written, write_file, write_new
from lawkit.errors import LawkitError


def test_a_file_is_new_unchanged_refused_or_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.docx"
    assert write_file(path, b"1") is Written.NEW
    assert write_file(path, b"1") is Written.UNCHANGED
    with pytest.raises(LawkitError, match="a different file is there"):
        write_file(path, b"2")
    assert path.read_bytes() == b"1"
    assert write_file(path, b"2", replace=True) is Written.REPLACED and path.read_bytes() == b"2"


def test_a_write_that_breaks_half_way_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: str, __: str) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "link", broken)
    monkeypatch.setattr(os, "replace", broken)
    with pytest.raises(LawkitError, match="No space left"):
        write_file(tmp_path / "x.docx", b"1")
    assert list(tmp_path.iterdir()) == []


def test_new_is_never_over_what_is_there(tmp_path: Path) -> None:
    write_new(tmp_path / "c.yaml", b"1")
    with pytest.raises(LawkitError, match="is there already"):
        write_new(tmp_path / "c.yaml", b"1")


def test_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(LawkitError, match="cannot be written"):
        files.write_file(tmp_path / "file" / "y.docx", b"1")


def test_an_empty_file_left_by_a_lost_power_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / "x.docx").write_bytes(b"")
    assert write_file(tmp_path / "x.docx", b"1") is Written.NEW and (tmp_path / "x.docx").read_bytes() == b"1"


def test_of_two_who_write_one_new_name_at_once_the_second_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = os.link

    def late(source: Path, target: Path) -> None:
        if target.name == "x.docx" and not target.exists():
            target.write_bytes(b"theirs")  # another process, between the look and the writing
        link(source, target)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(LawkitError, match="a different file is there"):
        write_file(tmp_path / "x.docx", b"ours")
    assert [p.name for p in tmp_path.iterdir()] == ["x.docx"] and (tmp_path / "x.docx").read_bytes() == b"theirs"


def test_temporary_files_of_a_killed_process_are_taken_out(tmp_path: Path) -> None:
    (tmp_path / ".a.docx.999999999.3.tmp").write_bytes(b"half")
    (tmp_path / f".b.docx.{os.getpid()}.3.tmp").write_bytes(b"at work")
    files.remove_leavings(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == [f".b.docx.{os.getpid()}.3.tmp"]


@pytest.mark.parametrize("there", [None, b"earlier"])
@pytest.mark.parametrize("fails", ["x.docx", "x.record.json"])
def test_a_paper_and_its_record_are_written_both_or_neither(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bytes | None, fails: str
) -> None:
    paper, record = tmp_path / "x.docx", tmp_path / "x.record.json"
    if there:
        paper.write_bytes(there)
        record.write_bytes(there)
    real = files._under_another_name

    def full(path: Path, *more: Any) -> Path:
        if path.name == fails:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return real(path, *more)

    monkeypatch.setattr(files, "_under_another_name", full)
    with pytest.raises(files.NoRoom, match=f"{fails}: cannot be written"):
        files.write_with_record(paper, b"paper", record, b"told", replace=True)
    assert [path.read_bytes() if path.exists() else None for path in (paper, record)] == [there, there]
    assert not list(tmp_path.glob(".*"))
    monkeypatch.setattr(files, "_under_another_name", real)
    for _ in range(2):
        files.write_with_record(paper, b"paper", record, b"told", replace=True)
        assert (paper.read_bytes(), record.read_bytes()) == (b"paper", b"told")


def test_a_paper_is_taken_back_where_its_record_is_given_no_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper, record = tmp_path / "x.docx", tmp_path / "x.record.json"
    record.mkdir()
    with pytest.raises(LawkitError, match="cannot be written"):
        files.write_with_record(paper, b"paper", record, b"told")
    assert not paper.exists() and [path.name for path in tmp_path.iterdir()] == ["x.record.json"]
