"""What a paper tells of a matter: nothing paid in time, no exhibit of a later day."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from lawkit.drafting.desk import Desk
from lawkit.drafting.draft import Order, draft
from lawkit.facts.load import load_case
from lawkit.law import load_jurisdiction
from lawkit.resources import shipped


def text_of(case: str, document: str, as_of: date, folder: Path) -> str:
    (made, *_) = draft(
        Order(document, as_of), load_case(shipped("casefiles") / f"{case}.yaml"), load_jurisdiction("france"), Desk()
    )
    (folder / made.file).write_bytes(made.content)
    paper = Document(str(folder / made.file))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *cells])


def test_an_invoice_paid_in_full_and_in_time_has_no_place_in_a_formal_notice(tmp_path: Path) -> None:
    text = text_of("fonderie-fin-de-mois", "mise-en-demeure", date(2026, 11, 25), tmp_path)
    assert "FP-2601-014" not in text and "FP-2602" in text


@pytest.mark.parametrize(("day", "there"), [(2, False), (3, True), (4, True)])
def test_an_exhibit_is_enclosed_from_its_own_day(tmp_path: Path, day: int, there: bool) -> None:
    """The order of carrelage-injonction is of 03.09.2026."""
    case = load_case(shipped("casefiles") / "carrelage-injonction.yaml")
    assert any(exhibit.dated == date(2026, 9, 3) for exhibit in case.facts.exhibits)
    from lawkit.claim import compute_claim
    from lawkit.drafting.gather import gather
    from lawkit.drafting.matter import Matter
    from lawkit.facts import timeline

    law, as_of = load_jurisdiction("france"), date(2026, 9, day)
    known = timeline(case.facts)
    phrases, _ = Desk().phrases("france", "fr", "EUR")
    matter = Matter(known, law, compute_claim(known, law, as_of), phrases, as_of, "fr", "france")
    facts = gather(matter, case.facts.debtors[0], "creditor", (), ())
    assert any(exhibit.dated == date(2026, 9, 3) for exhibit in facts.exhibits) is there
