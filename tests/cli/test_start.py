"""A new user's road: init, new, check, claim; and the listings."""

import json
from pathlib import Path

import pytest

from tests.cli.test_draft import case_path, changed, run

Capture = pytest.CaptureFixture[str]


def test_init_makes_a_folder_once(capsys: Capture, tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    assert run(capsys, "init", str(folder))[0] == 0
    assert (folder / "lawkit.toml").is_file() and (folder / "precedents").is_dir()
    code, _, err = run(capsys, "init", str(folder))
    assert code == 1 and "is there already" in err


@pytest.mark.parametrize("country", ["india", "france"])
def test_a_new_case_file_says_what_is_still_to_be_filled_in(capsys: Capture, tmp_path: Path, country: str) -> None:
    path = tmp_path / "case.yaml"
    assert run(capsys, "new", country, str(path))[0] == 0
    code, _, err = run(capsys, "check", str(path))
    assert code == 1 and "instructed_on: '…' is not a date" in err and "to mend" in err and "Traceback" not in err
    code, _, err = run(capsys, "new", country, str(path))
    assert code == 1 and "is there already" in err


def test_check_passes_the_shipped_cases(capsys: Capture) -> None:
    for name in ("shakti-goods", "nirmal-msme", "atelier-semestres", "moulin-plancher"):
        assert run(capsys, "check", case_path(name), "--as-of", "2026-11-24")[0] == 0


def test_check_tells_of_an_exhibit_whose_file_is_missing_or_empty(capsys: Capture, tmp_path: Path) -> None:
    path = changed(
        tmp_path, "shakti-goods",
        ("exhibits:\n  - {id: ex-1,", "exhibits:\n  - {id: ex-x, title: Order, file: exhibits/po.pdf}\n  - {id: ex-1,"),
    )  # fmt: skip
    code, out, err = run(capsys, "check", path, "--as-of", "2026-11-24")
    assert code == 0 and "exhibit ex-x: the file exhibits/po.pdf is not there" in err and "nothing wrong" not in out
    (tmp_path / "exhibits").mkdir()
    (tmp_path / "exhibits" / "po.pdf").touch()
    assert "exhibits/po.pdf is empty" in run(capsys, "check", path, "--as-of", "2026-11-24")[2]
    (tmp_path / "exhibits" / "po.pdf").write_bytes(b"%PDF")
    code, out, err = run(capsys, "check", path, "--as-of", "2026-11-24")
    assert code == 0 and "nothing wrong" in out and "exhibit" not in err


def test_claim_as_json_keeps_its_keys_and_its_amounts_are_texts(capsys: Capture) -> None:
    code, out, _ = run(capsys, "claim", case_path("shakti-goods"), "--as-of", "2026-11-24", "--json")
    data = json.loads(out)
    assert code == 0 and data["total"] == "1188306.88" and data["invoices"][0]["segments"][0]["amount"] == "9310.68"
    assert set(data) == {
        "basis", "matter", "jurisdiction", "currency", "as_of", "principal", "interest", "fixed_sums", "notice_cost", "total",
        "not_yet_due", "daily", "further_from", "invoices", "extinguished", "fixed", "remarks", "relied_on", "told_beside",
        "against_guarantors",
    }  # fmt: skip


def test_explain_walks_from_the_figure_to_the_row_and_the_provision(capsys: Capture) -> None:
    out = run(capsys, "claim", case_path("nirmal-msme"), "--as-of", "2026-11-24", "--explain")[1]
    for word in (
        "rbi_bank_rate 6.25 (2025-04-09)",
        "rest 1",
        "accepted 2025-03-01",
        "section 16",
        "not read again",
        "doubt:",
    ):
        assert word in out


def test_law_lists_shows_and_checks(capsys: Capture) -> None:
    assert "late_payment_penalty" in run(capsys, "law", "list", "-j", "france")[1]
    shown = run(capsys, "law", "show", "msmed_interest")[1]
    assert "section 16" in shown and "* at_rest" in shown and "2024 (8) TMI 652" in shown
    code, out, _ = run(capsys, "law", "check", "--stale", "--as-of", "2026-11-24")
    assert code == 0 and "verified through 2026-06-24" in out
    code, _, err = run(capsys, "law", "show", "msmed_intrest", "-j", "india")
    assert code == 1 and "did you mean “msmed_interest”" in err
    assert (
        json.loads(run(capsys, "law", "show", "rbi_bank_rate", "-j", "india", "--on", "2025-06-06", "--json")[1])[
            "value"
        ]
        == "5.75"
    )


def test_precedents_are_listed_shown_and_proved(capsys: Capture) -> None:
    assert "mise-en-demeure" in run(capsys, "precedents", "list")[1]
    assert "claim.total" in run(capsys, "precedents", "show", "final-notice")[1]
    assert run(capsys, "precedents", "check")[0] == 0
    assert "invoices[].balance" in run(capsys, "precedents", "fields")[1]


def test_a_firms_precedent_with_a_misspelt_blank_is_refused_with_its_line(
    capsys: Capture, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(capsys, "init", str(tmp_path / "firm"))
    from lawkit.resources import shipped

    text = (shipped("precedents") / "india" / "final-notice.en.md").read_text()
    folder = tmp_path / "firm" / "precedents" / "india"
    folder.mkdir()
    (folder / "final-notice.en.md").write_text(text.replace("{{ addressee.salutation }}", "{{ addressee.salutaton }}"))
    case = tmp_path / "firm" / "casefiles" / "a.yaml"
    case.write_text(Path(case_path("shakti-goods")).read_text())
    monkeypatch.chdir(tmp_path / "firm")
    for arguments in (["precedents", "check"], ["draft", "final-notice", "casefiles/a.yaml", "--as-of", "2026-11-24"]):
        code, _, err = run(capsys, *arguments)
        assert code == 1 and "precedents/india/final-notice.en.md:" in err and "did you mean “salutation”" in err
    assert list((tmp_path / "firm" / "drafts").iterdir()) == []


def test_wrong_usage_is_exit_code_two(capsys: Capture) -> None:
    assert run(capsys, "claim")[0] == 2
    assert run(capsys, "claim", "x.yaml", "--as-of", "31.12.2026")[0] == 2
    assert run(capsys, "nothing")[0] == 2
