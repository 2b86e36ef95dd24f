"""Drafting from the command line, as a user would, on the shipped case files and on bad ones."""

import hashlib
import json
from pathlib import Path

import pytest
from docx import Document

from lawkit.cli import main
from lawkit.resources import shipped

DAY = ["--as-of", "2026-11-24"]
SHIPPED = [
    ("final-notice", "shakti-goods", "Rs. 11,88,306.88"),
    ("final-notice", "nirmal-msme", "Rs. 9,43,641.57"),
    ("mise-en-demeure", "atelier-semestres", "30 861,88 €"),
    ("mise-en-demeure", "moulin-plancher", "15 405,75 €"),
]


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    out, err = capsys.readouterr()
    return int(ended.value.code or 0), out, err


def case_path(name: str) -> str:
    return str(shipped("casefiles") / f"{name}.yaml")


def text_of(path: Path) -> str:
    word = Document(str(path))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([p.text for p in word.paragraphs] + cells).replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(("document", "name", "owed"), SHIPPED)
def test_a_shipped_case_drafts_and_its_figures_agree_everywhere(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, document: str, name: str, owed: str
) -> None:
    code, out, _ = run(capsys, "draft", document, case_path(name), *DAY, "-o", str(tmp_path))
    assert code == 0 and owed in out.replace("\u00a0", " ").replace("\u202f", " ")
    (paper,) = tmp_path.glob("*.docx")
    record = json.loads(paper.with_suffix(".record.json").read_text())
    text = text_of(paper)
    plain = owed.removeprefix("Rs. ").removesuffix(" €")
    # subject or demand, table, and the record
    in_record = plain.replace(" ", "").replace(",", ".") if "€" in owed else plain.replace(",", "")
    assert text.count(plain) >= 2 and record["claim"]["total"] == in_record
    assert record["sha256"] == hashlib.sha256(paper.read_bytes()).hexdigest()
    assert not any(p.text.strip() == "" for p in Document(str(paper)).paragraphs), "an empty paragraph"


def test_a_second_run_changes_nothing_and_a_different_day_is_another_file(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    arguments = ["draft", "final-notice", case_path("shakti-goods"), "-o", str(tmp_path)]
    run(capsys, *arguments, *DAY)
    before = {p.name: p.read_bytes() for p in tmp_path.iterdir()}
    code, out, _ = run(capsys, *arguments, *DAY)
    assert code == 0 and out.startswith("unchanged") and {p.name: p.read_bytes() for p in tmp_path.iterdir()} == before


def test_an_existing_different_output_is_refused_and_kept(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    arguments = ["draft", "final-notice", case_path("shakti-goods"), *DAY, "-o", str(tmp_path)]
    run(capsys, *arguments)
    (paper,) = tmp_path.glob("*.docx")
    paper.write_bytes(b"signed")
    code, _, err = run(capsys, *arguments)
    assert code == 1 and "--replace" in err and paper.read_bytes() == b"signed"
    code, out, _ = run(capsys, *arguments, "--replace")
    assert code == 0 and out.startswith("replaced")


def test_a_folder_that_cannot_be_written_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    code, _, err = run(
        capsys, "draft", "final-notice", case_path("shakti-goods"), *DAY, "-o", str(tmp_path / "file" / "x")
    )
    assert code == 1 and "cannot be written" in err and "Traceback" not in err


def changed(tmp_path: Path, name: str, *changes: tuple[str, str]) -> str:
    text = (shipped("casefiles") / f"{name}.yaml").read_text()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    path = tmp_path / "case.yaml"
    path.write_text(text)
    return str(path)


BAD = [
    ("shakti-goods", "final-notice", ("jurisdiction: india", "jurisdiction: indai"), "did you mean “india”"),
    ("shakti-goods", "final-notcie", ("", ""), "did you mean “final-notice”"),
    ("shakti-goods", "final-notice", ("demand: {days: 15}", ""), "the fact demand is missing"),
    ("shakti-goods", "final-notice", ('amount: "200000.00"', 'amount: "9200000.00"'), "pay-1: 92,00,000.00 on 2026-05-15 is"),
    ("shakti-goods", "final-notice", ("insolvency_check:", "represented_by: {name: Adv. X}\n    insolvency_check:"), "stop: debtor_not_represented"),
    ("shakti-goods", "final-notice", ("language: en", "language: hi"), "no language of india named “hi”; known: en"),
    ("atelier-semestres", "mise-en-demeure", ("language: fr", "language: en"), "no document in france, en, named"),
    ("atelier-semestres", "mise-en-demeure", ("result: nothing_found", "result: proceedings_open"), "stop: insolvency_checked"),
    ("nirmal-msme", "final-notice", ("msmed_interest.rate_basis: at_rest", "msmed_interest.rate_basis: at_rets"), "did you mean “at_rest”"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "document", "change", "words"), BAD, ids=[b[3][:30] for b in BAD])
def test_bad_input_writes_nothing_and_says_what_to_do(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, document: str, change: tuple[str, str], words: str
) -> None:
    path = changed(tmp_path, name, change)
    code, out, err = run(capsys, "draft", document, path, *DAY, "-o", str(tmp_path / "out"))
    assert code == 1 and words in err and "Traceback" not in err and out == ""
    assert not (tmp_path / "out").exists()


def test_a_rate_not_in_the_table_is_named_with_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "claim", case_path("atelier-semestres"), "--as-of", "2027-02-10")
    assert code == 1 and "france/ecb_mro: no rate for 2027-01-01" in err and "rates.yaml" in err


def test_a_stop_is_overridden_only_with_reason_and_name_and_both_are_recorded(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LAWKIT_USER", raising=False)
    path = changed(
        tmp_path, "shakti-goods", ("insolvency_check:", "represented_by: {name: Adv. X}\n    insolvency_check:")
    )
    base = ["draft", "final-notice", path, *DAY, "-o", str(tmp_path / "out"), "--override", "debtor_not_represented"]
    assert run(capsys, *base)[0] == 2
    assert run(capsys, *base, "--because", "counsel agreed in writing")[0] == 2
    code, _, _ = run(capsys, *base, "--because", "counsel agreed in writing", "--by", "M. Kulkarni")
    (record,) = (tmp_path / "out").glob("*.record.json")
    finding = json.loads(record.read_text())["checks"]["findings"][0]
    assert (
        code == 0
        and finding["overridden_by"] == "M. Kulkarni"
        and finding["overridden_because"] == "counsel agreed in writing"
    )


def test_an_override_that_nothing_needed_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    base = ["draft", "final-notice", case_path("shakti-goods"), *DAY, "-o", str(tmp_path)]
    why = ["--because", "asked", "--by", "A Partner"]
    code, _, err = run(capsys, *base, "--override", "debtor_not_represented", *why)
    assert code == 0 and "debtor_not_represented stopped nothing: its override was not needed" in err


def test_a_record_is_never_replaced_unasked_and_what_replaces_it_keeps_its_overrides(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = changed(
        tmp_path, "shakti-goods", ("insolvency_check:", "represented_by: {name: Adv. X}\n    insolvency_check:")
    )
    base = ["draft", "final-notice", path, *DAY, "-o", str(tmp_path / "out"), "--override", "debtor_not_represented"]
    partner = [*base, "--because", "counsel consented in writing", "--by", "A Partner"]
    intern = [*base, "--because", "no reason", "--by", "An Intern"]
    assert run(capsys, *partner)[0] == 0
    before = {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()}
    code, out, err = run(capsys, *intern)
    assert code == 1 and not out and ".record.json: says something else" in err and "--replace" in err
    assert {p.name: p.read_bytes() for p in (tmp_path / "out").iterdir()} == before
    assert run(capsys, *partner)[1].startswith("unchanged")
    assert run(capsys, *intern, "--replace")[0] == 0
    (record,) = (tmp_path / "out").glob("*.record.json")
    data = json.loads(record.read_text())
    assert data["checks"]["findings"][0]["overridden_by"] == "An Intern"
    (kept,) = data["replaced"]
    assert kept["overrides"][0]["overridden_by"] == "A Partner"
    assert kept["overrides"][0]["overridden_because"] == "counsel consented in writing"
    told = record.read_bytes()
    assert run(capsys, *intern)[1].startswith("unchanged") and record.read_bytes() == told
    assert run(capsys, *intern, "--replace")[0] == 0 and record.read_bytes() == told


def test_nothing_is_written_to_one_addressee_where_the_record_of_another_differs(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    base = ["draft", "final-notice", case_path("himadri-guarantors"), *DAY, "-o", str(tmp_path)]
    assert run(capsys, *base)[0] == 0
    (last,) = tmp_path.glob("*Suresh*.record.json")
    (first,) = tmp_path.glob("*Dhruv*.docx")
    last.write_text(last.read_text().replace('"lawkit":', '"was": "other",\n  "lawkit":'))
    first.unlink()
    code, out, err = run(capsys, *base)
    assert code == 1 and not out and "Suresh-Khanna" in err and not first.exists()


def test_the_record_is_the_same_wherever_lawkit_is_run_from(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = changed(tmp_path, "shakti-goods")
    base = ["draft", "final-notice", path, *DAY, "-o", str(tmp_path / "out")]
    assert run(capsys, *base)[0] == 0
    monkeypatch.chdir(tmp_path)
    assert run(capsys, *base)[1].startswith("unchanged")


def test_the_firms_settings_are_an_input_of_the_record(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    settings = tmp_path / "lawkit.toml"
    settings.write_text('[elections.india]\n"contract_interest.day_count" = "actual_actual"\n')
    base = ["draft", "final-notice", changed(tmp_path, "shakti-goods"), *DAY, "-o", str(tmp_path / "out")]
    assert run(capsys, *base)[0] == 0
    (record,) = (tmp_path / "out").glob("*.record.json")
    inputs = {Path(name).name: digest for name, digest in json.loads(record.read_text())["inputs"].items()}
    assert inputs["lawkit.toml"] == hashlib.sha256(settings.read_bytes()).hexdigest()


def test_an_exhibit_is_recorded_with_its_size_and_hash(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = changed(tmp_path, "shakti-goods", ("exhibits:\n  - {id: ex-1,", "exhibits:\n  - {id: ex-1, file: po.pdf,"))
    (tmp_path / "po.pdf").write_bytes(b"order")
    assert run(capsys, "draft", "final-notice", path, *DAY, "-o", str(tmp_path / "out"))[0] == 0
    (record,) = (tmp_path / "out").glob("*.record.json")
    (exhibit,) = [e for e in json.loads(record.read_text())["exhibits"] if e["file"]]
    assert (exhibit["size"], exhibit["sha256"]) == (5, hashlib.sha256(b"order").hexdigest())


@pytest.mark.parametrize(
    ("addressee", "words"),
    [
        ("Suresh Khanna", "  to Suresh Khanna: Rs. 5,00,000/- demanded; owed on 2026-11-24: Rs. 14,84,404.97"),
        ("Naveen Khanna", "  to Naveen Khanna, for information: nothing is demanded; owed on 2026-11-24: Rs. 14,84,404.97"),
    ],
)  # fmt: skip
def test_the_terminal_tells_what_each_addressee_is_asked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, addressee: str, words: str
) -> None:
    out = run(capsys, "draft", "final-notice", case_path("himadri-guarantors"), *DAY, "-o", str(tmp_path))[1]
    assert words in out.splitlines()


def test_a_stop_of_a_wording_rule_is_overridden_by_its_name_as_printed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "precedents" / "india"
    folder.mkdir(parents=True)
    (tmp_path / "lawkit.toml").touch()
    (tmp_path / "casefiles").mkdir()
    path = tmp_path / "casefiles" / "case.yaml"
    path.write_bytes(Path(case_path("shakti-goods")).read_bytes())
    text = (shipped("precedents") / "india" / "reminder-at-due.en.md").read_text()
    added = "Our client will have you arrested by the police.\n\n::: signature"
    (folder / "reminder-at-due.en.md").write_text(
        text.replace('{% include "creditor-signature" %}', f"{added}\n{{{{ signer.name }}}}\n:::")
    )
    monkeypatch.chdir(tmp_path)
    base = [
        "draft",
        "reminder-at-due",
        str(path),
        *DAY,
        "-o",
        "out",
        "--because",
        "quoted from the reply",
        "--by",
        "M. K.",
    ]
    code, _, err = run(capsys, *base)
    assert code == 1 and "stop: lay_paper_as_legal" in err and "--override lay_paper_as_legal --because" in err
    assert run(capsys, *base, "--override", "lay_paper_as_legl")[0] == 2
    code, _, err = run(capsys, *base, "--override", "lay_paper_as_legal")
    assert code == 0, err
    (record,) = (tmp_path / "out").glob("*.record.json")
    (finding,) = [f for f in json.loads(record.read_text())["checks"]["findings"] if f["check"] == "lay_paper_as_legal"]
    assert (finding["overridden_by"], finding["overridden_because"]) == ("M. K.", "quoted from the reply")


def test_a_misspelt_wording_rule_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "draft", "reminder", case_path("shakti-goods"), "--override", "criminal_proces", "--because", "x", "--by", "y")  # fmt: skip
    assert code == 2 and "no check or wording rule named “criminal_proces”; did you mean “criminal_process”?" in err


WAITS = [
    ('{kind: settlement, id: p1, on: 2026-11-03, amount: "900000.00", signed_by: [both]}', "no_plan_running"),
    ("{kind: closed, on: 2026-11-20, outcome: paid}", "matter_open"),
    ("{kind: hold_placed, on: 2026-11-10, reason: bereavement}", "not_on_hold"),
]


@pytest.mark.parametrize(("entry", "check"), WAITS)
@pytest.mark.parametrize("document", ["final-notice", "reminder", "call-script"])
def test_nothing_is_demanded_while_a_matter_waits_unless_a_reason_is_given(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, entry: str, check: str, document: str
) -> None:
    path = changed(tmp_path, "shakti-goods", ("\ndemand:", f"  - {entry}\n\ndemand:"))
    base = ["draft", document, path, *DAY, "-o", str(tmp_path / "out")]
    code, _, err = run(capsys, *base)
    assert code == 1 and f"stop: {check}: " in err and not (tmp_path / "out").exists()
    code, _, err = run(capsys, *base, "--override", check, "--because", "the client asked for it", "--by", "M. K.")
    assert code == 0, err


ALONE = [
    ("statement-of-account", "shakti-goods", "Statement of account of Orion Pumps & Valves Limited with", "ANNEXURE"),
    ("interest-sheet", "shakti-goods", "Computation of interest up to", "ANNEXURE"),
    ("gst-sheet", "deccan-gst", "Input tax credit on the unpaid invoices, ", "ANNEXURE"),
    ("decompte", "atelier-semestres", "Décompte, en euros, des sommes dues par", "ANNEXE"),
]


@pytest.mark.parametrize(("document", "name", "title", "label"), ALONE)
def test_an_annexure_drafted_alone_bears_its_title_and_no_letter(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, document: str, name: str, title: str, label: str
) -> None:
    code, _, err = run(capsys, "draft", document, case_path(name), *DAY, "-o", str(tmp_path))
    assert code == 0, err
    (paper,) = tmp_path.glob("*.docx")
    first = Document(str(paper)).paragraphs[0]
    assert first.text.startswith(title) and first.style is not None and first.style.name == "Sheet Title"
    assert label not in text_of(paper)


@pytest.mark.parametrize(
    ("document", "name"), [("statement-of-account", "konkan-decree"), ("decompte", "carrelage-injonction")]
)
def test_no_annexure_states_the_invoices_once_a_judgment_stands(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, document: str, name: str
) -> None:
    code, _, err = run(capsys, "draft", document, case_path(name), *DAY, "-o", str(tmp_path))
    assert code == 1 and "stop: debt_as_invoiced: a judgment or a title stands since" in err
    assert not list(tmp_path.iterdir())


def test_a_statement_in_an_insolvency_is_for_the_declaration(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    code, _, err = run(capsys, "draft", "decompte", case_path("scierie-liquidation"), *DAY, "-o", str(tmp_path))
    assert code == 0 and "warn: debt_as_invoiced: insolvency proceedings are open" in err


HOSTILE = ["Singh & Sons <Pvt> *Exports*", "शर्मा ब्रदर्स", 'L\'Éclair {{ 7*7 }} "x"', "Police Supplies | FIR <b>"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_debtors_name_arrives_as_typed(capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str) -> None:
    quoted = "'" + name.replace("'", "''") + "'"
    path = changed(tmp_path, "shakti-goods", ("name: Orion Pumps & Valves Limited", f"name: {quoted}"))
    code, _, err = run(capsys, "draft", "final-notice", path, *DAY, "-o", str(tmp_path / "out"))
    assert code == 0, err
    (paper,) = (tmp_path / "out").glob("*.docx")
    assert name in text_of(paper)


def test_an_address_of_two_hundred_lines_is_printed_whole(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    lines = ", ".join(f'"Line {n} of the address"' for n in range(200))
    path = changed(tmp_path, "shakti-goods", ('lines: ["Unit 9, Verna Industrial Estate"]', f"lines: [{lines}]"))
    assert run(capsys, "draft", "final-notice", path, *DAY, "-o", str(tmp_path / "out"))[0] == 0
    (paper,) = (tmp_path / "out").glob("*.docx")
    assert all(f"Line {n} of the address" in text_of(paper) for n in (0, 99, 199))


GUARANTOR = """
  - name: Rohan Salvi
    kind: person
    gender: male
    role: guarantor
    guarantee: {dated: 2026-01-05, limit: "500000.00", on_demand: yes}
    addresses: [{kind: residence, lines: ["Flat 4, Sagar Apartments"], city: Panaji, state: Goa, postcode: "403001"}]
    insolvency_check: {on: 2026-11-23, result: nothing_found}
"""


def test_each_liable_person_gets_a_notice_and_a_guarantor_only_within_the_limit(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = changed(tmp_path, "shakti-goods", ("\ncontract:\n", GUARANTOR + "\ncontract:\n"))
    assert run(capsys, "draft", "final-notice", path, *DAY, "-o", str(tmp_path / "out"))[0] == 0
    papers = {p.name: text_of(p) for p in (tmp_path / "out").glob("*.docx")}
    assert len(papers) == 2
    guarantor = next(text for name, text in papers.items() if "Rohan-Salvi" in name)
    assert "Sir," in guarantor and "Rs. 5,00,000/- (Rupees Five Lakh Only)" in guarantor
    assert "the Principal Debtor ordered from my client" in guarantor and "section 128" in guarantor


def test_a_consumer_is_asked_neither_penalties_nor_the_fixed_sum(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = changed(
        tmp_path, "atelier-semestres", ("kind: company\n    legal_form: SAS\n    capital: \"100000.00\"\n    registered_at: Grenoble", "kind: person"),
        ("identifiers: {siren: \"999000227\"}", ""),
    )  # fmt: skip
    code, _, err = run(capsys, "draft", "mise-en-demeure", path, *DAY, "-o", str(tmp_path / "out"))
    assert code == 0, err
    (paper,) = (tmp_path / "out").glob("*.docx")
    text = text_of(paper)
    assert "40,00 €" not in text and "L. 441-10" not in text and "intérêts au taux légal" in text


def test_a_matter_without_a_right_to_interest_claims_none(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    text = (shipped("casefiles") / "shakti-goods.yaml").read_text()
    start, end = text.index("  interest:\n"), text.index("  courts_at:")
    path = tmp_path / "case.yaml"
    path.write_text(text[:start] + text[end:])
    code, _, err = run(capsys, "draft", "final-notice", str(path), *DAY, "-o", str(tmp_path / "out"))
    assert code == 0, err
    (paper,) = (tmp_path / "out").glob("*.docx")
    # 5,90,000 + 3,83,500 + 2,83,200 − 500 TDS − 2,00,000 paid = 10,56,200
    assert "Rs. 10,56,200/- (Rupees Ten Lakh Fifty-Six Thousand Two Hundred Only)" in text_of(paper)
    assert "Interest computation" not in text_of(paper) and "per day" not in text_of(paper)


OTHERS = [
    ("reminder", "shakti-goods", "2026-07-20", "Rs. 10,78,592.74"),
    ("first-notice", "shakti-goods", "2026-09-10", "call upon you to pay"),
    ("second-notice", "shakti-goods", "2026-10-12", "27.07.2026"),
    ("reminder-before-due", "shakti-goods", "2026-02-20", "5,90,000.00"),
    ("relance-avant-echeance", "atelier-semestres", "2025-04-01", "22 080,00"),
    ("relance-1", "atelier-semestres", "2026-03-16", "Y a-t-il une difficulté"),
    ("relance-2", "atelier-semestres", "2026-09-14", "nous vous adresserons une mise en demeure"),
]


@pytest.mark.parametrize(("document", "name", "day", "words"), OTHERS, ids=[o[0] for o in OTHERS])
def test_the_amicable_ladder_drafts(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, document: str, name: str, day: str, words: str
) -> None:
    code, _, err = run(capsys, "draft", document, case_path(name), "--as-of", day, "-o", str(tmp_path))
    assert code == 0, err
    (paper,) = tmp_path.glob("*.docx")
    assert words in text_of(paper)
    assert not any(p.text.strip() == "" for p in Document(str(paper)).paragraphs)


def test_an_avocat_writes_with_consent_reminds_of_counsel_and_holds_a_guarantor_to_his_limit(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    arguments = ["draft", "mise-en-demeure-avocat", case_path("moulin-avocat"), *DAY, "-o", str(tmp_path / "out")]
    assert run(capsys, *arguments)[0] == 0
    texts = {p.name: text_of(p) for p in (tmp_path / "out").glob("*.docx")}
    assert len(texts) == 2
    for text in texts.values():
        # RIN 8.2, both limbs
        assert "faculté de consulter un avocat" in text and "me faire connaître son nom" in text
        assert "interrompt" not in text and "saisie" not in text.replace("ressaisie", "")
    guarantor = next(text for name, text in texts.items() if "Delattre" in name)
    assert "Monsieur," in guarantor and "la somme de 10 000,00 € (dix mille euros)" in guarantor
    without = changed(tmp_path, "moulin-avocat", ("client_consents_to_contact: yes\n", ""))
    code, _, err = run(capsys, "draft", "mise-en-demeure-avocat", without, *DAY, "-o", str(tmp_path / "no"))
    assert code == 1 and "stop: client_consents" in err and not (tmp_path / "no").exists()


@pytest.mark.parametrize(
    ("name", "cited", "not_cited"),
    [("nirmal-msme", "section 43B(h) of the Income-tax Act, 1961", "section 37(2)(g)")],
)
def test_a_provision_is_the_one_in_force_on_its_own_selecting_day(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, cited: str, not_cited: str
) -> None:
    """Both invoices were payable in 2025, before the Income-tax Act of 2025, although the paper is of November 2026."""
    assert run(capsys, "draft", "second-notice", case_path(name), *DAY, "-o", str(tmp_path))[0] == 0
    (paper,) = tmp_path.glob("*.docx")
    text = text_of(paper)
    assert cited in text and not_cited not in text
    # the tax sentence asks for nothing in exchange
    told = text[text.index("stated for information only") : text.index("in which it is actually paid")]
    assert "unless" not in told and "call upon" not in told
    assert "is payable on the reversal under section 50" in told


def test_several_cases_go_on_after_a_bad_one(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    bad = tmp_path / "bad.yaml"
    bad.write_text("matter: x\n")
    code, out, err = run(
        capsys,
        "draft",
        "final-notice",
        case_path("shakti-goods"),
        str(bad),
        case_path("nirmal-msme"),
        *DAY,
        "-o",
        str(tmp_path / "out"),
    )
    assert code == 1 and out.count("written") == 2 and "1 of 3 failed" in err and "bad.yaml" in err
    told = err.splitlines()
    warned = next(n for n, line in enumerate(told) if "rbi_bank_rate" in line)
    assert told[warned].startswith("  ") and "nirmal-msme.yaml:" in "".join(told[:warned]), "each remark under its case"


def test_many_cases_use_every_core_and_leave_one_manifest(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    text = (shipped("casefiles") / "shakti-goods.yaml").read_text()
    cases = []
    for number in range(20):
        path = tmp_path / f"{number}.yaml"
        path.write_text(text.replace("SHK-2026-014\n", f"SHK-{number:03d}\n") if number != 7 else "matter: x\n")
        cases.append(str(path))
    code, out, err = run(capsys, "draft", "final-notice", *cases, *DAY, "-o", str(tmp_path / "out"))
    assert code == 1 and out.count("written") == 19 and "1 of 20 failed" in err
    manifest = json.loads((tmp_path / "out" / "final-notice_2026-11-24.manifest.json").read_text())
    assert len(manifest["files"]) == 19 and list(manifest["failed"]) == [str(tmp_path / "7.yaml")]
    for name, digest in manifest["files"].items():
        assert hashlib.sha256((tmp_path / "out" / name).read_bytes()).hexdigest() == digest
    again = run(capsys, "draft", "final-notice", *cases, *DAY, "-o", str(tmp_path / "out"))[1]
    assert again.count("unchanged") == 19, "a batch is resumable"
