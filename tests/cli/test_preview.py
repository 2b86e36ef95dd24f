"""`draft --preview` of a case file still to be filled in: what is only printed is shown as a gap, the rest is refused."""

import re
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lawkit.cli import cli
from lawkit.drafting.preview import missing
from lawkit.errors import ProblemsFound
from lawkit.facts import load_case

SHAKTI = Path("casefiles/shakti-goods.yaml")
AVOCAT = Path("casefiles/moulin-avocat.yaml")
GAP = re.compile(r'<w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">(\[[^<]*\])')


def without(tmp_path: Path, base: Path, *changes: tuple[str, str]) -> Path:
    text = base.read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = tmp_path / "case.yaml"
    path.write_text(text)
    return path


def draft(document: str, case: Path, *words: str) -> Result:
    out = ["-o", str(case.parent / "out"), "--as-of", "2026-11-24"]
    return CliRunner().invoke(cli, ["draft", document, str(case), *out, *words])


def gaps(case: Path) -> set[str]:
    found: set[str] = set()
    for file in (case.parent / "out").glob("*.docx"):
        found |= set(GAP.findall(zipfile.ZipFile(file).read("word/document.xml").decode()))
    return found


@pytest.mark.parametrize(
    ("base", "document", "change", "gap"),
    [
        (SHAKTI, "final-notice", ("  subject: machined pump shafts and impellers\n", ""), "[contract.subject?]"),
        (SHAKTI, "final-notice", ("subject: machined pump shafts and impellers", "subject: …"), "[contract.subject?]"),
        (SHAKTI, "final-notice", ("  title: Purchase Order\n", ""), "[contract.title?]"),
        (SHAKTI, "second-notice", ("city: Pune, state", "state"), "[creditor.addresses.1.city?]"),
        (SHAKTI, "final-notice", ("  name: Meera R. Kulkarni\n", ""), "[advocate.name?]"),
        (AVOCAT, "mise-en-demeure-avocat", ("  subject:", "  # subject:"), "[contract.subject?]"),
    ],
)
def test_a_fact_that_is_only_printed_is_a_highlighted_gap_in_a_preview_and_refused_in_the_paper(
    base: Path, document: str, change: tuple[str, str], gap: str, tmp_path: Path
) -> None:
    case = without(tmp_path, base, change)
    paper = draft(document, case)
    assert paper.exit_code == 1 and isinstance(paper.exception, Exception)
    assert "is missing" in str(paper.exception) or "still to be filled in" in str(paper.exception)
    assert draft(document, case, "--preview").exit_code == 0
    assert gap in gaps(case)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("  dated: 2026-01-05\n", "", "contract.dated: is missing"),
        ('taxable: "500000.00", ', "", "invoices.0.taxable: is missing"),
        ("instructed_on: 2026-09-01\n", "", "instructed_on: is missing"),
        ("  kind: sale_of_goods\n", "", "contract.kind: is missing"),
    ],
)
def test_nothing_stands_for_a_figure_a_day_or_what_the_law_depends_on(
    old: str, new: str, says: str, tmp_path: Path
) -> None:
    result = draft("final-notice", without(tmp_path, SHAKTI, (old, new)), "--preview")
    assert result.exit_code == 1 and says in str(result.exception)


def test_all_addresses_may_be_missing_and_each_of_several_is_counted_from_one(tmp_path: Path) -> None:
    case = without(tmp_path, SHAKTI, ("  - name: Orion Pumps & Valves Limited\n    kind", "  - kind"))
    found = load_case(case, stand_in=missing).facts
    assert found.debtors[0].name == missing("debtors.1.name")
    start, end = (
        '    addresses:\n      - {kind: registered_office, lines: ["Unit 9',
        "    contacts: [{name: The Company Secretary",
    )
    text = SHAKTI.read_text()
    case.write_text(text[: text.index(start)] + text[text.index(end) :])
    assert load_case(case, stand_in=missing).facts.debtors[0].addresses[0].city == missing("debtors.1.addresses.city")
    with pytest.raises(ProblemsFound, match="addresses: is missing"):
        load_case(case)
