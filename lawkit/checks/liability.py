"""Checks of French law on who may be written to for the debt: guarantors, partners, public bodies (france 7.3 and 9.4)."""

from collections.abc import Iterator

from lawkit.checks.model import Finding, Review
from lawkit.facts.entries import Notice, TitleObtained
from lawkit.facts.guarantees import not_told
from lawkit.facts.people import Debtor
from lawkit.messages import say

CIVIL = ("SCI", "SCP", "SCM", "SCCV", "SOCIÉTÉ CIVILE")


def guarantor_informed(review: Review) -> Iterator[Finding]:
    """Interest is asked of a guarantor who is a natural person only where he was informed (C. civ. 2302 and 2303)."""
    case = review.timeline.case
    defaults = [line.payable_on for line in review.claim.invoices if line.overdue]
    for debtor in case.debtors:
        if debtor.role != "guarantor":
            continue
        lacking = tuple(not_told(case, debtor, min(defaults, default=None), review.as_of))
        if lacking:
            yield Finding(
                "guarantor_informed", "warn",
                say("{debtor} is a natural person and was not told all the law asks: {lacking}; interest and penalties are "
                    "left out of what is demanded of this guarantor",
                    debtor=debtor.name, lacking="; ".join(lacking)),
                "C. civ. 2302, 2303",
            )  # fmt: skip
        if debtor.guarantee is not None and debtor.guarantee.limit is None and debtor.kind == "person":
            yield Finding(
                "guarantor_informed", "warn",
                say("the guarantee of {debtor} states no limit; a natural person writes the sum in words and figures, or the "
                    "guarantee is void: read the deed",
                    debtor=debtor.name),
                "C. civ. 2297",
            )  # fmt: skip


def partners_after_company(review: Review) -> Iterator[Finding]:
    """A partner is written to only where the form of the company makes partners liable, and after the company."""
    case = review.timeline.case
    companies = [debtor for debtor in case.debtors if debtor.role == "principal_debtor"]
    for debtor in case.debtors:
        if debtor.role == "partner" and companies:
            yield from _partner(review, debtor, companies[0])


def _partner(review: Review, partner: Debtor, company: Debtor) -> Iterator[Finding]:
    form = (company.legal_form or "").upper()
    entries = review.timeline.until(review.as_of)
    if form == "SNC" or "NOM COLLECTIF" in form:
        by_act = any(notice.mode == "commissaire_de_justice" for _, notice in entries.of_kind(Notice))
        if not by_act:
            text = say("{partner} is a partner of an SNC: {company} must first be given formal notice by act of a commissaire "
                       "de justice, in vain (enter that notice with mode: commissaire_de_justice, or leave the partner out of the debtors until then)",
                       partner=partner.name, company=company.name)  # fmt: skip
            yield Finding("partners_after_company", "stop", text, "C. com. L. 221-1")
    elif form.startswith(CIVIL):
        titled = any(True for _ in entries.of_kind(TitleObtained))
        text = (
            say("{partner} owes only in proportion to the shares held, without joint liability; this letter demands the whole "
                "debt and is not for a partner of a société civile", partner=partner.name)
            if titled
            else say("{partner} is a partner of a société civile: {company} must first be pursued in vain, with a title (leave the "
                     "partner out of the debtors until then)", partner=partner.name, company=company.name)
        )  # fmt: skip
        yield Finding("partners_after_company", "stop", text, "C. civ. 1857, 1858")
    else:
        yield Finding(
            "partners_after_company", "stop",
            say("{partner} is addressed as a partner of {company}, {form}: the partners of such a company do not answer for "
                "its debts (leave the partner out of the debtors)",
                partner=partner.name, company=company.name, form=company.legal_form or say("whose legal form is missing")),
            "7.3",
        )  # fmt: skip


def joint_debtors(review: Review) -> Iterator[Finding]:
    """Several debtors owe the whole only by a clause, a text, or commercial usage between traders (france-drafting 2)."""
    names = [debtor.name for debtor in review.timeline.case.debtors if debtor.role == "principal_debtor"]
    contract = review.timeline.case.contract
    if len(names) > 1 and not (contract and contract.solidarity):
        yield Finding(
            "joint_debtors", "stop",
            say("the whole is demanded of each of {names}: name the clause, the text or the usage between traders that binds them "
                "jointly and severally (contract: solidarity), or demand the share of each in a case file of its own",
                names=", ".join(names)),
            "7.3",
        )  # fmt: skip


def public_body(review: Review) -> Iterator[Finding]:
    """What differs where the debtor is a public body: the claim of the contract, the judge, no seizure (france 9.4)."""
    for debtor in review.timeline.case.debtors:
        if debtor.kind != "public_body":
            continue
        yield Finding(
            "public_body", "warn",
            say("{debtor} is a public body: ask which general conditions (CCAG) the contract names and in which version; its "
                "reasoned claim has a short time of its own, and this letter takes its place only if it meets its terms",
                debtor=debtor.name),
            "9.4",
        )  # fmt: skip
        if debtor.public_kind is None:
            yield Finding(
                "public_body", "warn",
                say("{debtor}: say what it is (public_kind: authority, hospital or undertaking): its payment term and the time "
                    "to sue depend on it",
                    debtor=debtor.name),
                "2",
            )  # fmt: skip
