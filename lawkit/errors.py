"""What can go wrong, each said as a sentence: where, what, and what to do next.

>>> print(Problem("case.yaml:14", "invoices.2.due", "2024-02-01 is before the invoice date"))
case.yaml:14: invoices.2.due: 2024-02-01 is before the invoice date
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lawkit.messages import say


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding in a file: its place (`path:line`), its subject (a key path), and the sentence."""

    place: str
    subject: str
    text: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.place, self.subject, self.text) if part)


class LawkitError(Exception):
    """A problem in the matter, the data or the folder. `exit_code` is what the command line returns."""

    exit_code = 1


class EntryWrong(LawkitError):
    """An entry that cannot be as the other facts stand; `entry` is its name, by which its line is found."""

    def __init__(self, entry: str, text: str) -> None:
        self.entry = entry
        super().__init__(text)


class ProblemsFound(LawkitError):
    """Every problem of a file or a folder, reported together."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class FactMissing(LawkitError):
    """A fact that a rule or a document needs is not in the case file."""

    def __init__(self, fact: str, needed_by: str, remedy: str = "") -> None:
        self.fact = fact
        text = say("{needed_by}: the fact {fact} is missing.", fact=fact, needed_by=needed_by)
        super().__init__(f"{text} {remedy}".rstrip())


class RateMissing(LawkitError):
    """A published series has no value for the day asked, or was not verified so far."""

    def __init__(self, series: str, day: object, last: object, file: str) -> None:
        super().__init__(
            say(
                "{series}: no rate for {day}; the series is known through {last}. "
                "Add the row to {file}, or compute with an earlier --as-of.",
                series=series,
                day=day,
                last=last,
                file=file,
            )
        )


class RuleNotInForce(LawkitError):
    """A rule is asked about a day before its first value or after it ended."""

    def __init__(self, rule: str, day: object, reason: str) -> None:
        super().__init__(say("{rule}: not in force on {day}: {reason}", rule=rule, day=day, reason=reason))


class UnknownName(LawkitError):
    """A name that nothing answers to, with the nearest one that exists."""

    def __init__(self, what: str, name: str, known: Sequence[str]) -> None:
        super().__init__(unknown(what, name, known))


def unknown(what: str, name: str, known: Sequence[str]) -> str:
    """Return the sentence for an unknown name: what it should be, and the nearest known one."""
    import difflib

    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    if near:
        return say("no {what} named “{name}”; did you mean “{near}”?", what=what, name=name, near=near[0])
    return say("no {what} named “{name}”; known: {known}", what=what, name=name, known=", ".join(sorted(known)) or "–")
