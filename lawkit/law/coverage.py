"""`coverage.yaml`: every row of the reference, and what encodes it, or why nothing does.

A row is named by its id, or by its section and the label of the row in it. The register is held against the pack in both
directions: every rule says which row it encodes (`ref`), and that row names the rule.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Self

from pydantic import Field, model_validator

from lawkit import vocabulary
from lawkit.errors import Problem, unknown
from lawkit.law.jurisdiction import Jurisdiction
from lawkit.messages import say
from lawkit.reading import Document, Facts, Text

BY = (
    "check",
    "identifier",
    "condition",
    "trigger",
    "entry",
    "calendar",
    "forum",
    "stage",
    "document",
    "method",
    "pack",
)


class Row(Facts):
    """One row of the reference: the rules that encode it, what else in the house does, or why none."""

    rules: tuple[Text, ...] = ()
    by: tuple[Text, ...] = ()
    why: Text | None = None
    rows: dict[Text, "Row"] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.rules or self.by or self.why or self.rows):
            raise ValueError(say("a row names rules, what else encodes it, or why nothing does"))
        return self

    def named(self) -> Iterator[str]:
        """Yield every rule named, in the rows below too."""
        yield from self.rules
        for row in self.rows.values():
            yield from row.named()

    def leaves(self) -> Iterator["Row"]:
        """Yield the rows that have none below them."""
        if self.rows:
            for row in self.rows.values():
                yield from row.leaves()
        else:
            yield self


Row.model_rebuild()


def uncovered(
    coverage: Mapping[str, Row], law: Jurisdiction, document: Document, documents: Sequence[str] = ()
) -> list[Problem]:
    """Return where register and pack disagree: rows that no rule of theirs names, rules without a row, unknown names."""
    problems: list[Problem] = []
    named = {key: set(row.named()) for key, row in coverage.items()}
    for key, row in coverage.items():
        for name in sorted(named[key]):
            if name not in law.rules:
                problems.append(document.problem((key,), unknown(say("rule"), name, tuple(law.rules))))
            elif key not in refs(law.rules[name].ref):
                problems.append(
                    document.problem((key,), say("the rule {rule} does not say that it encodes this row", rule=name))
                )
        for leaf in row.leaves():
            problems += [document.problem((key,), text) for text in _unknown_names(leaf, law, documents)]
    for name, rule in law.rules.items():
        for ref in refs(rule.ref):
            if name not in named.get(ref, set()):
                problems.append(
                    document.problem((ref,), say("the row does not name the rule {rule}, which encodes it", rule=name))
                )
    for what, things in (("calendar", law.calendars), ("forum", law.forums), ("stage", law.stages)):
        for name, thing in things.items():
            for ref in refs(thing.ref):
                if ref not in coverage:
                    problems.append(
                        document.problem(
                            (), say("{what} {name}: no row {ref} in the register", what=what, name=name, ref=ref)
                        )
                    )
    return problems


def refs(ref: str | tuple[str, ...]) -> tuple[str, ...]:
    """Return the rows a rule encodes."""
    return (ref,) if isinstance(ref, str) else ref


def _unknown_names(row: Row, law: Jurisdiction, documents: Sequence[str]) -> Iterator[str]:
    known: dict[str, Sequence[str]] = {
        "check": tuple(vocabulary.CHECKS),
        "identifier": vocabulary.IDENTIFIERS,
        "condition": tuple(vocabulary.CONDITIONS),
        "trigger": tuple(vocabulary.TRIGGERS),
        "entry": vocabulary.ENTRY_KINDS,
        "calendar": tuple(law.calendars),
        "forum": tuple(law.forums),
        "stage": tuple(law.stages),
        "document": tuple(documents),
        "method": (
            *vocabulary.METHODS, *vocabulary.DAY_COUNTS, *vocabulary.ROUNDINGS, *vocabulary.COUNTINGS,
            *vocabulary.IF_CLOSED, *vocabulary.SELECTORS, "money", "in_words", "dates",
        ),
        "pack": tuple(type(law.pack).model_fields),
    }  # fmt: skip
    for each in row.by:
        kind, _, name = each.partition(":")
        if kind not in known:
            yield unknown(say("way to encode a row"), kind, BY)
        elif name not in known[kind] and not (kind == "document" and not documents):
            yield unknown(kind, name, known[kind])
