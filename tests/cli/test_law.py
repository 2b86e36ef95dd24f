"""`lawkit law`: what the packs say, whose it is, what is stale, and every fault of a firm's own folder."""

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lawkit.cli import cli
from lawkit.cli.law import _rule_text
from lawkit.law import load_jurisdiction
from lawkit.resources import shipped
from tests.cli.test_draft import run as run_main


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["law", *words])


def main_of(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    return run_main(capsys, "law", *words)


def test_list_show_and_path() -> None:
    rows = json.loads(run("list", "-j", "india", "--kind", "restart", "--json").stdout)
    assert {"acknowledgment_of_the_debt", "part_payment_signed"} <= {row["rule"] for row in rows}
    shown = run("show", "covid_exclusion", "-j", "india").stdout
    assert "2020-03-15" in shown or "paragraph 5" in shown
    assert run("path", "-j", "india").stdout.strip().endswith("india")


def test_stale_names_series_past_their_last_row_and_doubts() -> None:
    text = run("check", "-j", "india", "--stale", "--as-of", "2026-11-25").stdout
    assert "rbi_bank_rate: verified through 2026-06-24; look for a later change" in text
    assert "in doubt:" in text


@pytest.mark.parametrize(("older", "old"), [("3", False), ("2", True), ("1", True)])
def test_a_check_is_stale_once_it_is_older_than_stated(older: str, old: bool) -> None:
    """The rule was checked last on 22.11.2026, three days before."""
    text = run("check", "-j", "france", "--stale", "--as-of", "2026-11-25", "--older", older).stdout
    assert ("declaration: last checked on 2026-11-22" in text) is old


@pytest.mark.parametrize("code", ["india", "france"])
def test_rules_never_checked_are_listed_apart_with_what_they_are_stated_from(code: str) -> None:
    lines = run("check", "-j", code, "--stale", "--as-of", "2026-11-25").stdout.splitlines()
    heads = [n for n, line in enumerate(lines) if line.startswith("  ") and not line.startswith("   ")]
    parts = {
        lines[n].strip().rpartition(": ")[0]: lines[n + 1 : m] for n, m in zip(heads, [*heads[1:], None], strict=True)
    }
    rules = load_jurisdiction(code).rules
    never = {
        name for name, rule in rules.items()
        if rule.kind != "series" and not rule.checked and not any(value.checked for value in rule.dated.values())
    }  # fmt: skip
    listed = [line.strip().partition(": never checked (") for line in parts["never checked"]]
    assert {name for name, _, _ in listed} == never and all(end.rstrip(")") for _, _, end in listed)
    doubtful = sum(bool(r.doubt) + sum(bool(v.doubt) for v in r.dated.values()) for r in rules.values())
    assert len(parts["in doubt"]) == doubtful
    assert all("verified through" in line or "last checked" in line for line in parts["to be looked at again"])


@pytest.mark.parametrize("code", ["india", "france"])
def test_every_rule_is_shown_with_its_row_values_source_checks_doubt_owner_and_standing(code: str) -> None:
    """What a rule and each of its values hold is shown; cells may be broken over lines, so words are compared without spaces."""
    pack = load_jurisdiction(code)
    for name, rule in pack.rules.items():
        text = _close(_rule_text(pack, name, rule, None))
        told = [name, rule.kind, rule.standing, rule.doubt, rule.note, pack.owners[name], pack.files[name],
                *([rule.ref] if isinstance(rule.ref, str) else rule.ref)]  # fmt: skip
        for value in (rule, *rule.dated.values()):
            checked, source = value.checked, value.source
            told += [str(checked.on), checked.against, checked.note] if checked else []
            told += [source.act, source.provision] if source and value is not rule else []
            told += [value.standing, value.doubt, value.note]
        missing = [each for each in told if each and _close(each) not in text]
        assert not missing, (name, missing)


def _close(text: str) -> str:
    return "".join(text.split())


def test_every_rule_is_listed_and_its_json_reads() -> None:
    listed = json.loads(run("list", "--json").stdout)
    for code in ("india", "france"):
        rules = load_jurisdiction(code).rules
        assert {each["rule"] for each in listed if each["jurisdiction"] == code} == set(rules)
        for name in [*rules][::25]:
            shown = json.loads(run("show", name, "-j", code, "--json").stdout)
            assert shown["name"] == name and shown["owner"] == "lawkit" and shown["ref"]


@pytest.mark.parametrize(("as_of", "told"), [("2026-06-24", False), ("2026-06-25", True)])
def test_a_series_is_stale_from_the_day_after_it_was_verified(as_of: str, told: bool) -> None:
    text = run("check", "-j", "india", "--stale", "--as-of", as_of).stdout
    assert ("rbi_bank_rate: verified through" in text) is told


def test_a_firms_row_is_laid_over_ours_and_its_fault_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "lawkit.toml").write_text("")
    pack = tmp_path / "jurisdictions" / "india"
    pack.mkdir(parents=True)
    rates = pack / "rates.yaml"
    rates.write_text(
        'rbi_bank_rate:\n  values:\n    2026-08-06: {value: "5.25", source: {act: rbi_circular, provision: x}}\n'
    )
    monkeypatch.chdir(tmp_path)
    result = run("check", "-j", "india")
    assert result.exit_code == 1 and "act in sources.yaml" in result.output and "rates.yaml:3" in result.output
    rates.write_text(
        "rbi_bank_rate:\n  verified_through: 2026-08-06\n  values:\n"
        '    2026-08-06: {value: "5.25", source: {act: rbi_bank_rate_circulars}}\n'
    )
    assert run("check", "-j", "india").exit_code == 0
    shown = json.loads(run("show", "rbi_bank_rate", "-j", "india", "--json").stdout)
    assert shown["owner"] == "lawkit, changed by firm" and shown["values"]["2026-08-06"]["value"] == "5.25"
    assert shown["owners"]["2026-08-06"] == "firm" and shown["owners"]["2025-12-05"] == "lawkit"
    assert shown["values"]["2025-12-05"]["value"] == "5.50", "our own rows go on being received"


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("payable_on", "- when: msmed_supplier; day: {end_of: msmed_term_without_agreement, rolled: yes}"),
        ("cheque_complaint", "runs_from: {day_after: {end_of: cheque_time_to_pay, rolled: yes}}"),
        ("cheque_complaint", "if_missed: complaint_only_with_delay_condoned"),
        ("msmed_supplier", "- when: trades_only; answer: no"),
    ],
)
def test_a_rule_is_shown_as_it_was_understood(rule: str, told: str) -> None:
    assert told in run("show", rule, "-j", "india").stdout


def test_one_value_is_shown_by_its_day() -> None:
    shown = run("show", "rbi_bank_rate", "-j", "india", "--on", "2025-06-06").stdout
    assert "5.75" in shown and "2025-04-09" not in shown


def test_an_unknown_rule_is_told_with_the_packs_searched_and_the_nearest_of_them_all(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main_of(capsys, "show", "nothing") == (
        1, "", "no rule named “nothing” in france, india; lawkit law list names them all\n"
    )  # fmt: skip
    for name, told in (
        ("msmed_intrest", "“msmed_interest” (india)"),
        ("late_payment_penalti", "“late_payment_penalty” (france)"),
    ):
        code, _, err = main_of(capsys, "show", name)
        assert code == 1 and told in err and err.startswith(f"no rule named “{name}” in france, india; did you mean ")
    assert "in india;" in main_of(capsys, "show", "nothing", "-j", "india")[2]


def test_the_path_of_a_pack_that_is_not_there_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main_of(capsys, "path", "-j", "narnia") == (1, "", "no jurisdiction named “narnia”; known: france, india\n")
    own = tmp_path / "jurisdictions" / "narnia"
    own.mkdir(parents=True)
    (own / "pack.yaml").touch()
    (tmp_path / "lawkit.toml").touch()
    monkeypatch.chdir(tmp_path)
    assert main_of(capsys, "path", "-j", "narnia") == (0, "jurisdictions/narnia\n", "")
    places = main_of(capsys, "path", "-j", "india")[1].splitlines()
    assert Path(places[0]).is_dir() and places[1:] == ["jurisdictions/india"]


def test_check_tells_what_nothing_reads_and_the_register_of_a_firms_own_pack(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "jurisdictions"
    shutil.copytree(shipped("jurisdictions") / "india", own / "elsewhere")
    pack = own / "elsewhere" / "pack.yaml"
    pack.write_text(pack.read_text().replace("code: india", "code: elsewhere"))
    (tmp_path / "lawkit.toml").touch()
    monkeypatch.chdir(tmp_path)
    good = run("check")
    assert good.exit_code == 0, good.stderr
    register = own / "elsewhere" / "coverage.yaml"
    register.write_text(register.read_text().replace("rules: [", "rules: [no_such_rule, ", 1))
    (own / "indai").mkdir()
    (own / "india").mkdir()
    (own / "india" / "interst.yaml").write_text("{}")
    found = run("check")
    assert found.exit_code == 1 and "france: " in found.stdout and "india: " not in found.stdout
    for told in ("no rule named “no_such_rule”", "indai: is not read", "interst.yaml: is not read"):
        assert told in found.stderr
