"""What a careless or hostile user does: each is answered by a sentence with a place and a remedy, never by a fault."""

from pathlib import Path

import pytest

from tests.cli.test_draft import case_path, run

Capture = pytest.CaptureFixture[str]
DAY = ("--as-of", "2026-11-24")


def spoilt(tmp_path: Path, old: str, new: str, name: str = "shakti-goods") -> str:
    text = Path(case_path(name)).read_text("utf-8")
    assert old in text
    path = tmp_path / "case.yaml"
    path.write_text(text.replace(old, new, 1), "utf-8")
    return str(path)


@pytest.mark.parametrize("year", ["1699", "3000", "9999"])
@pytest.mark.parametrize("command", ["claim", "deadlines", "next"])
def test_a_day_from_which_nothing_can_be_counted_is_wrong_usage(capsys: Capture, command: str, year: str) -> None:
    code, _, err = run(capsys, command, case_path("shakti-goods"), "--as-of", f"{year}-12-31")
    assert code == 2 and "its year is not between 1700 and 2999" in err


def test_a_slip_in_a_year_is_told_with_its_line(capsys: Capture, tmp_path: Path) -> None:
    path = spoilt(tmp_path, "due: 2026-02-27", "due: 9998-12-31")
    code, _, err = run(capsys, "check", path, *DAY)
    assert code == 1 and "case.yaml:54: invoices.0.due: 9998-12-31: its year is not between" in err


def test_a_place_left_to_fill_in_stops_every_paper(capsys: Capture, tmp_path: Path) -> None:
    path = spoilt(tmp_path, "  name: Shakti Engineering Works Private Limited", "  name: …")
    code, _, err = run(capsys, "draft", "final-notice", path, *DAY, "-o", str(tmp_path / "out"))
    assert code == 1 and "creditor.name: is still to be filled in" in err and not (tmp_path / "out").exists()


def test_an_unknown_jurisdiction_is_told_with_its_line(capsys: Capture, tmp_path: Path) -> None:
    code, _, err = run(capsys, "claim", spoilt(tmp_path, "jurisdiction: india", "jurisdiction: indai"), *DAY)
    assert code == 1 and ": jurisdiction: no jurisdiction named “indai”; did you mean “india”?" in err
    assert "case.yaml:" in err


@pytest.mark.parametrize("command", ["check", "deadlines", "next"])
def test_a_misspelt_paper_is_remarked_on(capsys: Capture, tmp_path: Path, command: str) -> None:
    sent = (
        "history:\n  - {kind: dispatched, on: 2026-10-20, document: cheque-demand-notce, "
        "addressee: Orion Pumps & Valves Limited, mode: email}\n"
    )
    code, _, err = run(capsys, command, spoilt(tmp_path, "history:\n", sent), *DAY)
    assert code == 0 and "warn: " in err and "did you mean “cheque-demand-notice”?" in err


def test_a_misspelt_override_is_wrong_usage(capsys: Capture, tmp_path: Path) -> None:
    code, _, err = run(
        capsys, "draft", "final-notice", case_path("shakti-goods"), *DAY, "-o", str(tmp_path),
        "--override", "client_consent", "--because", "told by telephone", "--by", "A. Rao",
    )  # fmt: skip
    assert code == 2 and "did you mean “client_consents”?" in err and not list(tmp_path.iterdir())


def test_a_file_where_the_folder_should_be_is_told(capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "drafts"
    file.touch()
    code, _, err = run(capsys, "draft", "final-notice", case_path("shakti-goods"), *DAY, "-o", str(file))
    assert code == 1 and "is a file, not a folder; name another folder with -o" in err


def test_a_need_that_is_worked_out_says_what_is_so(capsys: Capture, tmp_path: Path) -> None:
    code, _, err = run(capsys, "draft", "reminder-before-due", case_path("shakti-goods"), *DAY, "-o", str(tmp_path))
    assert code == 1 and "No invoice falls due after 2026-11-24." in err and "Add it" not in err


def test_one_unreadable_file_does_not_stop_the_others(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed, read = tmp_path / "closed.yaml", Path.read_bytes
    closed.touch(mode=0o000)

    def refused(path: Path) -> bytes:
        if path == closed:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refused)  # whoever runs the tests may be allowed everything
    out = tmp_path / "out"
    code, _, err = run(capsys, "draft", "final-notice", str(closed), case_path("shakti-goods"), *DAY, "-o", str(out))
    assert code == 1 and "closed.yaml: cannot be read: Permission denied" in err and list(out.glob("*.docx"))


def test_next_quotes_a_path_with_spaces(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "my case.yaml"
    path.write_text(Path(case_path("shakti-goods")).read_text("utf-8"), "utf-8")
    assert f"lawkit draft final-notice '{path}'" in run(capsys, "next", str(path), *DAY)[1]


def test_listings_of_an_unknown_country_or_option_say_what_is_known(capsys: Capture) -> None:
    code, _, err = run(capsys, "precedents", "list", "-j", "indai")
    assert code == 1 and "did you mean “india”?" in err
    code, _, err = run(capsys, "claim", case_path("shakti-goods"), *DAY, "--compare", "nothing")
    assert code == 1 and "no option named “nothing”" in err


def test_a_rule_is_shown_with_its_unit(capsys: Capture) -> None:
    assert "unit: year" in run(capsys, "law", "show", "article_15", "-j", "india")[1]


@pytest.mark.parametrize("command", ["check", "claim", "draft"])
def test_an_overpaid_invoice_is_told_with_its_line(capsys: Capture, tmp_path: Path, command: str) -> None:
    paid = 'history:\n  - {kind: payment, on: 2026-06-01, amount: "99999999.00"}\n'
    path = spoilt(tmp_path, "history:\n", paid)
    words = ("draft", "final-notice", path, "-o", str(tmp_path)) if command == "draft" else (command, path)
    code, _, err = run(capsys, *words, *DAY)
    assert code == 1 and "case.yaml:59: history.0: 9,99,99,999.00 on 2026-06-01 is 9,89,05,308.06 more than" in err


def test_a_calendar_replaces_a_calendar_and_nothing_else(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    text = Path(case_path("shakti-goods")).read_text("utf-8")
    path.write_text(text, "utf-8")
    code, _, err = run(capsys, "deadlines", str(path), *DAY, "--ics", str(path))
    assert code == 1 and "is no calendar; nothing was written" in err and path.read_text("utf-8") == text
    for _ in range(2):
        assert run(capsys, "deadlines", str(path), *DAY, "--ics", str(tmp_path / "x.ics"))[0] == 0


def test_a_different_workbook_is_replaced_when_asked(capsys: Capture, tmp_path: Path) -> None:
    book, case = tmp_path / "x.xlsx", case_path("shakti-goods")
    book.write_bytes(b"notes of another matter")
    code, _, err = run(capsys, "claim", case, *DAY, "--xlsx", str(book))
    assert code == 1 and "Use --replace" in err and book.read_bytes() == b"notes of another matter"
    assert run(capsys, "claim", case, *DAY, "--xlsx", str(book), "--replace")[0] == 0


def test_two_matters_of_one_reference_are_told_as_such_also_in_a_resumed_batch(capsys: Capture, tmp_path: Path) -> None:
    cases, out = tmp_path / "cases", tmp_path / "out"
    cases.mkdir()
    text = Path(case_path("shakti-goods")).read_text("utf-8")
    (cases / "a.yaml").write_text(text, "utf-8")
    (cases / "b.yaml").write_text(text.replace('"200000.00"', '"100000.00"'), "utf-8")
    (cases / "c.yaml").touch()
    for _ in range(2):
        code, _, err = run(capsys, "draft", "final-notice", str(cases), *DAY, "-o", str(out))
        assert code == 1 and "a.yaml too; give each matter a reference of its own" in err and "--replace" not in err
        summary = err.partition("2 of 3 failed:")[2]
        assert summary.count("c.yaml") == 1 and "c.yaml: is empty" in summary


def test_a_rate_past_its_table_names_the_file_of_the_firms_folder(capsys: Capture) -> None:
    code, _, err = run(capsys, "claim", case_path("moulin-plancher"), "--as-of", "2027-06-01")
    assert code == 1 and "Add the row to jurisdictions/france/rates.yaml, or compute with an earlier --as-of" in err
