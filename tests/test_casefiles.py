"""Every shipped case file as its user meets it: it loads, its claim is the sum reckoned by hand, its dates are listed, its paper drafts.

The totals were reckoned apart from lawkit, with fractions, by the days of the calendar; the sums stand beside each row. In them
`n j` or `n d` is a number of days, the first excluded and the last included; all is half-up to the hundredth.
"""

import io
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn

from lawkit.checks import Override
from lawkit.claim import compute_claim
from lawkit.claim.compute import PaidTooMuch
from lawkit.claim.judgment import compute_judgment_debt
from lawkit.cli.options import read_matter
from lawkit.deadlines import compute_deadlines
from lawkit.drafting.draft import Drafted, Order, Stopped, draft
from lawkit.errors import ProblemsFound
from lawkit.facts import Case, load_case, timeline
from lawkit.law import Jurisdiction, load_jurisdiction
from lawkit.resources import shipped

FOLDER = shipped("casefiles")
DAY = date(2026, 11, 25)


@dataclass(frozen=True)
class Row:
    """What a case file is for: a paper, what is owed on its day, whom it reaches, what shows the situation and what may not."""

    document: str
    total: str
    to: tuple[str, ...]
    says: tuple[str, ...]
    silent: tuple[str, ...] = ()
    warns: tuple[str, ...] = ()
    as_of: date = DAY


ROWS: dict[str, Row] = {
    # -- India ---------------------------------------------------------------------------------------------------------
    # 590000 less 500 of tax on 31.03; 18 %: 590000 × 32 d + 589500 × 45 d = 22392.74, paid first from 200000, so 411892.74 left;
    # × 194 d = 39406.29; 383500 × 235 d = 44443.97; 283200 × 189 d = 26395.79
    "shakti-goods": Row(
        "final-notice", "1188838.79", ("Orion Pumps & Valves Limited",),
        ("18% per annum", "Rs. 22,392.74 towards interest"), ("Micro, Small and Medium",),
    ),
    # 531000 from 17.03.2025, rests on each 17th: three × bank rate 6.25, then 5.75 from 06.06.2025, 5.50 from 05.12.2025;
    # 54658.45 of interest paid out of 150000 on 08.10.2025, 435658.45 left, 89059.80 since; 330400 from 18.06.2025: 88948.64
    "nirmal-msme": Row(
        "final-notice", "944066.89", ("Aquila Automotive Systems Private Limited",),
        ("compound interest with monthly rests", "3 × bank rate of 5.75%"),
    ),
    # 377600 from 26.06.2025: five rests at 17.25 %, eleven at 16.5 %, 30 d: 100055.05; 483800 from 06.12.2025: eleven rests at 16.5 %, 19 d: 83247.77
    "surya-late-udyam": Row(
        "final-notice", "1044702.82", ("Bharani Elevators Private Limited",),
        ("SF/25-26/044 was made before that registration", "subject to the decision on that reference"),
        warns=("msmed_eligibility: invoice SF/25-26/044", "dispute_on_file"),
    ),
    # 7 % on 708000: 1811 d to 15.07.2024 = 245899.07, 863 d more = 117178.85, less 50000; and 1627 d = 220915.40, 863 d, less 50000
    "vidya-services-covid": Row(
        "final-notice", "2017172.17", ("Malnad Software Parks Limited",),
        ("the Interest Act, 1978", "kaveri valley bank", "20th june 2022"), warns=("ack-1 (definitive), pay-1 (definitive): keep",),
    ),
    # 15 %: 210000 × 153 d = 13204.11, paid first from 60000, 163204.11 left × 47 d = 3152.30; 315000 × 164 d = 21230.14;
    # 168000 × 145 d = 10010.96; 252000 × 110 d = 11391.78
    "lotus-cheques": Row(
        "second-notice", "943989.29", ("Rangoli Prints Private Limited", "Ketan Rangwala"),
        ("No. 300412 dated 5th October 2026", "No credit has been given for them", "promised to pay Rs. 1,50,000"),
        ("imprisonment", "prosecut"), warns=("cheque_notice_first: cheque 300412, 300413",),
    ),
    # 14 %: 1062000 × 101 d = 41141.59, paid first from 250000, 853141.59 left × 163 d = 53338.88; 531000 × 233 d = 47455.40
    "himadri-guarantors": Row(
        "final-notice", "1484935.87",
        ("Dhruv Infra Projects Private Limited", "Naveen Khanna", "Ritu Khanna", "Khanna Estates LLP", "Suresh Khanna"),
        ("14% per annum",), warns=("addressee_liable: Naveen Khanna is a director",),
    ),
    # 12 %: 295000 × 166 d = 16099.73, paid first from 95000, 216099.73 left × 189 d = 13427.78; 141600 × 287 d = 13360.83
    "joshi-partners": Row(
        "final-notice", "384488.34", ("Rajputana Interiors", "Vikram Rathore", "Bhanwar Lal Soni"),
        ("Kamla Joshi, sole proprietor of “Joshi Stone Works”",),
    ),
    # 6.5 %: 1003000 × 159 d = 28400.01, less 17000 deducted, less 400000 (interest first), 614400.01 left × 240 d = 26259.29;
    # 472000 × 336 d = 28242.41
    "nila-government": Row(
        "final-notice", "1140901.71", ("State of Kerala",), ("State of Kerala", "60 (sixty) days"),
    ),
    # 16 % to 09.10.2026, when the resolution process began: 920400 × 216 d = 87148.01; 306800 × 167 d = 22459.44
    "coromandel-moratorium": Row(
        "statement-of-account", "1336807.45", ("Nilgiri Pumps and Motors Private Limited",), ("12,27,200.00",),
    ),
    # before the suit; 15 %: 784000 × 251 d = 80870.14; 560000 × 188 d = 43265.75
    "konkan-decree": Row(
        "final-notice", "1468135.89", ("Sahyadri Cartons Private Limited",), ("before the Commercial Court at Pune",),
        as_of=date(2023, 6, 20),
    ),
    # 12 %: 707400 × 36 d, 683800 × 59 d (credit note of 11.05) = 21636.36, paid first from 300000, 405436.36 left × 140 d = 18661.18;
    # 252000 × 213 d = 17646.90; 174000.50 × 181 d = 10354.22
    "deccan-gst": Row(
        "second-notice", "878099.16", ("Pranava Foods and Beverages Private Limited",),
        ("IGST 12,000.00", "DPE/CN/2627/003", "29AAYCP7702X1ZT"), ("CGST 1",),
    ),
    # -- France --------------------------------------------------------------------------------------------------------
    # 15000 × 5 % × 179 j = 367,81 ; 40
    "moulin-plancher": Row(
        "mise-en-demeure", "15407.81", ("Imprimerie de l’Escaut",), ("5,00 %",), warns=("contract_rate_floor",),
    ),
    # 15000 × 12 % × 179 j = 882,74 ; 40
    "moulin-avocat": Row(
        "mise-en-demeure-avocat", "15922.74", ("Imprimerie de l’Escaut", "Marc Delattre"), ("barreau de Privas",),
        warns=("guarantor_informed",),
    ),
    # 22080 : 77 j à 13,15 % + 231 j à 12,15 % = 2310,35 imputés d'abord sur 8000, reste 16390,35 : 134 j à 12,15 % + 148 j à 12,40 % = 1555,20 ;
    # 11700 × 26 j à 12,15 %, puis 11100 × 294 j à 12,15 % + 148 j à 12,40 % = 1745,67 ; 2 × 40
    "atelier-semestres": Row(
        "mise-en-demeure", "30871.22", ("Éclair Façades & Fils",), ("13,15 %", "avoir n° AV-2025-0019"),
    ),
    # 6160 × 2,75 % × 70 j = 32,49
    "bassin-consommateur": Row(
        "mise-en-demeure-avocat", "6192.49", ("Nathalie Roussel",),
        ("intérêts au taux légal", "présentée le 16 septembre 2026", "L. 111-8"),
        ("forfaitaire", "40,00", "L. 441-10", "Pénalités"), warns=("consumer_guard",),
    ),
    # 17040 × 10,15 % × 56 j = 265,36 imputés d'abord sur 10000, reste 7305,36 × 131 j = 266,13 ; 16680 × 10,40 % × 97 j = 461,01 ; 2 × 40
    "linge-hopital": Row(
        "mise-en-demeure", "24792.50", ("Centre hospitalier de Saint-Vallier-en-Forez",),
        ("majoré de huit points", "loi n° 68-1250", "10,15 %", "10,40 %"), ("majoré de dix points",), warns=("public_body",),
    ),
    # jusqu'au 07.07.2026, veille du jugement : 13800 × (70 j à 12,15 % + 7 j à 12,40 %) = 354,38 ; 9600 × (35 j + 7 j) = 134,68 ; 2 × 40
    "scierie-liquidation": Row(
        "decompte", "23969.06", ("Charpentes Mistral",), ("07/07/2026", "23 969,06"), ("par jour de retard",),
    ),
    # 21400 × 12,15 % × 83 j = 591,26 imputés d'abord sur 6400, reste 15591,26 : 57 j à 12,15 % + 148 j à 12,40 % = 1079,75 ; 40
    "reunion-outre-mer": Row(
        "mise-en-demeure", "16711.01", ("Froid Austral Réunion",), ("97490 Sainte-Clotilde", "majoré de dix points"),
    ),
    # 11 % : 9450 × 157 j = 447,13 ; 4120 × 122 j = 151,48 ; 2 × 40
    "escaut-etranger": Row(
        "mise-en-demeure", "14248.61", ("Brasserie du Canal",), ("Belgique", "11,00 %", "douze pièces ébréchées"),
        warns=("dispute_on_file",),
    ),
    # avant la requête ; 6480 × 12,15 % × 96 j (17 + 79) = 36,67 + 170,41 ; 40
    "carrelage-injonction": Row(
        "mise-en-demeure", "6727.08", ("Rénov’Habitat Saônois",), ("dans un délai de huit jours",), as_of=date(2026, 3, 20),
    ),
    # 10 % : 6000 × 80 j = 131,51, payés avec la facture entière ; 14400 × 29 j = 114,41 et 13200 (avoir du 30.06) × 78 j = 282,08 imputés
    # d'abord sur 5000, reste 8596,49 × 71 j = 167,22 ; 2 × 40 (deux factures réglées en retard, la première à temps)
    "fonderie-fin-de-mois": Row(
        "mise-en-demeure", "8843.71", ("Robinetterie Savoyarde",),
        ("quarante-cinq jours fin de mois", "avoir n° AV-2606-002", "131,51 € sur les pénalités"),
    ),
    # 2532 × (25 j à 12,15 % + 148 j à 12,40 %) = 148,38 ; 2004,50 × 145 j à 12,40 % = 98,74 ; 2 × 40
    "traiteur-ei": Row(
        "mise-en-demeure-avocat", "4863.62", ("Julie Ferrer", "Albert Ferrer"), ("entrepreneur individuel (EI)",),
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def laws() -> dict[str, Jurisdiction]:
    return {name: load_jurisdiction(name) for name in ("india", "france")}


def case_of(name: str) -> Case:
    return load_case(Path(str(FOLDER)) / f"{name}.yaml")


def papers(
    name: str, laws: dict[str, Jurisdiction], document: str | None = None, as_of: date | None = None
) -> list[Drafted]:
    case, row = case_of(name), ROWS[name]
    let_pass = (Override("cheque_notice_first", "goes out with the notices on the cheques", "test"),)
    order = Order(document or row.document, as_of or row.as_of, let_pass if name == "lotus-cheques" else ())
    return draft(order, case, laws[case.facts.jurisdiction])


def text_of(paper: Drafted) -> str:
    """Return the text of a paper, spaces made plain."""
    body = Document(io.BytesIO(paper.content)).element.body
    lines = ["".join(t.text or "" for t in p.iter(qn("w:t"))) for p in body.iter(qn("w:p"))]
    return "\n".join(lines).replace("\u00a0", " ").replace("\u202f", " ")


def flat(text: str) -> str:
    """Return text for comparison: small letters, and one apostrophe for all."""
    return text.casefold().replace("’", "'")


def test_every_shipped_case_file_has_its_row() -> None:
    assert {path.stem for path in Path(str(FOLDER)).glob("*.yaml")} == set(ROWS)


def test_each_says_its_situation_first_and_that_all_is_fictional() -> None:
    for path in sorted(Path(str(FOLDER)).glob("*.yaml")):
        comment = " ".join(line for line in path.read_text().splitlines()[:4] if line.startswith("#"))
        assert "fictional" in comment or "fictifs" in comment, path.name


@pytest.mark.parametrize("name", ROWS)
def test_it_loads_and_owes_what_was_reckoned_by_hand(name: str, laws: dict[str, Jurisdiction]) -> None:
    case, row = case_of(name), ROWS[name]
    claim = compute_claim(timeline(case.facts), laws[case.facts.jurisdiction], row.as_of)
    assert claim.total == Decimal(row.total)


@pytest.mark.parametrize("name", ROWS)
def test_its_dates_are_listed(name: str, laws: dict[str, Jurisdiction]) -> None:
    case = case_of(name)
    found = compute_deadlines(timeline(case.facts), laws[case.facts.jurisdiction], ROWS[name].as_of)
    assert found and all(each.rule and each.status for each in found)


@pytest.mark.parametrize("name", ROWS)
def test_its_paper_reaches_each_addressee_and_shows_the_situation(name: str, laws: dict[str, Jurisdiction]) -> None:
    row, drafted = ROWS[name], papers(name, laws)
    assert tuple(paper.addressee for paper in drafted) == row.to
    for paper in drafted:
        text = flat(text_of(paper))
        for sentence in row.says:
            assert flat(sentence) in text, f"{paper.file} does not say {sentence}"
        for word in row.silent:
            assert flat(word) not in text, f"{paper.file} says {word}"
        found = [f"{each.check}: {each.text}" for each in paper.findings]
        for warning in row.warns:
            assert any(warning in each for each in found), f"{warning} is not among {found}"


@pytest.mark.parametrize(
    ("name", "document"),
    [
        ("coromandel-moratorium", "final-notice"), ("coromandel-moratorium", "first-notice"),
        ("scierie-liquidation", "mise-en-demeure"), ("scierie-liquidation", "relance-1"),
    ],
)  # fmt: skip
def test_nothing_is_written_to_a_debtor_in_insolvency(name: str, document: str, laws: dict[str, Jurisdiction]) -> None:
    with pytest.raises(Stopped, match="insolvency_checked"):
        papers(name, laws, document)


def test_a_guarantor_is_asked_for_no_more_than_the_limit_and_a_director_for_nothing(
    laws: dict[str, Jurisdiction],
) -> None:
    text = {paper.addressee: text_of(paper) for paper in papers("himadri-guarantors", laws)}
    assert "Rs. 5,00,000" in text["Suresh Khanna"] and "Rupees Five Lakh" in text["Suresh Khanna"]
    assert "on its first written demand" in text["Khanna Estates LLP"]
    assert "Rupees Fourteen Lakh Eighty-Four Thousand" in text["Khanna Estates LLP"]
    for director in ("Naveen Khanna", "Ritu Khanna"):
        assert "No sum is demanded of you" in text[director]
    caution = {paper.addressee: text_of(paper) for paper in papers("traiteur-ei", laws)}["Albert Ferrer"]
    assert "3 000,00 € (trois mille euros)" in caution


def test_a_partner_is_written_to_as_a_partner_of_the_firm(laws: dict[str, Jurisdiction]) -> None:
    for paper in papers("joshi-partners", laws)[1:]:
        assert "partner of Rajputana Interiors" in text_of(paper)


# 9 % on 1344000 from the suit, 634 d, to the decree: 210105.86; from the decree: 108 d = 35790.90, 126 d = 41756.06, 154 d = 51035.18.
# 300000: 210105.86 + 35790.90, then 54103.24 of 216374.79; 250000: 41756.06 + 162271.55, then 45972.39 of 96500; 400000: 51035.18 + 50527.61,
# then 298437.21 of principal; 1045562.79 left × 65 d = 16757.65
@pytest.mark.parametrize(
    ("as_of", "total"),
    [
        (date(2025, 8, 29), "1866980.65"),  # 1344000 + 210105.86 + 216374.79 + 96500, nothing earned on the day itself
        (date(2025, 12, 15), "1602771.55"),  # 1344000 + 162271.55 + 96500
        (date(2026, 9, 21), "1045562.79"),
        (DAY, "1062320.44"),
    ],
)
def test_after_a_decree_its_heads_are_the_debt(as_of: date, total: str, laws: dict[str, Jurisdiction]) -> None:
    debt = compute_judgment_debt(timeline(case_of("konkan-decree").facts), laws["india"], as_of)
    assert debt is not None and debt.total == Decimal(total)


def by_rule(name: str, laws: dict[str, Jurisdiction], as_of: date = DAY) -> dict[tuple[str, str], date | None]:
    case = case_of(name)
    found = compute_deadlines(timeline(case.facts), laws[case.facts.jurisdiction], as_of)
    return {(each.rule, each.subject): each.last_day for each in found}


def test_each_cheque_has_its_own_thirty_days_from_the_first_information(laws: dict[str, Jurisdiction]) -> None:
    found = by_rule("lotus-cheques", laws)
    assert found["cheque_demand_notice", "300411"] == date(2026, 9, 20)  # told on 21.08, memo on 24.08
    assert found["cheque_demand_notice", "300412"] == date(2026, 11, 28)
    assert found["cheque_demand_notice", "300413"] == date(2026, 12, 12)
    # received on 17.09: 15 days to 02.10, cause of action on 03.10, one month
    assert found["cheque_complaint", "300411"] == date(2026, 11, 3)


def test_old_service_invoices_stand_on_the_signed_payment(laws: dict[str, Jurisdiction]) -> None:
    found = by_rule("vidya-services-covid", laws)
    # due 31.07.2019: 31.07.2022, with 716 days 16.07.2024; ledger signed on 20.06.2022, cheque of 15.07.2024
    for number in ("VFS/19-20/061", "VFS/19-20/142"):
        assert found["article_113", number] == date(2027, 7, 15)


def test_a_consumer_is_barred_two_years_after_the_later_day_and_a_hospital_on_a_new_year_eve(
    laws: dict[str, Jurisdiction],
) -> None:
    case = case_of("bassin-consommateur")
    found = compute_deadlines(timeline(case.facts), laws["france"], DAY)
    (barred,) = [each for each in found if each.rule == "prescription_consommateur"]
    # performed on 17.04.2026, due on 20.05.2026: the due day is later; the safe day counts from performance
    assert (barred.last_day, barred.safe_day) == (date(2028, 5, 20), date(2028, 4, 17))
    assert by_rule("linge-hopital", laws)["prescription_public_debtor", "BV-2026-0311"] == date(2030, 12, 31)


def test_goods_under_retention_of_title_were_claimed_in_time(laws: dict[str, Jurisdiction]) -> None:
    found = compute_deadlines(timeline(case_of("scierie-liquidation").facts), laws["france"], DAY)
    (claim,) = [each for each in found if each.rule == "ownership_claim"]
    assert claim.status == "met" and claim.met_on == date(2026, 9, 2)  # published on 16.07.2026: three months


def test_no_letter_demands_the_invoices_once_a_decree_stands(laws: dict[str, Jurisdiction]) -> None:
    with pytest.raises(Stopped, match="something_is_owed.*2025-08-29"):
        papers("konkan-decree", laws, as_of=DAY)
    with pytest.raises(Stopped, match="something_is_owed.*2026-11-17"):
        papers("carrelage-injonction", laws, as_of=DAY)


# -- as a hostile user -----------------------------------------------------------------------------------------------------


def spoilt(name: str, right: str, wrong: str, folder: Path) -> tuple[Path, int]:
    """Write a shipped case file with one thing changed; return its path and the line that was changed."""
    text = (Path(str(FOLDER)) / f"{name}.yaml").read_text()
    assert right in text
    path = folder / "case.yaml"
    path.write_text(text.replace(right, wrong, 1))
    return path, text[: text.index(right)].count("\n") + 1


@pytest.mark.parametrize(
    ("name", "right", "wrong", "words"),
    [
        ("lotus-cheques", "24AAXFL5521H1Z2", "24AAXFL5521H1Z3", "its check character should be 2"),
        ("lotus-cheques", "24AAXFL5521H1Z2", "44AAXFL5521H1Z2", "44 is no State code"),
        ("lotus-cheques", "pan: AAXFL5521H", "pan: AAXFL5522H", "does not hold AAXFL5522H, the PAN of the same party"),
        ("lotus-cheques", "EX555010010IN", "EX555010011IN", "its check digit should be 0"),
        ("lotus-cheques", "TPMX0000555", "TPMX1000555", "account.ifsc: IFSC 'TPMX1000555'"),
        ("traiteur-ei", '"999001670"', '"999001671"', "its check digit is wrong"),
        ("traiteur-ei", "FR47999001589", "FR96999001670", "does not hold 999001589, the SIREN of the same party"),
        ("traiteur-ei", "iban: FR7699999000010000008088460}\n\n", "iban: FR7699999000010000008088461}\n\n", "account.iban"),
        ("lotus-cheques", "addressee: Ketan Rangwala", "addressee: Ketan Rangwal", "did you mean “Ketan Rangwala”?"),
        ("lotus-cheques", "of: s138-300411", "of: s138-300412", "did you mean “s138-300411”?"),
        ("lotus-cheques", "covers: [LYC/25-26/410]", "covers: [LYC/25-26/411]", "did you mean “LYC/25-26/410”?"),
        ("lotus-cheques", "outcome: delivered", "outcome: delivred", "no outcome of service named “delivred”"),
        ("lotus-cheques", "mode: speed_post_with_registration, article: EX555010010IN", "mode: speedpost", "no mode of service"),
        ("lotus-cheques", "instructed_on: 2026-10-12", "instructed_on: 2026-02-30", "no such date"),
        ("lotus-cheques", "instructed_on: 2026-10-12", "instructed_on: 12/10/2026", "is not a date written YYYY-MM-DD"),
        ("lotus-cheques", "{kind: promise,", "{kind: promis,", "kind: no kind named “promis”; did you mean “promise”?"),
        ("lotus-cheques", "{kind: promise, on", "{on", "kind: is missing"),
        ("lotus-cheques", "memo_received: 2026-08-24", "memo_recieved: 2026-08-24", "did you mean “memo_received”?"),
        ("lotus-cheques", "towards: [{invoice:", "towards: [{invoce:", "did you mean “invoice”?"),
        ("lotus-cheques", "informed_on: 2026-08-21", "informed_on: 2026-08-02", "2026-08-02 is before 2026-08-20"),
        ("lotus-cheques", "presented: 2026-08-18", "presented: 2026-08-01", "2026-08-01 is before 2026-08-17"),
        ("lotus-cheques", "id: out-300411, on: 2026-09-17", "id: out-300411, on: 2026-09-07", "the day of s138-300411"),
        ("lotus-cheques", "total: \"210000.00\"", "total: \"210001.00\"", "is not the sum of taxable and tax"),
        ("lotus-cheques", "name: Lotus Yarn Company\n", 'name: "Lotus\\x07 Yarn"\n', "control character U+0007"),
        ("lotus-cheques", "bank: Sabarmati", "bank: X, bank: Sabarmati", "the key “bank” stands twice"),
        ("lotus-cheques", "forum: {court:", "forum: {calendar: surat, court:", "no calendar named “surat”"),
        ("surya-late-udyam", "rate_basis: at_rest", "rate_basis: at_rests", "did you mean “at_rest”?"),
        ("konkan-decree", "head: costs", "head: cost", "cost is not one of"),
        ("scierie-liquidation", "published: 2026-07-16", "published: 2026-07-01", "2026-07-01 is before 2026-07-08"),
        ("himadri-guarantors", "on_demand: yes", "ondemand: yes", "did you mean “on_demand”?"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_line(name: str, right: str, wrong: str, words: str, tmp_path: Path) -> None:
    path, line = spoilt(name, right, wrong, tmp_path)
    with pytest.raises(ProblemsFound) as found:
        read_matter(path)
    (problem, *_) = [each for each in found.value.problems if words in f"{each.subject}: {each.text}"]
    assert problem.place.endswith(f"case.yaml:{line}")


@pytest.mark.parametrize(
    ("name", "right", "wrong", "words"),
    [
        ("lotus-cheques", 'amount: "60000.00"', 'amount: "6000000.00"', "pay-1: 60,00,000.00 on 2026-10-09 is 50,13,359.59 more"),
        ("deccan-gst", 'amount: "23600.00"', 'amount: "923600.00"', "cn-1: 9,23,600.00 on 2026-05-11 is 2,16,200.00 more"),
    ],
)  # fmt: skip
def test_more_than_is_owed_is_refused(name: str, right: str, wrong: str, words: str, tmp_path: Path) -> None:
    case, law, _ = read_matter(spoilt(name, right, wrong, tmp_path)[0])
    with pytest.raises(PaidTooMuch) as found:
        compute_claim(timeline(case.facts), law, DAY)
    assert words in str(found.value)
