"""What a record tells of its paper: the laws cited, figures beyond the claim, days and fees, what its addressee is asked."""

import json
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from lawkit.cli.options import read_matter
from lawkit.drafting.draft import Drafted, Order, draft
from lawkit.drafting.trail import figures_in
from lawkit.facts.load import load_case
from lawkit.law import load_jurisdiction
from lawkit.resources import shipped

DAY = date(2026, 11, 24)
THIRD = Path(__file__).parents[1] / "third"


def drafted(name: str, document: str) -> list[Drafted]:
    from lawkit.checks import Override

    case, law, _ = read_matter(shipped("casefiles") / f"{name}.yaml")
    let_pass = (Override("cheque_notice_first", "the notice was sent", "A Partner"),)
    return draft(Order(document, DAY, let_pass), case, law)


def records(name: str, document: str) -> dict[str, Any]:
    return {each.addressee: json.loads(each.record) for each in drafted(name, document)}


def test_every_law_that_a_notice_cites_is_recorded_with_provision_date_standing_doubt_and_owner() -> None:
    paper = records("lotus-cheques", "second-notice")["Rangoli Prints Private Limited"]["paper"]
    uses = {use["rule"]: use for use in paper["relied_on"]}
    assert "section 16(2), second proviso" in uses["gst_time_to_pay"]["provision"]
    assert uses["gst_time_to_pay"]["value"] == "180 day" and uses["gst_time_to_pay"]["owner"] == "lawkit"
    assert uses["gst_credit_reversal"]["provision"].startswith("rule 37") and uses["gst_credit_reversal"]["doubt"]
    assert uses["gst_credit_reversal"]["since"] == "2022-10-01"
    assert uses["gst_reversal_interest"]["provision"].startswith("section 50")
    assert uses["gst_reversal_interest"]["value"] == "18 percent_per_year"
    assert uses["gst_reversal_interest"]["standing"] == "primary" and uses["gst_reversal_interest"]["checked_on"]


def test_the_figures_of_the_paper_beyond_the_claim_are_recorded() -> None:
    figures = records("lotus-cheques", "second-notice")["Rangoli Prints Private Limited"]["paper"]["figures"]
    assert figures["tax_credit_total"] == "42771.62"
    assert [line["amount"] for line in figures["tax_credits"]] == ["7771.62", "15000.00", "8000.00", "12000.00"]
    assert [cheque["amount"] for cheque in figures["cheques"]] == ["210000.00", "483000.00", "252000.00"]


def test_a_paper_that_prints_none_of_them_records_none() -> None:
    figures = records("lotus-cheques", "statement-of-account")
    assert not any("tax_credit_total" in each["paper"]["figures"] for each in figures.values())


def test_each_addressee_is_told_what_is_asked_of_that_person() -> None:
    papers = drafted("himadri-guarantors", "final-notice")
    found = {each.addressee: json.loads(each.record)["paper"]["demand"] for each in papers}
    assert found["Suresh Khanna"]["amount"] == "500000.00" == found["Suresh Khanna"]["limit"]
    assert (
        found["Khanna Estates LLP"]["amount"] == "1484404.97" and found["Khanna Estates LLP"]["capacity"] == "guarantor"
    )
    for director in ("Naveen Khanna", "Ritu Khanna"):
        assert found[director]["amount"] is None and found[director]["only_informed"]
    asked = {each.addressee: each.asked.amount for each in papers}
    assert asked["Suresh Khanna"] == 500000 and asked["Naveen Khanna"] is None
    french = records("traiteur-ei", "mise-en-demeure")
    assert french["Albert Ferrer"]["paper"]["demand"]["amount"] == "3000.00"
    assert french["Julie Ferrer"]["paper"]["demand"]["amount"] == "4862.08"


@pytest.mark.parametrize(
    ("name", "document", "amount"),
    [
        ("shakti-goods", "final-notice", "1188306.88"),
        ("shakti-goods", "first-notice", "1078592.74"),  # interest is reserved
        ("shakti-goods", "intimation-letter", None),  # tells of the instruction, and demands nothing
        ("shakti-goods", "statement-of-account", None),
        ("bassin-consommateur", "relance-1", "6160.00"),
        ("bassin-consommateur", "relance-2", "6192.02"),
    ],
)
def test_a_paper_asks_what_it_prints(name: str, document: str, amount: str | None) -> None:
    (record,) = records(name, document).values()
    assert record["paper"]["demand"]["amount"] == amount


def test_days_and_fees_that_a_paper_computes_are_recorded_with_their_rules(tmp_path: Path) -> None:
    office = Path(shutil.copytree(THIRD, tmp_path / "office"))
    law = load_jurisdiction("erewhon", firm=office)
    case = load_case(office / "casefiles" / "loom.yaml", {"name": "N", "firm": "F", "address": ["1"], "bar": "E"})
    (paper,) = draft(Order("notice", date(2025, 12, 14), firm=office), case, law)
    told = json.loads(paper.record)["paper"]
    assert {each.get("last_day") or each["amount"] for each in told["computed"]} == {"2026-01-05", "332.00"}
    assert {use["owner"] for use in told["relied_on"]} == {"firm"}
    assert {each["rule"] for each in told["computed"]} <= {use["rule"] for use in told["relied_on"]}


def test_figures_are_read_however_their_digits_are_grouped() -> None:
    assert Decimal("4277162.50") in figures_in("pay Rs. 42,77,162.50 by 05.01.2026", "INR")
    assert Decimal("500000.00") in figures_in("Rs. 5,00,000/-", "INR")
    assert Decimal("3000.00") in figures_in("la somme de 3\u202f000,00\u00a0€.", "EUR")
    assert Decimal("5000.00") not in figures_in("15,000.00", "INR")


def test_a_second_addressee_of_the_same_name_has_a_record_of_the_numbered_file() -> None:
    from lawkit.drafting.draft import _distinct

    one, *_ = drafted("shakti-goods", "final-notice")
    _, second = _distinct([one, one])
    assert second.file.endswith("-2.docx") and json.loads(second.record)["file"] == second.file
