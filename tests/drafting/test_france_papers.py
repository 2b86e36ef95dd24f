"""Every French letter of the amicable phase, for each kind of debtor: what is asked, what is told, what is never said.

The matters are made here and are fictional; figures are asserted against the claim they were computed from.
"""

import io
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from docx import Document as Word
from docx.oxml.ns import qn

from lawkit.checks import Override
from lawkit.drafting.draft import Drafted, Order, Stopped, draft
from lawkit.drafting.precedent import list_precedents
from lawkit.drafting.typography import french_spaces
from lawkit.errors import FactMissing
from lawkit.facts import Case
from lawkit.facts.model import CaseFile
from lawkit.law import Jurisdiction, load_jurisdiction
from lawkit.money import figures, in_words, money
from lawkit.reading import Document
from lawkit.resources import shipped

DAY = date(2026, 11, 24)
RELANCES = ("relance-1", "relance-2")
FORMAL = ("mise-en-demeure", "mise-en-demeure-avocat")
PAPERS = (*RELANCES, *FORMAL)
LOOKED = {"on": "2026-11-24", "result": "nothing_found"}
NBSP, NARROW = "\u00a0", "\u202f"


def address(city: str = "Grenoble", postcode: str = "38100", **facts: Any) -> dict[str, Any]:
    return {"kind": "registered_office", "lines": ["8 allée du Drac"], "city": city, "postcode": postcode, **facts}


def debtor(name: str = "Éclair Façades & Fils", kind: str = "company", **facts: Any) -> dict[str, Any]:
    return {
        "name": name, "kind": kind, "addresses": [address()], "insolvency_check": LOOKED,
        "contacts": [{"name": "Comptabilité", "email": "compta@eclair.example"}], **facts,
    }  # fmt: skip


def company(name: str = "Éclair Façades & Fils", form: str = "SAS", **facts: Any) -> dict[str, Any]:
    return debtor(
        name, legal_form=form, registered_at="Grenoble", identifiers={"siren": "999000227"}, **facts
    )  # fmt: skip


def guarantor(name: str, gender: str, title: str, **guarantee: Any) -> dict[str, Any]:
    return debtor(
        name, "person", role="guarantor", gender=gender, title=title, in_trade="yes", guarantee={"dated": "2025-06-02", **guarantee}
    )  # fmt: skip


def partner(**facts: Any) -> dict[str, Any]:
    return {**debtor("Jean Roche", "person", role="partner", gender="male", title="Monsieur", in_trade="yes"), **facts}


def invoice(number: str = "FA-2026-0117", **facts: Any) -> dict[str, Any]:
    return {
        "number": number, "dated": "2026-02-27", "supply": "services", "delivered": "2026-02-25", "due": "2026-03-29",
        "taxable": "18400.00", "tax": {"vat": "3680.00"}, "total": "22080.00", **facts,
    }  # fmt: skip


def small(n: int) -> dict[str, Any]:
    return invoice(f"FA-{n:03d}", taxable="1000.00", tax={"vat": "200.00"}, total="1200.00")


def told(document: str, on: str, **facts: Any) -> dict[str, Any]:
    return {"kind": "notice", "document": document, "on": on, **facts}


BASE: dict[str, Any] = {
    "matter": "LEC-2026-031", "jurisdiction": "france", "language": "fr", "instructed_on": "2026-10-05",
    "client_consents_to_contact": "yes", "client_would_accept_instalments": "yes",
    "advocate": {"name": "Maître Hélène Garnier", "gender": "female", "bar": "Lyon", "address": ["12 place Bellecour", "69002 Lyon"]},
    "creditor": {
        "name": "Atelier Lecomte Métallerie", "kind": "company", "legal_form": "SARL", "capital": "40000.00", "registered_at": "Lyon",
        "representative": {"name": "Claire Lecomte", "capacity": "Gérante"}, "addresses": [address("Lyon", "69007")],
        "identifiers": {"siren": "999000110"},
        "account": {"holder": "Atelier Lecomte Métallerie", "bank": "Crédit du Rhône", "iban": "FR7630006000011234567890189"},
    },
    "debtors": [company()],
    "contract": {
        "kind": "services", "title": "devis accepté", "reference": "D-88", "dated": "2026-01-20",
        "subject": "la fabrication et la pose de garde-corps", "payment_term": {"days": "30"},
    },
    "invoices": [invoice()],
    "demand": {"days": "8"},
}  # fmt: skip
CONSUMER = debtor("Lucie Bernard", "person", gender="female", title="Madame")
RATE = {"rate": "5", "clause": "l’article 7 des conditions générales de vente"}
RECEIPTS = [
    {
        "kind": "credit_note",
        "id": "a",
        "on": "2026-05-11",
        "amount": "150.00",
        "invoice": "FA-2026-0117",
        "number": "AV-7",
    },
    {"kind": "payment", "id": "p", "on": "2026-09-01", "amount": "5000.00", "reference": "virement du 1er septembre"},
]
DISPUTED = {
    "kind": "dispute", "on": "2026-07-20", "form": "email", "ground": "trois platines manqueraient", "amount": "300.00",
    "invoices": ["FA-2026-0117"], "answer": "le bon signé sans réserve les mentionne", "answered_on": "2026-07-22",
}  # fmt: skip


def public(kind: str, name: str, **facts: Any) -> dict[str, Any]:
    return {"debtors": [debtor(name, "public_body", public_kind=kind, **facts)], "history": RECEIPTS}


MATTERS: dict[str, dict[str, Any]] = {
    "one invoice": {},
    "several invoices": {"invoices": [invoice(), invoice("FA-2026-0264", due="2026-05-04")]},
    "fifteen invoices": {"invoices": [small(n) for n in range(1, 16)]},
    "receipts": {"history": RECEIPTS},
    "disputed": {"history": [DISPUTED]},
    "told at length": {
        "history": [
            told("reminder", "2026-05-04"), told("second_notice", "2026-06-08"),
            {"kind": "acknowledgment", "on": "2026-06-10", "form": "email", "by": "Monsieur Éclair", "amount": "9000.00"},
            {"kind": "promise", "on": "2026-06-10", "by": "2026-07-01", "form": "oral", "amount": "3000.00"},
        ]
    },
    "agreed rate": {"contract": {**BASE["contract"], "interest": {**RATE, "rate": "12"}}},
    "below the floor": {"contract": {**BASE["contract"], "interest": RATE}},
    "floor applied": {"contract": {**BASE["contract"], "interest": RATE}, "elections": {"late_payment_penalty.floor": "apply"}},
    "no contract": {"contract": None},
    "month end after": {"contract": {**BASE["contract"], "payment_term": {"days": "45", "end_of_month": "after_days"}}},
    "month end before": {"contract": {**BASE["contract"], "payment_term": {"days": "45", "end_of_month": "before_days"}}},
    "exhibits": {"exhibits": [{"id": "p-1", "title": "Devis signé", "dated": "2026-01-20"}, {"id": "p-2", "title": "Bons"}]},
    "consumer": {"debtors": [CONSUMER]},
    "consumer given notice": {
        "debtors": [CONSUMER],
        "history": [told("mise_en_demeure", "2026-06-15", presented="2026-06-17"), RECEIPTS[1]],
    },
    "authority": public("authority", "Commune de Saint-Aubin", representative={"name": "Madame Sophie Martin", "capacity": "maire"}),
    "hospital": public("hospital", "Centre hospitalier du Drac"),
    "undertaking": public("undertaking", "Régie des eaux du Drac"),
    "sole trader": {
        "debtors": [
            debtor("Durand Peinture", "proprietorship", proprietor="Paul Durand", title="Monsieur", gender="male",
                   trade_name="Durand Peinture", identifiers={"siren": "999000227"})
        ]
    },
    "association": {"debtors": [debtor("Les Amis du Drac", "association")]},
    "SCI": {"debtors": [company("Les Glaisins", "SCI")]},
    "SNC given notice": {
        "debtors": [company("Roche Frères", "SNC"), partner()],
        "history": [told("mise_en_demeure", "2026-06-15", mode="commissaire_de_justice", presented="2026-06-15")],
    },
    "guarantors": {
        "debtors": [
            company(),
            guarantor("Marc Delattre", "male", "Monsieur", limit="10000.00", joint="yes", until="2028-01-11"),
            guarantor("Anne Delattre", "female", "Madame", limit="60000.00", told_each_year=["2026-03-15"], told_of_default="2026-03-31"),
            company("Holding Delattre", role="guarantor", guarantee={"dated": "2025-06-02"}),
        ]
    },
    "abroad": {"debtors": [company(addresses=[address("Bruxelles", "1000", country="Belgique")])]},
    "overseas": {"debtors": [company(addresses=[address("Saint-Denis", "97400")])]},
    "creditor is a sole trader": {
        "creditor": {
            "name": "Lecomte Métallerie", "kind": "proprietorship", "proprietor": "Jean Lecomte", "title": "Monsieur", "gender": "male",
            "addresses": [address("Lyon", "69007")], "identifiers": {"siren": "999000110"},
            "account": {"holder": "Lecomte Métallerie", "bank": "Crédit du Rhône", "iban": "FR7630006000011234567890189"},
        },
        "advocate": {**BASE["advocate"], "name": "Maître Luc Petit", "gender": "male", "firm": "SELARL Petit"},
    },
    "no e-mail, no instalments": {"debtors": [company(contacts=[])], "client_would_accept_instalments": "no"},
}  # fmt: skip
CONSUMERS = ("consumer", "consumer given notice")
PUBLIC = ("authority", "hospital", "undertaking")


def pruned(value: Any) -> Any:
    """Leave out what is None, at every depth."""
    if isinstance(value, Mapping):
        return {k: pruned(v) for k, v in value.items() if v is not None}
    return [pruned(v) for v in value] if isinstance(value, list) else value


@lru_cache(maxsize=1)
def law() -> Jurisdiction:
    return load_jurisdiction("france")


def drafted(document: str, **facts: Any) -> tuple[Drafted, ...]:
    case = CaseFile.model_validate(pruned({**BASE, **facts}))
    return tuple(draft(Order(document, DAY), Case(case, Document("t.yaml", {}, {}), Path("t.yaml"), "0" * 64), law()))


@lru_cache(maxsize=512)
def papers(document: str, matter: str) -> tuple[Drafted, ...]:
    return drafted(document, **MATTERS[matter])


def to(document: str, matter: str, name: str) -> Drafted:
    return next(p for p in papers(document, matter) if p.addressee == name)


def _text(p: Any) -> str:
    return "".join("\t" if node.tag == qn("w:tab") else node.text or "" for node in p.iter(qn("w:t"), qn("w:tab")))


def lines(paper: Drafted) -> list[str]:
    """Return the texts of the paragraphs, tables included, as printed."""
    return [_text(p) for p in Word(io.BytesIO(paper.content)).element.body.iter(qn("w:p"))]


def plain(text: str) -> str:
    return text.replace(NBSP, " ").replace(NARROW, " ")


def whole(paper: Drafted) -> str:
    return plain("\n".join(lines(paper)))


def letter(paper: Drafted) -> str:
    return whole(paper).split("\nANNEXE 1")[0]


def demanded(paper: Drafted) -> str:
    return next(line for line in whole(paper).split("\n") if "mets en demeure" in line or "mettons en demeure" in line)


def rows(paper: Drafted, table: int) -> list[list[str]]:
    return [[plain(cell.text) for cell in row.cells] for row in Word(io.BytesIO(paper.content)).tables[table].rows]


def tables_of(paper: Drafted) -> list[list[list[str]]]:
    return [rows(paper, n) for n in range(len(Word(io.BytesIO(paper.content)).tables))]


def amount(text: str) -> Decimal:
    return Decimal(text.replace(" ", "").replace(",", "."))


EVERY = [(document, matter) for document in PAPERS for matter in MATTERS]


@pytest.mark.parametrize(("document", "matter"), EVERY, ids=str)
def test_every_letter_of_every_matter_is_clean_and_set_as_french_is(document: str, matter: str) -> None:
    found = papers(document, matter)
    assert found
    for paper in found:
        for line in lines(paper):
            assert line.strip(), "an empty paragraph or cell" if line else "an empty paragraph"
            for residue in ("  ", "..", ". .", " ,", " .", "{{", "{%", "None", "()", "« »", ",,", "–)", '"', "'"):
                assert residue not in line, (residue, line)
            assert not re.search(r" [:;!?»€%]|« | n° |n° |\b[LRDA]\. \d", line), line
            assert not re.search(rf"{NBSP}[;!?]|[^{NBSP}\d]:(?! )[^/]", line.replace("PAR COURRIEL", "")), line
            assert not re.search(r"\d \d{3}(?!\d)(?=[ ,])", line), line
    assert all(
        "huissier" not in whole(p)
        and "prescription" not in whole(p).replace("interrompt à ce titre la prescription", "")
        for p in found
    )


def test_there_is_no_document_without_a_variant_here() -> None:
    names = {name for name, language in list_precedents([shipped("precedents")], "france", "fr")}
    assert {*PAPERS, "relance-avant-echeance", "decompte"} <= names


# -- the sum and its lines -----------------------------------------------------------------------


@pytest.mark.parametrize(("document", "matter"), [(d, m) for d, m in EVERY if d != "relance-1"], ids=str)
def test_the_lines_of_the_sum_add_up_in_the_letter_and_in_the_statement(document: str, matter: str) -> None:
    for paper in papers(document, matter):
        sums = [table for table in tables_of(paper) if table[0] == ["Désignation", "Montant en euros"]]
        if document == "relance-2":
            said = next(line for line in letter(paper).split("\n") if line.startswith("Notre compte"))
            parts = [amount(each) for each in re.findall(r"(\d[\d ]*,\d\d) €", re.sub(r"\([^)]*\)", "", said))]
            assert parts[0] == sum(parts[1:] or parts) == paper.claim.total
        assert len(sums) == (1 if document == "relance-2" else 2), "in the letter, and in the statement"
        for table in sums:
            kept = [row for row in table[1:] if "caution" not in row[0]]
            assert sum(amount(row[1]) for row in kept[:-1]) == amount(kept[-1][1]) == paper.claim.total
        assert plain(figures(paper.claim.principal, "EUR")) == sums[0][1][1]


@pytest.mark.parametrize("document", FORMAL)
@pytest.mark.parametrize("matter", [m for m in MATTERS if m != "guarantors"])
def test_the_sum_is_demanded_in_figures_and_words_within_a_period_that_can_be_proved(
    document: str, matter: str
) -> None:
    for paper in papers(document, matter):
        said = demanded(paper)
        assert plain(f"{money(paper.claim.total, 'EUR')} ({in_words(paper.claim.total, 'EUR', 'fr')})") in said
        assert "dans un délai de huit jours à compter de la première présentation de cette lettre" in said
        assert "arrêtées au 24 novembre 2026" in letter(paper)
        assert "IBAN FR76 3000 6000 0112 3456 7890 189" in letter(paper)


def test_the_working_of_the_interest_adds_up() -> None:
    for document, matter in EVERY:
        if document == "relance-1":
            continue
        for paper in papers(document, matter):
            for table in tables_of(paper):
                if table[0][0] == "Facture" and "Origine du taux" in table[0]:
                    of_lines = [row for row in table[1:] if row[1] and row[1] != row[0]]
                    accrued = next(row for row in table if row[0] == "Total couru")
                    assert sum(amount(row[-1]) for row in of_lines) == amount(accrued[-1])


def test_the_daily_amount_is_told_where_there_is_one() -> None:
    paper = to("mise-en-demeure", "one invoice", "Éclair Façades & Fils")
    assert plain(
        f"À cette somme s’ajoutent {money(paper.claim.daily, 'EUR')} par jour de retard à compter du 25 novembre 2026"
    ) in letter(paper)
    assert "par jour de retard" not in whole(papers("mise-en-demeure", "consumer")[0])


def test_many_invoices_go_to_the_statement_and_few_stand_in_the_letter() -> None:
    many, few = papers("mise-en-demeure", "fifteen invoices")[0], papers("mise-en-demeure", "several invoices")[0]
    assert "15 factures du 27 février 2026" in letter(many) and "FA-007" not in letter(many)
    assert "FA-007" in whole(many)
    assert "Objet : Mise en demeure de payer – factures n° FA-2026-0117 et FA-2026-0264" in letter(few)
    assert "les factures suivantes :" in letter(few) and "la facture suivante :" in letter(
        papers("mise-en-demeure", "one invoice")[0]
    )


def test_payments_and_credit_notes_are_deducted_in_sight() -> None:
    text = letter(papers("mise-en-demeure", "receipts")[0])
    assert (
        "Le paiement suivant a été reçu et imputé conformément aux articles 1342-10 et 1343-1 du code civil :" in text
    )
    assert re.search(
        r"5 000,00 € le 1er septembre 2026 \(virement du 1er septembre\), dont [\d ,]+ € sur les pénalités échues et",
        text,
    )
    assert "150,00 € le 11 mai 2026 (avoir n° AV-7), sur la facture n° FA-2026-0117." in text


def test_a_second_reminder_tells_receipts_in_a_sentence_and_never_parts_its_signature() -> None:
    paper = papers("relance-2", "receipts")[0]
    text = letter(paper)
    assert "Réglé ou crédité" in text and "avoir n° AV-7" in whole(paper)
    assert "Paiements et avoirs, imputés conformément aux articles 1342-10 et 1343-1 du code civil" in whole(paper)
    assert "P.J. : Annexe 1 – Décompte des sommes dues ; copie de" in text
    kept = [
        _text(p)
        for p in Word(io.BytesIO(paper.content)).element.body.iter(qn("w:p"))
        if p.find(f".//{qn('w:keepNext')}") is not None
    ]
    assert any(line.startswith("Toute contestation") for line in kept)
    assert any("salutations distinguées" in line for line in kept)


def small_and_paid(**facts: Any) -> dict[str, Any]:
    """An invoice whose price and penalties were paid to the cent: only the fixed sum is left."""
    paid = {"kind": "payment", "id": "p", "on": "2026-04-10", "amount": "120.48", "reference": "virement"}
    return {"invoices": [invoice(taxable="100.00", tax={"vat": "20.00"}, total="120.00")], "history": [paid], **facts}


def test_a_second_reminder_and_a_formal_notice_ask_for_the_fixed_sum_that_is_left() -> None:
    text = letter(drafted("relance-2", **small_and_paid())[0])
    assert "les accessoires de la facture suivante, dont le prix est soldé, nous restent dus :" in text
    assert "s’établit à 40,00 € d’indemnité forfaitaire." in text and "principal TTC" not in text
    assert "régler la somme totale de 40,00 €" in text
    for document in FORMAL:
        paper = drafted(document, **small_and_paid())[0]
        said = letter(paper)
        assert "Le prix est soldé, mais les accessoires restent dus, sans qu’aucune contestation écrite" in said
        assert "Le solde n’a pas été réglé" not in said
        assert [row[0] for row in rows(paper, 1)] == [
            "Désignation", "Principal TTC restant dû", "Indemnité forfaitaire pour frais de recouvrement (1 × 40,00 €)", "Total",
        ]  # fmt: skip
    with pytest.raises(FactMissing):
        drafted("relance-1", **small_and_paid())  # a first reminder speaks of unpaid invoices only


def test_a_price_paid_after_a_reminder_is_not_said_to_be_owed() -> None:
    history = [*small_and_paid()["history"], told("reminder", "2026-05-04")]
    text = letter(drafted("mise-en-demeure", **small_and_paid(history=history))[0])
    assert "À ce jour, le prix est soldé, mais les accessoires restent dus, sans" in text


def test_a_second_reminder_of_many_invoices_leaves_them_to_the_statement() -> None:
    paper = papers("relance-2", "fifteen invoices")[0]
    text = letter(paper)
    assert "Sauf erreur de notre part, 15 factures du 27 février 2026, dont le détail figure au décompte joint" in text
    assert "demeurent impayées." in text and "FA-007" not in text and "FA-007" in whole(paper)
    paid = drafted("relance-2", invoices=[small(n) for n in range(1, 16)], history=[RECEIPTS[1]])[0]
    assert "demeurent impayées, en tout ou partie." in letter(paid)


@pytest.mark.parametrize("document", FORMAL)
@pytest.mark.parametrize("contract", [BASE["contract"], None])
def test_what_was_received_on_many_invoices_is_told_with_or_without_a_contract(document: str, contract: Any) -> None:
    paper = drafted(document, invoices=[small(n) for n in range(1, 16)], history=[RECEIPTS[1]], contract=contract)[0]
    received = plain(money(Decimal("18000.00") - paper.claim.principal, "EUR"))
    assert f"sur lequel {received} ont été réglés ou crédités, et le solde dû de" in letter(paper)


@pytest.mark.parametrize("document", RELANCES)
def test_a_single_invoice_needs_no_total(document: str) -> None:
    assert [row[0] for row in rows(papers(document, "one invoice")[0], 0)] == ["Facture", "FA-2026-0117"]
    assert rows(papers(document, "several invoices")[0], 0)[-1][0] == "Total en euros"


def kept_rows(paper: Drafted, table: int) -> list[bool]:
    """Return whether each row of a table stays with the next: the first paragraph of a row decides."""
    found = Word(io.BytesIO(paper.content)).tables[table]._tbl.iter(qn("w:tr"))
    return [next(row.iter(qn("w:p"))).find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for row in found]


def test_a_short_table_stays_whole_its_totals_and_the_note_below_too() -> None:
    paper = papers("relance-2", "receipts")[0]
    working = len(tables_of(paper)) - 1
    assert [row[0] for row in rows(paper, working)][-3:] == [
        "Total couru",
        "À déduire : sommes imputées",
        "Total restant dû",
    ]
    assert all(kept_rows(paper, working)[1:])


@pytest.mark.parametrize(("invoices", "whole_table"), [(12, True), (13, False), (14, False)])
def test_a_long_table_is_divided_but_never_below_its_first_row_nor_above_its_total(
    invoices: int, whole_table: bool
) -> None:
    listed = {"invoices": [small(n) for n in range(1, invoices + 1)]}
    for paper, table in ((drafted("relance-1", **listed)[0], 0), (drafted("decompte", **listed)[0], 1)):
        names, kept = [row[0] for row in rows(paper, table)], kept_rows(paper, table)
        assert names[1] == "FA-001" and names[-2] == f"FA-{invoices:03d}" and names[-1].startswith("Total")
        assert kept[1] and kept[-2], "the first row with the second, the last with the total"
        assert kept[2:-2] == [whole_table] * (invoices - 2)


def test_receipts_stand_with_their_sums_at_the_right() -> None:
    paper = drafted("decompte", history=RECEIPTS)[0]
    (head,) = [table[0] for table in tables_of(paper) if "Nature" in table[0]]
    assert head == [
        "Date",
        "Nature",
        "Référence",
        "Facture",
        "Montant",
        "Sur pénalités",
        "Sur principal",
        "Sur indemnité",
    ]


# -- what is told --------------------------------------------------------------------------------


@pytest.mark.parametrize("document", PAPERS)
def test_a_dispute_is_told_fairly_and_answered(document: str) -> None:
    text = letter(papers(document, "disputed")[0])
    assert (
        "Par courriel du 20 juillet 2026, la contestation suivante a été élevée au sujet de la facture n° FA-2026-0117, "
        "à hauteur de 300,00 € : trois platines manqueraient. Il y a été répondu le 22 juillet 2026 en substance : le bon signé "
        "sans réserve les mentionne." in text
    )
    assert "aucune contestation" not in text and "oubli" not in text


@pytest.mark.parametrize("document", PAPERS)
def test_an_unanswered_dispute_stops_the_letter(document: str) -> None:
    with pytest.raises(Stopped, match="dispute_on_file"):
        drafted(document, history=[{**DISPUTED, "answer": None, "answered_on": None}])


def test_what_happened_is_told_in_order() -> None:
    text = letter(papers("mise-en-demeure-avocat", "told at length")[0])
    assert "par une relance du 4 mai 2026, puis par une seconde relance du 8 juin 2026." in text
    assert (
        "La dette a été reconnue par courriel du 10 juin 2026, émanant de Monsieur Éclair, à hauteur de 9 000,00 €."
        in text
    )
    assert "Oralement, le 10 juin 2026, le règlement de 3 000,00 € a été annoncé pour le 1er juillet 2026." in text
    assert "Malgré nos demandes, la dernière du 8 juin 2026, les sommes suivantes nous restent dues :" in letter(
        papers("relance-2", "told at length")[0]
    )


def test_a_form_of_communication_that_nobody_entered_is_not_stated(monkeypatch: pytest.MonkeyPatch) -> None:
    promised = {"kind": "promise", "on": "2026-06-10", "by": "2026-07-01", "amount": "3000.00"}
    disputed = {key: value for key, value in DISPUTED.items() if key != "form"}
    monkeypatch.setitem(MATTERS, "no form", {"history": [promised, disputed]})
    text = letter(papers("mise-en-demeure", "no form")[0])
    assert "Le 10 juin 2026, le règlement de 3 000,00 € a été annoncé pour le 1er juillet 2026." in text
    assert "Le 20 juillet 2026, la contestation suivante a été élevée au sujet de la facture" in text


@pytest.mark.parametrize(
    ("matter", "words"),
    [
        ("one invoice", "payable dans un délai de trente jours à compter de la date de facture"),
        ("month end after", "payable à quarante-cinq jours fin de mois à compter de la date de facture"),
        ("month end before", "payable à quarante-cinq jours comptés de la fin du mois qui comprend la date de facture"),
    ],
)
def test_the_agreed_term_is_told_in_its_own_words(matter: str, words: str) -> None:
    assert words in letter(papers("mise-en-demeure", matter)[0])


def test_the_copies_joined_are_listed() -> None:
    joined = letter(papers("mise-en-demeure", "exhibits")[0]).split("P.J. : ")[1]
    assert joined == "Annexe 1 – Décompte des sommes dues ; Devis signé (20 janvier 2026) ; Bons"


@pytest.mark.parametrize(
    ("history", "called", "told_so"),
    [
        ([], "Relance", "Sauf erreur de notre part, les sommes"),
        ([told("reminder", "2026-05-04")], "Seconde relance", "Malgré notre relance du 4 mai 2026, les sommes"),
        ([told("first_notice", "2026-05-04")], "Seconde relance", "Malgré notre relance du 4 mai 2026, les sommes"),
        ([told("second_notice", "2026-05-04")], "Nouvelle relance", "Malgré notre seconde relance du 4 mai 2026, les sommes"),
        ([told("intimation", "2026-05-04")], "Relance", "Malgré notre lettre d’avis du 4 mai 2026, les sommes"),
        ([told("reminder", "2026-05-04"), told("reminder", "2026-06-01")], "Nouvelle relance", "la dernière du 1er juin 2026, les sommes"),
        ([told("mise_en_demeure", "2026-05-04")], "Nouvelle relance", "Malgré notre mise en demeure du 4 mai 2026, les sommes"),
    ],
)  # fmt: skip
def test_a_reminder_is_called_the_second_only_where_it_is(
    history: list[dict[str, Any]], called: str, told_so: str
) -> None:
    text = letter(drafted("relance-2", history=history)[0])
    assert f"Objet : {called} – facture n° FA-2026-0117" in text and told_so in text
    again = "nous vous adresserons une nouvelle mise en demeure"
    assert (again in text) is any(each["document"] == "mise_en_demeure" for each in history)


def test_a_first_reminder_assumes_an_oversight_only_where_nothing_was_asked_before() -> None:
    first = letter(drafted("relance-1")[0])
    assert "Objet : Relance – facture" in first and "Il s’agit sans doute d’un oubli. Nous vous remercions" in first
    again = letter(drafted("relance-1", history=[told("reminder", "2026-05-04")])[0])
    assert "Objet : Nouvelle relance – facture" in again and "oubli" not in again


SENT = {
    "kind": "dispatched",
    "id": "r1",
    "on": "2026-05-04",
    "document": "relance-1",
    "addressee": "Éclair Façades & Fils",
    "mode": "lrar",
}


@pytest.mark.parametrize(
    ("history", "recited"),
    [
        ([SENT], "par une relance du 4 mai 2026."),
        ([{**SENT, "document": "mise-en-demeure", "article": "1A 000 555 0110 8"}], "par une mise en demeure du 4 mai 2026 (1A 000 555 0110 8)."),
        ([SENT, told("reminder", "2026-05-04")], "par une relance du 4 mai 2026."),
        ([SENT, {"kind": "service_outcome", "on": "2026-05-06", "of": "r1", "outcome": "defaut_adressage"}], None),
        ([{**SENT, "document": "decompte"}], None),
        ([{**SENT, "on": "2026-11-24"}], None),
    ],
)  # fmt: skip
def test_a_letter_that_was_sent_is_recited_in_the_next(history: list[dict[str, Any]], recited: str | None) -> None:
    text = letter(drafted("mise-en-demeure", history=history)[0])
    if recited is None:
        assert "Le règlement a été demandé" not in text and "Le solde n’a pas été réglé à son échéance" in text
    else:
        assert f"Le règlement a été demandé {recited}" in text


def test_an_invoice_whose_price_is_no_longer_owed_is_not_called_unpaid() -> None:
    matter = {
        "invoices": [invoice(), invoice("FA-2026-0264")],
        "history": [{"kind": "credit_note", "on": "2026-09-01", "amount": "22080.00", "invoice": "FA-2026-0117", "number": "AV-8"}],
    }  # fmt: skip
    first = drafted("relance-1", **matter)[0]
    assert "FA-2026-0117" not in whole(first) and "n° FA-2026-0264" in whole(first)
    for document in ("relance-2", *FORMAL):
        assert "impayée" not in letter(drafted(document, **matter)[0])


# -- between professionals -----------------------------------------------------------------------


def test_penalties_run_by_law_and_their_rate_is_described_by_its_formula() -> None:
    text = letter(papers("mise-en-demeure-avocat", "one invoice")[0])
    assert "sans qu’un rappel soit nécessaire" in text and "(article L. 441-10, II, du code de commerce)" in text
    assert (
        "en vigueur au premier jour de chaque semestre, majoré de dix points de pourcentage, jusqu’à parfait paiement"
        in text
    )
    assert "(articles L. 441-10, II, et D. 441-5 du code de commerce)" in text
    assert "Indemnité forfaitaire pour frais de recouvrement (1 × 40,00 €)" in text


def test_an_agreed_rate_is_told_and_flagged_where_it_is_below_the_floor() -> None:
    assert "au taux annuel de 12,00 % convenu" in letter(papers("mise-en-demeure", "agreed rate")[0])
    below = papers("mise-en-demeure", "below the floor")[0]
    assert "contract_rate_floor" in {f.check for f in below.findings}
    assert "au taux annuel de 5,00 % convenu à l’article 7" in letter(below) and "minimum légal" not in letter(below)
    for document in ("relance-2", "mise-en-demeure"):
        assert "porté au minimum légal de trois fois le taux de l’intérêt légal" in letter(
            papers(document, "floor applied")[0]
        )


def test_the_avocat_states_capacity_both_limbs_of_the_rule_and_no_more_than_may_be_threatened() -> None:
    for matter in MATTERS:
        for paper in papers("mise-en-demeure-avocat", matter):
            text = letter(paper)
            assert "J’interviens en qualité de conseil" in text
            assert "vous avez la faculté de consulter un avocat" in text and "me faire connaître son nom" in text
            assert "officielle" not in text.lower() and "confidentiel" not in text.lower()


@pytest.mark.parametrize(
    ("facts", "check"),
    [
        ({"client_consents_to_contact": None}, "client_consents"),
        ({"debtors": [company(represented_by={"name": "Maître Noir"})]}, "debtor_not_represented"),
        ({"demand": {"days": "8", "notice_cost": "120.00"}}, "consumer_guard"),
        ({"invoices": [invoice(assigned={"to": "Affacturage SA", "on": "2026-03-01"})]}, "claim_not_assigned"),
    ],
)
def test_the_last_letter_waits_for_what_it_needs(facts: dict[str, Any], check: str) -> None:
    with pytest.raises(Stopped, match=check):
        drafted("mise-en-demeure-avocat", **facts)


# -- consumers -----------------------------------------------------------------------------------


@pytest.mark.parametrize("document", PAPERS)
@pytest.mark.parametrize("matter", CONSUMERS)
def test_nothing_reserved_to_professionals_is_said_to_a_consumer(document: str, matter: str) -> None:
    text = whole(papers(document, matter)[0])
    assert not re.search(
        r"(?<![\d,])40(?:,00)? €|indemnité forfaitaire|pénalité|441-10|441-5|Banque centrale|BCE", text, re.I
    )
    assert not re.search(r"indemnisation de (?:ses|nos) frais|urgen|dernière chance|sous \d+ heures", text, re.I)
    assert "Madame,\n" in text and "représentant légal\n3" not in text


def test_a_consumer_owes_interest_from_the_formal_notice_only_and_no_cost() -> None:
    first, later = (letter(papers("mise-en-demeure", matter)[0]) for matter in CONSUMERS)
    assert "Les intérêts au taux légal courront sur le principal à compter de la présente mise en demeure" in first
    assert papers("mise-en-demeure", "consumer")[0].claim.interest == 0
    assert "courent depuis la mise en demeure présentée le 17 juin 2026 (article 1344-1 du code civil)" in later
    assert papers("mise-en-demeure", "consumer given notice")[0].claim.interest > 0
    for text in (first, later):
        assert "Les frais de recouvrement entrepris sans titre exécutoire restent à la charge du créancier" in text


# -- public buyers -------------------------------------------------------------------------------


@pytest.mark.parametrize("document", PAPERS)
@pytest.mark.parametrize("matter", PUBLIC)
def test_a_public_buyer_is_written_to_under_its_own_rules(document: str, matter: str) -> None:
    paper = papers(document, matter)[0]
    text = whole(paper)
    assert not re.search(r"441-10|441-5|pénalité|injonction|saisie|exécution forcée|dix points", text)
    if document == "relance-1":
        return
    assert "en vigueur au premier jour du semestre" in text
    assert "majoré de huit points" in text and "R. 2192-31 du code de la commande publique" in text
    rates = {row[5] for table in tables_of(paper) if "Taux annuel" in table[0] for row in table[1:] if row[1] != row[0]}
    assert rates == {"10,15 %"}, "the rate of the half-year in which the interest began, to the end"
    if document in FORMAL:
        later = "Si le principal est payé dans ce délai, les intérêts moratoires et l’indemnité forfaitaire peuvent l’être jusqu’au"
        assert (
            f"{later} terme de celui que fixe l’article R. 2192-36 du code de la commande publique, à compter de ce"
            in text
        )
        assert "de mandater et de" in demanded(paper)


def test_only_a_debt_counted_by_calendar_years_is_interrupted_by_the_letter() -> None:
    sentence = (
        "au sens de l’article 2 de la loi n° 68-1250 du 31 décembre 1968, et interrompt à ce titre la prescription."
    )
    assert sentence in letter(papers("mise-en-demeure", "authority")[0])
    assert sentence in letter(papers("mise-en-demeure", "hospital")[0])
    for matter in set(MATTERS) - {"authority", "hospital"}:
        assert all("interrompt" not in whole(p) for p in papers("mise-en-demeure", matter))


@pytest.mark.parametrize(
    ("name", "greeted"),
    [
        ("Madame Sophie Martin", "Madame"),
        ("Monsieur Luc Roy", "Monsieur"),
        ("M. Luc Roy", "Monsieur"),
        ("Sophie Martin", "Madame, Monsieur"),
    ],
)
def test_the_person_in_charge_is_greeted_as_the_file_names_her(name: str, greeted: str) -> None:
    facts = public("authority", "Commune de Saint-Aubin", representative={"name": name, "capacity": "maire"})
    text = letter(drafted("mise-en-demeure", **facts)[0])
    assert f"MISE EN DEMEURE\n{greeted},\n" in text and f"d’agréer, {greeted}, l’expression" in text


def test_the_person_in_charge_of_a_public_body_is_named_where_known() -> None:
    assert "À l’attention de Madame Sophie Martin, maire" in letter(papers("mise-en-demeure", "authority")[0])
    assert "À l’attention de son représentant légal" in letter(papers("mise-en-demeure", "hospital")[0])
    assert "public_body" in {f.check for f in papers("mise-en-demeure", "authority")[0].findings}


# -- who is written to ---------------------------------------------------------------------------


def test_a_sole_trader_is_addressed_in_person() -> None:
    text = letter(papers("mise-en-demeure", "sole trader")[0])
    assert "Monsieur Paul Durand\nEntrepreneur individuel (EI) – Durand Peinture – SIREN 999 000 227" in text
    assert "Monsieur,\n" in text and "représentant légal\n8" not in text


def test_a_creditor_who_is_a_sole_trader_signs_in_person_and_is_a_client_by_name() -> None:
    matter = "creditor is a sole trader"
    own, advocate = letter(papers("mise-en-demeure", matter)[0]), letter(papers("mise-en-demeure-avocat", matter)[0])
    assert "Entrepreneur individuel (EI) – SIREN 999 000 110" in own and own.split("distinguées.")[1].startswith(
        "\nPour Monsieur Jean Lecomte\nJean Lecomte"
    )
    assert (
        "conseil de Monsieur Jean Lecomte" in advocate and "qui m’a chargé de" in advocate and "mon client" in advocate
    )


def test_each_other_person_is_named_as_a_sentence_names_it_and_a_deed_goes_to_its_giver() -> None:
    exhibits = [{"id": "p-1", "title": "Devis signé"}, {"id": "p-2", "title": "Acte de cautionnement"}]
    made = drafted(
        "mise-en-demeure",
        exhibits=exhibits,
        debtors=[
            company(),
            guarantor("Anne Delattre", "female", "Madame", limit="9000.00", exhibits=["p-2"]),
            company("Holding Delattre", role="guarantor", guarantee={"dated": "2025-06-02"}),
        ],
    )
    principal, anne, holding = (letter(paper) for paper in made)
    assert (
        "par lettres distinctes, à Madame Anne Delattre (caution) et à la société Holding Delattre (caution). Elle n’est due"
        in principal
    )
    assert "Nous nous adressons à vous en qualité de caution de la société Éclair Façades & Fils, SAS" in anne
    assert (
        "la société Éclair Façades & Fils nous a confié" in anne and "Objet : Mise en demeure de la caution –" in anne
    )
    assert "La caution n’est tenue ni au-delà de la limite de son engagement, ni au-delà de ce que doit" in anne
    assert "La caution n’est pas tenue au-delà de ce que doit" in holding and "Acte de cautionnement" in anne
    assert "Acte de cautionnement" not in principal + holding and "Devis signé" in principal


def test_a_woman_who_is_a_partner_is_called_so() -> None:
    facts = {
        **MATTERS["SNC given notice"],
        "debtors": [company("Roche Frères", "SNC"), partner(name="Rose Roche", gender="female", title="Madame")],
    }
    own = {paper.addressee: letter(paper) for paper in drafted("mise-en-demeure", **facts)}
    assert "en qualité d’associée de la société Roche Frères" in own["Rose Roche"]
    assert "à Madame Rose Roche (associée de Roche Frères)" in own["Roche Frères"]
    assert "dont vous répondez en qualité d’associée" in letter(drafted("mise-en-demeure-avocat", **facts)[1])


def test_a_bar_and_the_town_of_its_advocate() -> None:
    advocate = {**BASE["advocate"], "bar": "les Hauts-de-Seine", "address": ["4 rue de la Paix", "92000 Nanterre"]}
    text = letter(drafted("mise-en-demeure-avocat", advocate=advocate)[0])
    assert "Nanterre, le 24 novembre 2026" in text and text.count("Avocat au barreau des Hauts-de-Seine") == 2


def test_a_guarantor_is_asked_for_nothing_beyond_the_limit_nor_for_interest_when_uninformed() -> None:
    claim = papers("mise-en-demeure", "guarantors")[0].claim
    asked = {"Marc Delattre": Decimal("10000.00"), "Anne Delattre": claim.total, "Holding Delattre": claim.total}
    for document in FORMAL:
        assert len(papers(document, "guarantors")) == 4, "one letter for each"
        for name, sum_ in asked.items():
            paper = to(document, "guarantors", name)
            assert plain(money(sum_, "EUR")) in demanded(paper) and "en qualité de caution" in demanded(paper)
            assert "(articles 2292 à 2296 du code civil)" in letter(paper)
            assert "Elle n’est due qu’une fois" in letter(paper)
    marc, anne = (letter(to("mise-en-demeure", "guarantors", name)) for name in ("Marc Delattre", "Anne Delattre"))
    assert "caution solidaire" in marc and "dans la limite de 10 000,00 € et jusqu’au 11 janvier 2028" in marc
    assert "Les pénalités ne vous sont pas réclamées (articles 2302 et 2303 du code civil)." in marc
    assert "par jour de retard" not in marc
    assert "vous ont été données, celle du premier incident de paiement le 31 mars 2026." in anne
    assert (
        "par jour de retard à compter du 25 novembre 2026 et jusqu’à parfait paiement, dans la limite de votre engagement"
        in anne
    )


@pytest.mark.parametrize(
    ("limit", "sum_"), [("22119.99", "22119.99"), ("22120.00", "22120.00"), ("22120.01", "22120.00")]
)
def test_the_limit_of_a_guarantee_and_a_cent_on_either_side(limit: str, sum_: str) -> None:
    made = drafted("mise-en-demeure", debtors=[company(), guarantor("Eve Delattre", "female", "Madame", limit=limit)])
    assert plain(money(Decimal(sum_), "EUR")) in demanded(made[1]), "principal and the fixed sum, no interest"


@pytest.mark.parametrize(("told_on", "borne"), [("2026-03-31", True), ("2026-04-01", False), (None, False)])
def test_a_guarantor_told_of_the_default_in_its_month_bears_the_interest(told_on: str | None, borne: bool) -> None:
    made = drafted(
        "mise-en-demeure",
        debtors=[
            company(),
            guarantor(
                "Eve Delattre",
                "female",
                "Madame",
                limit="60000.00",
                told_each_year=["2026-03-30"],
                told_of_default=told_on,
            ),
        ],
    )
    owed = made[1].claim.total if borne else made[1].claim.total - made[1].claim.interest
    assert plain(money(owed, "EUR")) in demanded(made[1])
    assert ("guarantor_informed" in {f.check for f in made[1].findings}) is not borne


@pytest.mark.parametrize(
    ("form", "history", "why"),
    [
        ("SNC", [], "by act of a commissaire"),
        ("SNC", [told("mise_en_demeure", "2026-06-15", mode="lrar")], "by act of a commissaire"),
        ("SCI", [], "pursued in vain"),
        ("SCI", [{"kind": "title_obtained", "on": "2026-09-01", "title": "judgment"}], "in proportion to the shares"),
        ("SARL", [], "do not answer for its debts"),
    ],
)
def test_a_partner_is_not_written_to_before_the_company_was_pursued(
    form: str, history: list[dict[str, Any]], why: str
) -> None:
    with pytest.raises(Stopped, match=why):
        drafted("mise-en-demeure", debtors=[company("Roche", form), partner()], history=history)


def test_a_partner_of_an_snc_answers_after_the_company() -> None:
    text = letter(to("mise-en-demeure", "SNC given notice", "Jean Roche"))
    assert "Cette somme vous est réclamée en qualité d’associé de la société Roche Frères" in text
    assert "(article L. 221-1 du code de commerce)" in text


TWO = [company(), company("Seconde Société")]
BOUND = {**BASE["contract"], "solidarity": "l’article 12 du devis"}


@pytest.mark.parametrize("document", ["relance-2", *FORMAL])
def test_several_debtors_are_asked_for_the_whole_only_on_a_stated_ground(document: str) -> None:
    with pytest.raises(Stopped, match="joint_debtors.*contract: solidarity"):
        drafted(document, debtors=TWO)
    made = drafted(document, debtors=TWO, contract=BOUND)
    for paper, other in zip(made, ("Seconde Société", "Éclair Façades & Fils"), strict=True):
        text = letter(paper)
        assert (
            f"Vous répondez de cette créance solidairement avec la société {other}, en vertu de l’article 12 du devis."
            in text
        )
        assert (
            f"Le paiement de la même créance est demandé, par lettre distincte, à la société {other}. Elle n’est due"
            in text
        )
        assert "Elle n’est due qu’une fois : tout paiement reçu de l’un en est déduit." in text


def test_a_ground_that_nobody_stated_is_not_told_and_a_single_debtor_hears_of_no_other() -> None:
    case = CaseFile.model_validate(pruned({**BASE, "debtors": TWO}))
    order = Order(
        "mise-en-demeure", DAY, overrides=(Override("joint_debtors", "usage entre commerçants", "H. Garnier"),)
    )
    made = draft(order, Case(case, Document("t.yaml", {}, {}), Path("t.yaml"), "0" * 64), law())
    assert len(made) == 2 and all("solidair" not in whole(paper) for paper in made)
    alone = drafted("relance-2", contract=BOUND)[0]
    guaranteed = papers("relance-2", "guarantors")[0]  # a reminder goes to no guarantor
    assert all("même créance" not in whole(p) and "solidair" not in whole(p) for p in (alone, guaranteed))


@pytest.mark.parametrize(("form", "remedy"), [("SCI", "until then"), ("SARL", "leave the partner out of the debtors")])
def test_a_partner_who_stops_the_letter_may_be_left_out(form: str, remedy: str) -> None:
    with pytest.raises(Stopped, match=remedy):
        drafted("mise-en-demeure", debtors=[company("Roche", form), partner()])
    assert drafted("mise-en-demeure", debtors=[company("Roche", form)])


def test_addresses_abroad_and_overseas() -> None:
    assert "1000 Bruxelles\nBelgique" in letter(papers("mise-en-demeure", "abroad")[0])
    assert "97400 Saint-Denis" in letter(papers("mise-en-demeure", "overseas")[0])


# -- reminders -----------------------------------------------------------------------------------


def test_the_first_reminder_speaks_no_law_and_asks_one_question() -> None:
    for matter in MATTERS:
        text = whole(papers("relance-1", matter)[0])
        assert ("Y a-t-il une autre difficulté ?" if matter == "disputed" else "Y a-t-il une difficulté ?") in text
        assert not re.search(
            r"article|mise en demeure|pénalité|indemnité|juridiction|procédure", text.replace("Objet", ""), re.I
        ), matter


def test_the_reminder_before_the_due_date_lists_what_is_to_come() -> None:
    (paper,) = drafted(
        "relance-avant-echeance",
        invoices=[invoice("FA-9", dated="2026-11-10", delivered="2026-11-09", due="2026-12-10")],
    )
    text = whole(paper)
    assert (
        "Objet : Prochaine échéance – facture n° FA-9" in text
        and "la prochaine échéance de la facture suivante :" in text
    )
    assert plain(figures(Decimal("22080.00"), "EUR")) in text and "10/12/2026" in text


def test_citations_are_kept_on_one_line() -> None:
    assert french_spaces("art. L. 441-10") == f"art.{NBSP}L.{NBSP}441-10"
    assert french_spaces("loi n° 68-1250, article 2") == f"loi n°{NBSP}68-1250, article 2"
