"""Draft a document: precedents compiled, facts gathered, checks and wording rules run, files and record made."""

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from lawkit.checks import Exhibits, Finding, Override, Review, run_checks
from lawkit.claim import Claim, compute_claim
from lawkit.claim.booked import tax_credits
from lawkit.claim.scale import by_scale
from lawkit.deadlines.closed import rolled_day
from lawkit.drafting.desk import Desk
from lawkit.drafting.facts import DraftFacts
from lawkit.drafting.fill import Citation, Filled, fill
from lawkit.drafting.filters import filters
from lawkit.drafting.gather import gather
from lawkit.drafting.matter import Matter
from lawkit.drafting.package import Compression, compressor
from lawkit.drafting.phrases import Phrases
from lawkit.drafting.precedent import Precedent
from lawkit.drafting.preview import banner, previewed, with_stand_ins
from lawkit.drafting.record import record, record_bytes
from lawkit.drafting.trail import Asked, Trail, asked_of, figures_in
from lawkit.drafting.typography import french_spaces
from lawkit.drafting.wording import Paper, check_wording
from lawkit.errors import FactMissing, LawkitError
from lawkit.facts import Case, Timeline, timeline
from lawkit.facts.days import end_of
from lawkit.facts.people import Debtor
from lawkit.facts.subject import Subject
from lawkit.law import Jurisdiction
from lawkit.law.model import Rule
from lawkit.law.periods import PeriodRule
from lawkit.messages import say
from lawkit.resources import shown


class Stopped(LawkitError):
    """A check or a wording rule that stops the document, and how to let it pass."""

    def __init__(self, findings: Sequence[Finding], overridable: str) -> None:
        self.findings = tuple(findings)
        lines = [f"stop: {f.check}: {f.text}" + (f" [{f.authority}]" if f.authority else "") for f in findings]
        super().__init__("\n".join([*lines, overridable]))


@dataclass(frozen=True)
class Drafted:
    """One file of a draft, its record (a preview has none), and the findings that did not stop it."""

    file: str
    content: bytes
    record: bytes
    findings: tuple[Finding, ...]
    addressee: str
    claim: Claim
    asked: Asked = Asked(None, False)


@dataclass(frozen=True)
class Order:
    """What is to be drafted, and by whose rules."""

    document: str
    as_of: date
    overrides: tuple[Override, ...] = ()
    compression: Compression = 6
    firm: Path | None = None
    language: str | None = None
    preview: bool = False  # show what a paper would say, gaps and all; it is not the paper
    settings: Mapping[str, str] = field(default_factory=dict)  # the hash of the firm's settings, by file


NEEDS: dict[str, Callable[[Timeline, Claim, Jurisdiction], bool]] = {
    "advocate": lambda t, c, law: t.case.advocate is not None,
    "demand": lambda t, c, law: t.case.demand is not None,
    "contract": lambda t, c, law: t.case.contract is not None,
    "cheques": lambda t, c, law: bool(t.case.cheques),
    "interest": lambda t, c, law: bool(c.segments),
    "receipts": lambda t, c, law: bool(c.extinguished),
    "upcoming": lambda t, c, law: c.not_yet_due > 0,
    "tax_credit": lambda t, c, law: bool(tax_credits(t, law, c)),
    "overdue": lambda t, c, law: c.principal > 0,
}


def draft(order: Order, case: Case, law: Jurisdiction, desk: Desk | None = None) -> list[Drafted]:
    """Return one file for each addressee (or one for the matter), none of them written yet.

    `desk` keeps what several drafts share.

    Raise Stopped where a check stops the document, FactMissing where a fact is not there, and the other errors of
    reading, computing and filling; then nothing is to be written.
    """
    matter_line = timeline(case.facts)
    desk = desk or Desk(order.firm)
    language = case.facts.language or order.language or law.pack.languages[0]
    precedent = desk.precedent(law.pack.code, order.document, language)
    law = law.with_elections(case.facts.elections)
    claim = compute_claim(matter_line, law, order.as_of)
    gaps = _missing(precedent, matter_line, claim, law)
    if gaps and not order.preview:
        raise FactMissing(gaps[0], order.document, _remedy(gaps[0], order))
    findings = [Finding(gap, "stop", say("the fact {fact} is missing", fact=gap)) for gap in gaps]
    on_disk = exhibits_of(case)
    findings += run_checks(
        precedent.front.checks,
        Review(matter_line, law, claim, order.as_of, order.document, precedent.front.signed_by, on_disk),
    )
    _stop(findings, order)
    bound = filters(language, law.pack.currency)
    phrases, _ = desk.phrases(law.pack.code, language, law.pack.currency)
    named = [desk.precedent(law.pack.code, name, language) for name in precedent.front.annexures]
    annexures = tuple(each for each in named if all(NEEDS[need](matter_line, claim, law) for need in each.front.needs))
    template, made_from = desk.template(precedent, annexures)
    inputs = {shown(case.path): case.sha256, **order.settings, **law.hashes, **made_from}
    if order.preview:
        matter_line = with_stand_ins(matter_line, precedent.front.signed_by)
    gathered = Matter(matter_line, law, claim, phrases, order.as_of, language, law.pack.code)
    labels = _labels(phrases, annexures)
    if precedent.front.stage == "annexure":
        labels[precedent.name] = ""  # drafted by itself it is an annexure to nothing, and bears no letter
    enclosures = [phrases.say("enclosure.annexure", label=labels[a.name], title=a.front.title) for a in annexures]
    enclosures += [line for line in (phrases.say("enclosure.exhibits"),) if line]
    drafted: list[Drafted] = []
    for debtor in _addressees(precedent, case.facts.debtors):
        facts = gather(gathered, debtor, precedent.front.signed_by, precedent.front.served_by, enclosures)
        facts = previewed(facts, gaps, language) if order.preview else facts
        trail = Trail(law)
        filled = fill(
            template, facts, bound, _callables(law, claim, language, labels, Subject(matter_line, law, order.as_of), trail),
            title=f"{banner(language)} – {precedent.front.title}" if order.preview else f"{precedent.front.title} – {case.facts.matter}", author="" if order.preview else facts.signer.name, on=order.as_of,
            compression=order.compression, preview=order.preview, banner=banner(language) if order.preview else "", kind=DraftFacts,
        )  # fmt: skip
        paper = Paper(order.document, precedent.front.layout, precedent.front.stage, precedent.front.signed_by)
        worded = list(
            check_wording((*filled.masked, *filled.around), paper, law, Subject(matter_line, law, order.as_of))
        )
        _stop(worded, order)
        drafted.append(
            _drafted(
                order, case, law, claim, debtor, facts, filled, [*findings, *worded], inputs, phrases,
                (precedent, *annexures), trail, on_disk,
            )
        )  # fmt: skip
    return _distinct(drafted)


def _missing(precedent: Precedent, matter_line: Timeline, claim: Claim, law: Jurisdiction) -> list[str]:
    """Return what a precedent needs and the matter does not have."""
    for need in precedent.front.needs:
        if need not in NEEDS:
            raise LawkitError(say("{file}: needs: {need} is not known", file=shown(precedent.path), need=need))
    return [need for need in precedent.front.needs if not NEEDS[need](matter_line, claim, law)]


def _remedy(need: str, order: Order) -> str:
    """Return what to do about a missing need: what is worked out from the file cannot be written into it."""
    computed = {
        "interest": say("Nothing bears interest on {day}.", day=order.as_of),
        "receipts": say("Nothing was received by {day}.", day=order.as_of),
        "upcoming": say("No invoice falls due after {day}.", day=order.as_of),
        "tax_credit": say("No input tax credit is at stake on {day}.", day=order.as_of),
        "overdue": say("No invoice is overdue on {day}.", day=order.as_of),
    }
    return computed.get(need) or say("Add it to the case file.")


def _addressees(precedent: Precedent, debtors: Sequence[Debtor]) -> Sequence[Debtor]:
    """Return everyone the document is addressed to: each person, each who owes the debt itself, or the first of these."""
    if precedent.front.per == "addressee":
        return debtors
    principal = [debtor for debtor in debtors if debtor.role == "principal_debtor"] or debtors[:1]
    return principal if precedent.front.per == "principal_debtor" else principal[:1]


def _stop(findings: Sequence[Finding], order: Order) -> None:
    overridden = {override.check for override in order.overrides}
    stopping = [f for f in findings if f.level == "stop" and f.check not in overridden]
    if stopping and not order.preview:
        overrides = " ".join(f"--override {name}" for name in dict.fromkeys(f.check for f in stopping))
        how = say("Nothing was written. Mend it, or: {overrides} --because “reason” --by NAME", overrides=overrides)
        raise Stopped(stopping, how)


def exhibits_of(case: Case) -> Exhibits:
    """Return what lies on disk of the exhibits the case file names."""
    import hashlib

    found: dict[str, tuple[int, str] | None] = {}
    for exhibit in case.facts.exhibits:
        if exhibit.file is not None:
            path = case.path.parent / exhibit.file
            content = path.read_bytes() if path.is_file() else None
            found[exhibit.file] = (len(content), hashlib.sha256(content).hexdigest()) if content is not None else None
    return Exhibits(found)


def _labels(phrases: Phrases, annexures: Sequence[Precedent]) -> dict[str, str]:
    return {
        annexure.name: phrases.say("annexure", letter=chr(ord("A") + number), number=number + 1)
        for number, annexure in enumerate(annexures)
    }


def _selecting_days(law: Jurisdiction, rule: str, claim: Claim) -> list[date]:
    """Return the days that select a rule's value: its own fact of each overdue invoice, else the day of the paper.

    Invoices older than a rule are not what it is cited for, unless all of them are.
    """
    of_invoice = {"payable_on": "payable_on", "invoice_dated": "dated", "supplied": "supplied"}
    fact = of_invoice.get(law.rule(rule, Rule).dated_by or "")
    days = [getattr(line, fact) for line in claim.invoices if line.overdue] if fact else []
    known = sorted({day for day in days if day is not None}) or [claim.as_of]
    first = min(law.rules[rule].dated, default=date.min)
    return [day for day in known if day >= first] or known


def _callables(
    law: Jurisdiction, claim: Claim, language: str, labels: Mapping[str, str], matter: Subject, trail: Trail
) -> dict[str, Callable[..., Any]]:
    cited: set[str] = set()

    def cite(rule: str) -> Citation:
        """Print the provision in force on its selecting day: the act in full at its first citation, short afterwards."""
        texts: list[tuple[tuple[str, str], str]] = []
        for day in _selecting_days(law, rule, claim):
            value = law.value_on(rule, day)
            trail.cited(rule, day, language)
            source = value.source or law.rules[rule].source
            act = source.act if source else rule
            short = act in cited and language == "en"  # French letters name the code in full each time
            if not any(known == (act, source.provision if source else "") for known, _ in texts):
                texts.append(
                    ((act, source.provision if source else ""), law.citation(rule, day, language, short=short))
                )
            cited.add(act)
        joined = (" et " if language == "fr" else " and ").join(text for _, text in texts)
        return Citation(french_spaces(joined) if language == "fr" else joined)

    def annexure(name: str) -> str:
        if name not in labels:
            raise LawkitError(say("the annexure {name} is cited and does not apply to this matter", name=name))
        return labels[name]

    def last_day(rule: str) -> date:
        """Return the last day of a period of the matter, after closed days."""
        end = end_of(rule, matter)
        day, closed, _ = rolled_day(law.rule(rule, PeriodRule), end.day, matter)
        trail.last_day(rule, end, day, closed, matter)
        return day

    def fee(rule: str) -> Decimal:
        """Return what a scale gives for the claim; refuse one whose figures must first be confirmed."""
        found = by_scale(law, rule, claim.total, claim.as_of)
        if found.estimate:
            raise LawkitError(say("{rule}: is an estimate and cannot be printed; ask the registry", rule=rule))
        trail.fee(found, claim.as_of)
        return found.amount

    return {"cite": cite, "annexure": annexure, "last_day": last_day, "fee": fee}


def _drafted(
    order: Order, case: Case, law: Jurisdiction, claim: Claim, debtor: Debtor, facts: DraftFacts, filled: Filled,
    findings: Sequence[Finding], inputs: Mapping[str, str], phrases: Phrases, precedents: Sequence[Precedent],
    trail: Trail, on_disk: Exhibits,
) -> Drafted:  # fmt: skip
    name = file_name(case.facts.matter, order.document, debtor.name, order.as_of)
    if order.preview:
        name = name.replace(".docx", f"{PREVIEW}.docx")
        return Drafted(name, filled.content, b"", tuple(findings), debtor.name, claim)
    following = [
        phrases.say("next.sign"), phrases.say("next.send", modes=", ".join(facts.paper.modes)), phrases.say("next.record"),
    ]  # fmt: skip
    printed = figures_in("\n".join(filled.paragraphs), claim.currency)
    asked = asked_of(facts, precedents[0], printed)
    kept = record(
        document=order.document, addressee=debtor.name, claim=claim, paper=trail.data(facts, claim, precedents, asked, printed),
        inputs=inputs, exhibits=case.facts.exhibits, on_disk=on_disk, elections=law.elections, findings=findings,
        overrides=order.overrides, checks=precedents[0].front.checks, content=filled.content, file=name,
        compression=compressor(order.compression), following=following,
    )  # fmt: skip
    return Drafted(name, filled.content, kept, tuple(findings), debtor.name, claim, asked)


PREVIEW = "_preview"


def file_name(matter: str, document: str, addressee: str, as_of: date) -> str:
    """Return MATTER_document_ADDRESSEE_AS-OF.docx, safe on every file system: with its record's end under 200 bytes."""
    return f"{_slug(matter, 80)}_{document}_{_slug(addressee, 64)}_{as_of.isoformat()}.docx"


def _slug(text: str, most: int) -> str:
    """Return the letters and digits of a text, at most so many bytes.

    The vowel signs of Devanagari and other scripts are marks, and belong to the letter before them.
    """
    kept = "".join(c if c.isalnum() or _is_mark(c) else "-" for c in unicodedata.normalize("NFC", text))
    kept = "-".join(part for part in kept.split("-") if part)
    if len(kept.encode()) > most:
        end = len(kept.encode()[:most].decode(errors="ignore"))
        while end and _is_mark(kept[end]):  # no letter without its signs
            end -= 1
        kept = kept[:end].rstrip("-")
    return kept or "x"


def _is_mark(character: str) -> bool:
    return unicodedata.category(character).startswith("M")


def _distinct(drafted: list[Drafted]) -> list[Drafted]:
    """Give a second addressee of the same file name a number, in its record too."""
    import json
    from dataclasses import replace

    seen: dict[str, int] = {}
    result = []
    for each in drafted:
        seen[each.file] = seen.get(each.file, 0) + 1
        number = seen[each.file]
        if number > 1:
            name = each.file.replace(".docx", f"-{number}.docx")
            kept = each.record and record_bytes({**json.loads(each.record), "file": name})
            each = replace(each, file=name, record=kept)
        result.append(each)
    return result
