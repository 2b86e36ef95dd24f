"""Batches: folders, bad files, processes that die, runs that are killed and go on, two at once."""

import errno
import hashlib
import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from lawkit.cli import jobs as drafting
from lawkit.cli import processes
from lawkit.cli.options import expanded
from lawkit.cli.processes import in_processes
from lawkit.drafting import files
from lawkit.drafting.package import unpack
from lawkit.errors import LawkitError
from lawkit.resources import shipped
from tests.cli.test_draft import DAY, run

MANIFEST = "reminder_2026-11-24.manifest.json"


@pytest.fixture
def cases(tmp_path: Path) -> Callable[..., Path]:
    """Write a folder of matters, each with a reference of its own, some of them bad."""

    def make(number: int, *bad: int) -> Path:
        folder = tmp_path / "cases"
        folder.mkdir(exist_ok=True)
        text = (shipped("casefiles") / "shakti-goods.yaml").read_text()
        for n in range(number):
            own = text.replace("SHK-2026-014\n", f"SHK-{n:03d}\n")
            (folder / f"{n:03d}.yaml").write_text("matter: x\n" if n in bad else own)
        return folder

    return make


def draft(capsys: pytest.CaptureFixture[str], *more: object) -> tuple[int, str, str]:
    return run(capsys, "draft", "reminder", *map(str, more), *DAY)


def manifest(folder: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((folder / MANIFEST).read_text())
    return data


def whole(folder: Path) -> int:
    """Assert that every file is whole, with its record, and return how many papers there are."""
    papers = list(folder.glob("*.docx"))
    for paper in papers:
        assert zipfile.ZipFile(paper).testzip() is None
        record = json.loads(paper.with_suffix(".record.json").read_text())
        assert record["sha256"] == hashlib.sha256(paper.read_bytes()).hexdigest()
    return len(papers)


def test_a_folder_a_bad_file_in_the_middle_and_one_manifest(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path
) -> None:
    folder, out = cases(20, 7, 11), tmp_path / "out"
    code, printed, err = draft(capsys, folder, "-o", out)
    assert code == 1 and printed.count("written: ") == 18 and "2 of 20 failed:" in err
    assert err.index("007.yaml:") < err.index("011.yaml:")  # in the order of the files, with their reasons
    assert whole(out) == 18 and sorted(manifest(out)["files"]) == sorted(p.name for p in out.glob("*.docx"))
    for name, digest in manifest(out)["files"].items():
        assert hashlib.sha256((out / name).read_bytes()).hexdigest() == digest
    failed = manifest(out)["failed"]
    assert [Path(name).name for name in failed] == ["007.yaml", "011.yaml"] and all(
        "required" in text or ":" in text for text in failed.values()
    )
    assert not [p for p in out.iterdir() if p.name.startswith(".")]


def test_the_same_batch_again_drafts_nothing_and_a_changed_matter_alone_is_drafted_again(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = cases(5), tmp_path / "out"
    assert draft(capsys, folder, "-o", out)[0] == 0
    before = (out / MANIFEST).read_bytes()
    drafted: list[str] = []
    real = drafting.draft_document

    def noted(order: Any, case: Any, *more: Any) -> Any:
        drafted.append(case.facts.matter)
        return real(order, case, *more)

    monkeypatch.setattr(drafting, "draft_document", noted)
    code, printed, _ = draft(capsys, folder, "-o", out)
    assert code == 0 and printed.count("unchanged: ") == 5 and not drafted and (out / MANIFEST).read_bytes() == before
    case = folder / "003.yaml"
    case.write_text(case.read_text().replace("Orion Pumps & Valves Limited", "Orion Pumps Limited"))
    code, printed, _ = draft(capsys, folder, "-o", out)
    assert (
        code == 0 and drafted == ["SHK-003"] and printed.count("unchanged: ") == 4 and printed.count("written: ") == 1
    )
    # a paper that a person changed is not what the manifest says: it is neither taken for ours nor overwritten
    paper = next(out.glob("SHK-001*.docx"))
    paper.write_bytes(b"signed")
    code, _, err = draft(capsys, folder, "-o", out)
    assert code == 1 and "a different file is there" in err and paper.read_bytes() == b"signed"
    assert "SHK-001" not in str(manifest(out)["files"])
    record = next(out.glob("SHK-002*.record.json"))
    record.unlink()
    drafted.clear()
    draft(capsys, folder, "-o", out)
    assert "SHK-002" in drafted and record.is_file()


@pytest.mark.parametrize("change", ["precedent", "settings", "exhibit", "day"])
def test_a_batch_is_drafted_again_where_an_input_changed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    firm = tmp_path / "firm"
    run(capsys, "init", str(firm))
    monkeypatch.chdir(firm)
    text = (shipped("casefiles") / "shakti-goods.yaml").read_text()
    (firm / "m").mkdir()
    first = "title: Purchase Order OPV/PO/118,"
    assert first in text
    (firm / "m" / "a.yaml").write_text(text.replace(first, f"{first} file: po.pdf,", 1))
    arguments = ["draft", "reminder", "m"]
    run(capsys, *arguments, *DAY)
    assert run(capsys, *arguments, *DAY)[1].startswith("unchanged")
    calls: list[Any] = []
    real = drafting.draft_document
    monkeypatch.setattr(drafting, "draft_document", lambda *order: calls.append(order) or real(*order))
    if change == "precedent":
        own = firm / "precedents" / "india" / "blocks" / "reservation.en.md"
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text((shipped("precedents") / "india" / "blocks" / "reservation.en.md").read_text())
    elif change == "settings":
        (firm / "lawkit.toml").write_text('user = "K"\n')
    elif change == "exhibit":
        (firm / "m" / "po.pdf").write_bytes(b"%PDF")
    run(capsys, *arguments, "--as-of", "2026-11-25" if change == "day" else "2026-11-24")
    assert len(calls) == 1


def start(folder: Path, out: Path) -> "subprocess.Popen[bytes]":
    command = [
        sys.executable,
        "-c",
        "from lawkit.cli import main; main()",
        "draft",
        "reminder",
        str(folder),
        *DAY,
        "-o",
        str(out),
    ]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_a_batch_killed_half_way_leaves_whole_files_and_goes_on(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path
) -> None:
    folder, out = cases(150), tmp_path / "out"
    running = start(folder, out)
    journal: list[Path] = []
    until = time.time() + 60
    while time.time() < until and not (journal and journal[0].stat().st_size > 2000):
        journal = list(out.glob(".*.journal")) if out.is_dir() else []
        assert running.poll() is None
        time.sleep(0.005)
    running.send_signal(signal.SIGKILL)
    running.wait()
    time.sleep(1.5)  # its workers see that it is gone
    made = whole_so_far(out)
    assert 0 < made < 150 and not (out / MANIFEST).exists()
    known = [json.loads(line) for line in journal[0].read_text().splitlines()]
    code, printed, err = draft(capsys, folder, "-o", out)
    assert code == 0, err
    assert printed.count("written: ") + printed.count("unchanged: ") == 150
    assert printed.count("written: ") == 150 - made and printed.count("unchanged: ") >= len(known)
    assert whole(out) == 150 == len(manifest(out)["files"])
    assert not [p for p in out.iterdir() if p.name.startswith(".")], "journals and temporary files are gone"


def whole_so_far(out: Path) -> int:
    papers = list(out.glob("*.docx"))
    assert all(zipfile.ZipFile(paper).testzip() is None for paper in papers)
    return len(papers)


def test_two_batches_at_once_in_one_folder_make_each_paper_once(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path
) -> None:
    folder, out = cases(30), tmp_path / "out"
    both = [start(folder, out), start(folder, out)]
    assert [each.wait(120) for each in both] == [0, 0]
    assert whole(out) == 30 == len(manifest(out)["files"])
    assert draft(capsys, folder, "-o", out)[1].count("unchanged: ") == 30
    assert not [p for p in out.iterdir() if p.name.startswith(".")]


def test_a_journal_with_a_torn_last_line_is_read_as_far_as_it_goes(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path
) -> None:
    folder, out = cases(3), tmp_path / "out"
    draft(capsys, folder, "-o", out)
    lines = [json.dumps({name: made}) for name, made in manifest(out)["cases"].items()]
    (out / MANIFEST).unlink()
    (out / ".reminder_2026-11-24.999999999.journal").write_text("\n".join([*lines[:2], lines[2][:50]]))
    code, printed, _ = draft(capsys, folder, "-o", out)
    assert code == 0 and printed.count("unchanged: ") == 3 and len(manifest(out)["files"]) == 3
    (out / MANIFEST).write_text("{torn")
    assert draft(capsys, folder, "-o", out)[0] == 0 and len(manifest(out)["files"]) == 3


def test_a_worker_that_dies_costs_its_own_matter_and_no_other(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = cases(40), tmp_path / "out"
    real = drafting.draft_document

    def dies(order: Any, case: Any, *more: Any) -> Any:
        if case.facts.matter in ("SHK-005", "SHK-033"):
            os._exit(9)
        return real(order, case, *more)

    monkeypatch.setattr(drafting, "draft_document", dies)
    code, printed, err = draft(capsys, folder, "-o", out)
    assert code == 1 and printed.count("written: ") + printed.count("unchanged: ") == 38 and "2 of 40 failed" in err
    assert "005.yaml: the process that drafted it ended" in err and "033.yaml: the process that drafted it ended" in err
    assert whole(out) == 38 == len(manifest(out)["files"])


def test_a_fault_over_one_matter_does_not_lose_the_others(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = cases(3), tmp_path / "out"
    real = drafting.draft_document

    def faulty(order: Any, case: Any, *more: Any) -> Any:
        return real(order, case, *more) if case.facts.matter != "SHK-001" else {}["x"]

    monkeypatch.setattr(drafting, "draft_document", faulty)
    code, _, err = draft(capsys, folder, "-o", out)
    assert code == 1 and whole(out) == 2 and "001.yaml: a fault in lawkit: KeyError" in err


def test_two_matters_of_one_reference_are_told_and_neither_overwrites_the_other(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path
) -> None:
    folder, out = cases(2), tmp_path / "out"
    other = (
        (folder / "000.yaml")
        .read_text()
        .replace("Shakti Engineering Works Private Limited", "Shakti Two Private Limited")
    )
    (folder / "001.yaml").write_text(other)
    code, _, err = draft(capsys, folder, "-o", out)
    assert code == 1 and "001.yaml" in err and "a reference of its own" in err and whole(out) == 1
    code, _, err = draft(capsys, folder, "-o", out, "--replace")
    assert code == 1 and "was drafted from" in err and "a reference of its own" in err


@pytest.mark.parametrize("number", [2, 16])  # here, and in a process for each core
def test_a_batch_that_replaces_writes_nothing_of_a_matter_whose_name_another_has(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path, number: int
) -> None:
    folder, out = cases(number), tmp_path / "out"
    first = (folder / "000.yaml").read_text()
    (folder / "001.yaml").write_text(first.replace("demand: {days: 15}", "demand: {days: 30}"))
    arguments = ["draft", "final-notice", str(folder), "-o", str(out), *DAY]
    run(capsys, *arguments)
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    for _ in range(2):
        code, printed, err = run(capsys, *arguments, "--replace")
        assert code == 1 and f"was drafted from {folder / '000.yaml'} too" in err and "replaced" not in printed
        assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    whole(out)


def test_the_same_matter_twice_is_one_paper_with_the_record_of_the_first(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path
) -> None:
    folder, out = cases(1), tmp_path / "out"
    (folder / "001.yaml").write_bytes((folder / "000.yaml").read_bytes())
    for more in ([], ["--replace"]):
        assert draft(capsys, folder, "-o", out, *more)[0] == 0 and whole(out) == 1
    known = [case["records"] for case in manifest(out)["cases"].values()]
    record = next(out.glob("*.record.json"))
    assert known == [{record.name: hashlib.sha256(record.read_bytes()).hexdigest()}] * 2


def test_one_preview_never_takes_the_place_of_anothers(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path
) -> None:
    folder, out = cases(1), tmp_path / "out"
    other = (folder / "000.yaml").read_text().replace("Shakti Engineering Works", "Shakti Two")
    (folder / "001.yaml").write_text(other)
    code, printed, err = draft(capsys, folder, "-o", out, "--preview")
    assert code == 1 and printed.count("preview, not the paper") == 1 and "was drafted from" in err


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EDQUOT, errno.EROFS])
@pytest.mark.parametrize("nth", [5, 6])  # the third matter's record, its paper
def test_a_batch_stops_where_the_disk_takes_no_more_and_goes_on_later(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    error: int, nth: int,
) -> None:  # fmt: skip
    folder, out, written = cases(5), tmp_path / "out", []
    real = files._under_another_name

    def full(path: Path, *more: Any) -> Path:
        written.append(path)
        if len(written) >= nth:
            raise OSError(error, os.strerror(error))
        return real(path, *more)

    monkeypatch.setattr(files, "_under_another_name", full)
    code, printed, err = draft(capsys, folder, "-o", out)
    assert code == 1 and printed.count("written: ") == 2 and err.count("cannot be written") == 1, err
    assert "stopped: 2 of 5 drafted, 0 failed, 3 not begun; the same command goes on" in err
    assert whole(out) == 2 == len(list(out.glob("*.record.json"))) and len(written) == nth
    monkeypatch.setattr(files, "_under_another_name", real)
    code, printed, _ = draft(capsys, folder, "-o", out)
    assert code == 0 and printed.count("written: ") == 3 and printed.count("unchanged: ") == 2 and whole(out) == 5


@pytest.mark.parametrize("more", [[], ["--replace"]])
def test_a_batch_stopped_at_the_keyboard_says_how_far_it_came_and_goes_on(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    more: list[str],
) -> None:  # fmt: skip
    folder, out = cases(6, 1), tmp_path / "out"
    drafted: list[str] = []
    real = drafting.draft_document

    def stops(order: Any, case: Any, *rest: Any) -> Any:
        if len(drafted) == 3:
            raise KeyboardInterrupt
        drafted.append(case.facts.matter)
        return real(order, case, *rest)

    monkeypatch.setattr(drafting, "draft_document", stops)
    code, _, err = draft(capsys, folder, "-o", out, *more)
    assert code == 1 and "stopped: 3 of 6 drafted, 1 failed, 2 not begun; the same command goes on" in err
    assert drafted == ["SHK-000", "SHK-002", "SHK-003"] and whole(out) == 3
    drafted[:] = []
    monkeypatch.setattr(drafting, "draft_document", lambda *order: drafted.append("") or real(*order))
    assert draft(capsys, folder, "-o", out, *more)[1].count("written: ") == 2 == len(drafted) and whole(out) == 5


def test_a_paper_whose_record_is_gone_is_not_written_over_by_a_different_one(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path
) -> None:
    folder, out = cases(2), tmp_path / "out"
    draft(capsys, folder, "-o", out)
    paper = next(out.glob("SHK-001*.docx"))
    paper.with_suffix(".record.json").unlink()
    before, case = paper.read_bytes(), folder / "001.yaml"
    case.write_text(case.read_text().replace("Orion Pumps & Valves Limited", "Orion Pumps  &  Valves Limited"))
    code, _, err = draft(capsys, folder, "-o", out)
    assert code == 1 and "a different file is there" in err and paper.read_bytes() == before
    assert not paper.with_suffix(".record.json").exists()


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_drafted(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafting, "draft_document", lambda *order: pytest.fail("drafted"))
    code, printed, err = draft(capsys, cases(3), "-o", "/proc/self/fdinfo")
    assert code == 1 and printed == "" and err.count("cannot be written") == 1 and "Traceback" not in err


def test_one_paper_into_a_folder_that_cannot_be_written(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path]
) -> None:
    code, printed, err = draft(capsys, cases(1) / "000.yaml", "-o", "/proc/self/fdinfo")
    assert code == 1 and printed == "" and "cannot be written" in err


def test_folders_patterns_and_files_are_case_files_once_each(cases: Callable[..., Path], tmp_path: Path) -> None:
    folder = cases(3)
    (folder / ".hidden.yaml").write_text("x")
    (folder / "notes.txt").write_text("x")
    names = [folder / f"{n:03d}.yaml" for n in range(3)]
    assert expanded([folder]) == names == expanded([Path(f"{folder}/*.yaml")]) == expanded([names[0], folder])
    assert expanded([tmp_path / "nothing.yaml"]) == [tmp_path / "nothing.yaml"]
    for empty in (tmp_path, Path(f"{folder}/*.yml")):
        with pytest.raises(LawkitError, match="no case file"):
            expanded([empty])


def test_progress_stands_on_a_terminal_only(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = cases(3)
    _, printed, err = draft(capsys, folder, "-o", tmp_path / "a")
    assert "Drafting" not in err and printed.count("written") == 3
    monkeypatch.setattr(processes.sys.stderr, "isatty", lambda: True)
    _, printed, err = draft(capsys, folder, "-o", tmp_path / "b")
    assert "Drafting" in err and "3/3" in err and printed == "" and "3 files: " in err


def test_outcomes_come_in_order_whichever_process_is_first(tmp_path: Path) -> None:
    paths = [tmp_path / str(n) for n in range(50)]
    assert list(in_processes(_slow_first, None, paths, lambda path: "died")) == [path.name for path in paths]


def _slow_first(_: None, paths: list[Path]) -> list[str]:
    if paths[0].name == "0":
        time.sleep(0.3)
    return [path.name for path in paths]


# -- the compressor ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("setting", "told"), [("0", "zlib 0"), ("1", "zlib 1"), ("9", "zlib 9"), ("isal", "isal 1")])
def test_the_record_states_the_compressor_and_the_same_setting_is_the_same_bytes(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path, setting: str, told: str
) -> None:
    case, contents = cases(1) / "000.yaml", []
    for out in (tmp_path / "a", tmp_path / "b"):
        assert draft(capsys, case, "-o", out, "--compressor", setting)[0] == 0
        (paper,) = out.glob("*.docx")
        assert json.loads(paper.with_suffix(".record.json").read_text())["compression"] == told
        contents.append(paper.read_bytes())
    draft(capsys, case, "-o", tmp_path / "c")
    (paper,) = (tmp_path / "c").glob("*.docx")
    assert contents[0] == contents[1] != paper.read_bytes() and unpack(contents[0]) == unpack(paper.read_bytes())


def test_the_firms_setting_is_used_and_another_setting_leaves_a_paper_as_it_is(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = cases(1) / "000.yaml"
    (tmp_path / "lawkit.toml").write_text('compressor = "isal"\n')
    draft(capsys, case, "-o", tmp_path / "out")
    (paper,) = (tmp_path / "out").glob("*.docx")
    record = paper.with_suffix(".record.json")
    before, recorded = paper.read_bytes(), record.read_bytes()
    assert json.loads(recorded)["compression"] == "isal 1"
    code, printed, _ = draft(capsys, case, "-o", tmp_path / "out", "--compressor", "9")
    assert (
        code == 0
        and printed.startswith("unchanged")
        and paper.read_bytes() == before
        and record.read_bytes() == recorded
    )
    record.unlink()
    draft(capsys, case, "-o", tmp_path / "out", "--compressor", "9")
    assert json.loads(record.read_text())["sha256"] == hashlib.sha256(before).hexdigest()
    (tmp_path / "lawkit.toml").write_text('compressor = "best"\n')
    code, _, err = draft(capsys, case, "-o", tmp_path / "out")
    assert code == 1 and "lawkit.toml:1: compressor: the compressor is 0 to 9, or isal, not best" in err
    assert draft(capsys, case, "--compressor", "12")[0] == 2


# -- previews ----------------------------------------------------------------------------------------


def test_a_preview_shows_gaps_and_stops_and_is_not_the_paper(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path
) -> None:
    from docx import Document
    from docx.enum.text import WD_COLOR_INDEX

    case = cases(1) / "000.yaml"
    text = case.read_text()
    start_, end = text.index("advocate:"), text.index("creditor:")
    text = text[:start_] + text[end:]
    text = text.replace("demand: {days: 15}", "").replace(
        "insolvency_check:", "represented_by: {name: Adv. X}\n    insolvency_check:"
    )
    case.write_text(text)
    out = tmp_path / "out"
    assert run(capsys, "draft", "final-notice", str(case), *DAY, "-o", str(out))[0] == 1 and not out.exists()
    code, printed, err = run(capsys, "draft", "final-notice", str(case), *DAY, "-o", str(out), "--preview")
    assert code == 0 and printed.startswith("preview, not the paper: ")
    assert (
        "stop: debtor_not_represented" in err
        and "stop: demand: the fact demand is missing" in err
        and "stop: advocate" in err
    )
    (paper,) = out.iterdir()  # no record, and no manifest
    assert paper.name.endswith("_preview.docx")
    document = Document(str(paper))
    assert document.paragraphs[0].text == "PREVIEW – not for signature, not for sending"
    assert "PREVIEW" in document.sections[0].footer.paragraphs[0].text and document.core_properties.title.startswith(
        "PREVIEW"
    )
    cells = [p for table in document.tables for row in table.rows for cell in row.cells for p in cell.paragraphs]
    lit = {
        r.text
        for p in [*document.paragraphs, *cells]
        for r in p.runs
        if r.font.highlight_color == WD_COLOR_INDEX.YELLOW
    }
    assert {"[advocate.name?]", "[demand.days?]"} <= lit
    whole_text = "\n".join(p.text for p in document.paragraphs)
    assert "None" not in whole_text and "\ue000" not in whole_text
    # a paper that is then drafted stands beside it, and a later preview replaces the preview alone
    assert run(capsys, "draft", "reminder", str(case), *DAY, "-o", str(out), "--preview")[0] == 0
    assert len(list(out.glob("*_preview.docx"))) == 2 and not list(out.glob("*.json"))


def test_previews_of_many_leave_no_manifest(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path
) -> None:
    code, printed, _ = draft(capsys, cases(3, 1), "-o", tmp_path / "out", "--preview")
    assert code == 1 and printed.count("preview, not the paper") == 2
    assert sorted(p.suffix for p in (tmp_path / "out").iterdir()) == [".docx", ".docx"]


def test_a_document_that_is_a_path_is_no_document(
    capsys: pytest.CaptureFixture[str], cases: Callable[..., Path], tmp_path: Path
) -> None:
    code, _, err = run(
        capsys, "draft", "../india/reminder", str(cases(1) / "000.yaml"), *DAY, "-o", str(tmp_path / "out")
    )
    assert code == 1 and "no document in india" in err and not (tmp_path / "out").exists()
