"""The closed names that packs, case files and methods share.

A pack may use a name only if it stands here; each name has one implementation, registered in the
package that holds it, and a test keeps the two in step. Each table maps the name to what it means.
"""

from typing import Final

KINDS: Final = {
    "period": "a time within which, or after which, something is done",
    "interest": "interest on a sum for a span of days",
    "series": "a published rate or figure by effective date",
    "amount": "a sum fixed by law, or a proportion of one",
    "slabs": "a scale: a fee, a tariff or a part that grows with the sum by slabs",
    "exclusion": "time left out of a period",
    "restart": "an event that begins a period anew",
    "choice": "which of several rules or days applies",
    "test": "a question of law answered yes, no, disputed or unknown",
    "appropriation": "to what a payment is applied, and in what order",
    "rounding": "when and how amounts are rounded",
    "wording": "what a paper must or must not say",
    "statement": "a rule of law that is cited or shown, and not computed",
}

ENTRY_KINDS: Final = (
    "contact", "promise", "plan_proposed", "plan_approved", "plan_accepted", "plan_broken", "settlement",
    "drafted", "dispatched", "service_outcome", "notice", "reply", "dispute", "acknowledgment",
    "payment", "tax_deducted", "credit_note", "cost_incurred", "refund",
    "hold_placed", "hold_lifted", "credit_hold", "escalation",
    "evaluation", "legal_review", "client_instruction",
    "mediation", "filed", "defect", "registered", "hearing_listed", "hearing_held", "adjourned", "order", "served",
    "opposition", "judgment", "appeal", "stay", "title_obtained",
    "asset_found", "measure_applied", "measure_result", "enforcement_act", "recovery", "insolvency_opened", "claim_declared",
    "closed", "note", "case_version", "correction", "erasure",
)  # fmt: skip

PER: Final = ("matter", "invoice", "cheque", "debtor", "service", "order", "judgment", "measure")

TRIGGERS: Final = {
    "invoice_dated": "the date of issue printed on the invoice",
    "supplied": "the day the goods were delivered or the service performed",
    "accepted": "the day of acceptance, or of deemed acceptance",
    "agreed_due": "the day the contract or the accepted invoice makes the invoice payable",
    "payable_on": "the day by which the invoice must be paid, after the pack's rule on payment terms",
    "interest_claimed_from": "the day from which a written notice claims interest",
    "notice_presented": "the day the formal notice was first presented to the debtor",
    "judgment_dated": "the day of the judgment asked about, or of the last one",
    "payment_requested": "the day a public buyer received the request for payment, or of performance if later",
    "contract_dated": "the date of the contract",
    "instructed_on": "the day the client gave instructions",
    "dispatched_on": "the day a paper is dispatched: the day it is drafted for",
    "cheque_dated": "the date written on the cheque",
    "cheque_presented": "the day the cheque was presented for payment",
    "return_memo_received": "the day the payee first had the bank's information that the cheque was returned unpaid",
    "order_dated": "the date of the order asked about, else of the first order for payment",
    "guarantee_dated": "the date of the guarantee",
    "guarantee_ends": "the last day of a guarantee given for a time",
}

CONDITIONS: Final = {
    "goods": "the invoice is for goods",
    "services": "the invoice is for services or works",
    "invoice_bears_tax": "the invoice bears tax of which the buyer may take credit",
    "payment_request_received": "the day on which a public buyer received the request for payment is known",
    "payment_deferred_a_year": "payment of the invoice was put off by a year or more",
    "payable_after_insolvency": "the invoice falls due after insolvency proceedings were opened",
    "term_agreed": "a date or a period for payment was agreed in writing",
    "contract_rate_agreed": "a rate of interest or penalty was agreed in writing",
    "interest_claimed_in_writing": "a written notice claimed interest before the day asked",
    "interest_rate_evidenced": "a current rate of interest is stated with its evidence",
    "creditor_is_business": "the creditor acts for its trade or profession",
    "creditor_is_individual": "the creditor is a person, in trade or not, or a sole proprietor",
    "contract_for_works": "the contract is for works",
    "creditor_is_natural_person": "the creditor is a natural person not acting for professional needs",
    "debtor_is_business": "the debtor acts for its trade or profession",
    "debtor_is_consumer": "the debtor is a person acting outside trade or profession",
    "debtor_is_public_body": "the debtor is a public body",
    "debtor_is_public_hospital": "the debtor is a public hospital",
    "debtor_is_public_undertaking": "the debtor is a public undertaking",
    "head_is_principal": "the head of the judgment is the principal",
    "head_is_interest": "the head of the judgment is interest up to it",
    "head_is_costs": "the head of the judgment is costs",
    "head_is_indemnity": "the head of the judgment is damages or an indemnity",
    "judgment_states_rate": "the judgment or award states the rate of further interest",
    "judgment_for_creditor": "the decision is for the creditor, wholly or in part",
    "judgment_against_creditor": "the decision is against the creditor, wholly or in part",
    "judgment_grants_penalties": "the judgment grants the late-payment penalties of the law rather than a rate in figures",
    "judgment_refuses_interest": "the judgment refuses further interest, or a decree is silent on it",
    "judgment_is_award": "the decision is an arbitral award",
    "judgment_is_court_decision": "the decision is a court's",
    "enterprise_registered": "the creditor holds an enterprise registration",
    "registered_by_supply": "the creditor's enterprise registration is not later than the supply",
    "micro_or_small_on_supply": "the creditor was a micro or small enterprise on the day of supply",
    "moved_up_within_three_years": "the creditor had become medium less than three years before the supply",
    "trades_only": "the creditor only trades, and neither makes goods nor renders services",
    "formal_notice_presented": "a formal notice to pay has been presented to the debtor",
    "cheque_returned": "a cheque given for the debt was returned unpaid",
    "debtor_is_guarantor": "the debtor asked about answers as guarantor",
    "guarantee_on_demand": "the guarantee is payable on demand",
    "debtor_overseas": "the debtor lives in an overseas territory of the country of the court, and not in the court’s own",
    "debtor_abroad": "the debtor lives in another country",
    "creditor_abroad": "the creditor lives in another country",
    "creditor_overseas": "the creditor lives in an overseas territory of the country of the court, and not in the court’s own",
    "court_in_mainland": "the court named in the case file sits in the mainland of its country",
    "before_civil_court": "the forum of the matter is a civil court",
    "before_commercial_court": "the forum of the matter is a commercial court",
    "before_administrative_court": "the forum of the matter is an administrative court",
    "summary_decision": "the decision was given on a summary application, not on the merits",
    "order_for_payment_made": "an order for payment was made",
    "order_opposed": "an order for payment was opposed",
    "order_served_to_person": "an order for payment was handed to the debtor in person when it was served",
    "order_for_payment_title": "the creditor holds a title that is an order for payment",
    "decision_title": "the creditor holds a title that is any other decision: a judgment, an award, a record signed by a judge",
    "debtor_is_company": "a principal debtor is a company",
    "insolvency_open": "insolvency proceedings are open against a principal debtor",
    "only_over_indebted": "the only insolvency proceedings open are those of an over-indebted consumer",
    "arbitration_agreed": "the contract holds an arbitration clause",
    "sums_received": "a payment, a deduction or a credit note is on file",
    "objection_on_file": "a dispute, a reply or a written objection to a supply is on file",
    "acknowledged": "an acknowledgment of the debt is on file",
    "dispute_unanswered": "a dispute of the debt is on file and not answered",
    "on_hold": "the matter is on hold",
    "plan_running": "a plan or a settlement is agreed and not yet broken",
    "settlement_kept": "what was settled has come in, all of it",
    "told_to_hold": "the client’s last instruction is to hold",
    "given_up": "the client’s last instruction is to write the debt off or to close the matter",
    "advised_against": "the evaluation or the legal review advised against legal action, and the client has not instructed to go on since",
    "claim_withdrawn": "a claim was withdrawn, and no other is pending",
    "claim_lost": "a claim was dismissed or decided against the creditor, and no decision for it stands",
    "stayed": "a stay or an injunction is in force",
    "mediation_pending": "a mediation has begun and has not ended",
    "ready_to_close": "nothing is owed, what was settled has come in, or the client gave the debt up",
    "suit_filed": "a claim is before a court, a tribunal or an arbitrator",
    "claim_to_be_heard": "a claim is before a court or an arbitrator that hears it: an order for payment only once it is opposed",
    "title_held": "the creditor holds an enforceable title, or a judgment that stands",
    "matter_closed": "the matter is closed",
    "nothing_owed": "nothing is owed: every invoice is paid, or the judgment",
    "overdue": "an invoice is past its day of payment",
    "not_yet_due": "no invoice is past its day of payment",
}

COUNTINGS: Final = {
    "exclude_first_day": "the trigger day is not counted, the last day is",
    "include_first_day": "the trigger day is day one",
    "exclude_both_days": "neither the trigger day nor the day of the act is counted",
}
IF_CLOSED: Final = ("stays", "next_open_day", "previous_open_day")
USES: Final = ("must_act_by", "may_act_from", "other_side_has")
UNITS: Final = ("day", "month", "year")

BASES_OF_INTEREST: Final = {
    "contract": "interest that the contract agrees",
    "small_enterprise": "interest that the law gives a micro or small supplier",
    "written_instrument": "interest at an evidenced rate on a debt payable under a written instrument",
    "written_notice": "interest at an evidenced rate from a written notice",
    "penalty": "penalties for late payment between professionals",
    "public_buyer": "interest owed by a public buyer",
    "legal": "interest at the legal rate from a formal notice",
}
METHODS: Final = {
    "simple": "interest by days on the outstanding sum, no interest on interest",
    "monthly_rests": "interest added to the sum at the end of each month counted from the first day",
    "annual_capitalisation": "simple interest, added to the sum once a whole year of it is due, and each year after",
}
BASES: Final = {
    "outstanding_total": "what is unpaid of the invoice total, tax included",
    "judgment_head": "what is unpaid of a head of the judgment or award",
}
DAY_COUNTS: Final = {
    "actual_365": "days divided by 365, leap years included",
    "actual_actual": "days of a leap year divided by 366, others by 365",
}
SELECTORS: Final = {
    "each_day": "the rate in force on each day",
    "half_year_start": "the rate in force on the first day of the half-year of each day",
    "at_start": "the rate in force on the first day of interest, kept to the end",
    "half_year_of_start": "the rate in force on the first day of the half-year in which interest began, kept to the end",
    "at_rest": "the rate in force on the day each rest is struck",
    "at_start_of_rest": "the rate in force on the first day of each month of rest",
    "day_weighted": "the average of the rates in force on the days of each month of rest",
}
RATE_DAYS: Final = {
    "own_day": "each day takes the rate of its own day",
    "day_before": "each day takes the rate of the day before it",
}
COLUMNS: Final = {
    "creditor_status": "the column of the creditor's status: natural person outside trade, or any other",
}
APPROPRIATION_STEPS: Final = {
    "debtor_direction": "the debt the debtor named when paying",
    "creditor_choice": "the debt the creditor chose and told the debtor of",
    "due_first": "debts already due before others",
    "highest_rate": "the debt the debtor had most interest in paying: the one with the highest rate",
    "oldest_first": "the oldest debt, by the day it fell due",
    "pro_rata": "debts of equal standing in proportion",
}
APPLIED_TO: Final = ("interest", "principal", "fixed_sum", "costs")
ROUNDINGS: Final = {
    "per_segment": "each printed line is rounded and the total is their sum",
    "total_only": "only the running total is rounded; a printed line is the difference of two rounded totals",
}
ANSWERS: Final = ("yes", "no", "disputed", "unknown")
LEVELS: Final = ("stop", "warn", "note")

CHECKS: Final = {
    "matter_open": "the matter is not closed",
    "not_on_hold": "the matter is not on hold",
    "no_plan_running": "no plan and no settlement is agreed and kept",
    "as_instructed": "neither the client's last instruction nor the last review speaks against writing",
    "no_claim_filed": "no claim is pending before a court, a tribunal or an arbitrator",
    "debtor_not_represented": "the debtor is not represented by counsel",
    "client_consents": "the client agreed that the opposing party be written to",
    "insolvency_checked": "each debtor was looked up in the insolvency registers and nothing was found",
    "dispute_on_file": "no dispute of the debt is on file, or it is answered",
    "limitation": "no invoice is past the time to sue",
    "something_is_owed": "something is due and unpaid on the day of the draft",
    "debt_as_invoiced": "no judgment and no title stands in place of the invoices",
    "msmed_eligibility": "statutory MSME interest is claimed only where the supplier is entitled to it",
    "consumer_guard": "nothing reserved to dealings between professionals is claimed from a consumer",
    "contract_rate_floor": "a contract rate of penalty is not below the statutory floor",
    "law_is_current": "every rate relied on was verified up to the day of the draft",
    "bank_details": "the papers name the creditor's own account",
    "exhibits_on_file": "every exhibit named in the case file exists",
    "term_within_law": "the agreed payment term is not longer than the law allows",
    "claim_not_assigned": "no invoice has been assigned to a factor, a bank or an insurer",
    "firm_registered": "a partnership that claims is registered",
    "addressee_liable": "each addressee answers for the debt in a stated capacity",
    "guarantor_informed": "a guarantor who is a natural person was told of the debt and of the default, or owes no interest",
    "partners_after_company": "a partner is written to only where the company's form allows it, and after the company",
    "joint_debtors": "several debtors are asked for the whole only on a stated ground",
    "public_body": "what differs for a public body was looked at: the claim of the contract, its kind",
    "cheque_notice_first": "no cheque returned unpaid waits for the notice under section 138",
}

IDENTIFIERS: Final = (
    "gstin", "pan", "udyam", "uam", "cin", "llpin", "tan", "ifsc", "micr", "lei", "din", "cnr", "account",
    "firm_registration",
    "siren", "siret", "vat", "rcs", "iban", "bic", "ape",
)  # fmt: skip
