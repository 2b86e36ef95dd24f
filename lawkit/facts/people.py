"""Who the parties to a matter are: creditor, debtors and those who answer for them, with their addresses and numbers."""

from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from lawkit.facts.identifiers import VALIDATORS
from lawkit.messages import say
from lawkit.reading import Amount, Facts, Flag, IsoDate, PositiveAmount, Text

PartyKind = Literal[
    "person", "proprietorship", "partnership", "llp", "company", "association", "public_body", "cooperative", "trust"
]
DebtorRole = Literal["principal_debtor", "guarantor", "partner", "proprietor", "director", "drawer"]


def _identifiers(value: object) -> object:
    if not isinstance(value, dict):
        raise ValueError(say("identifiers by name are expected here"))
    checked = {}
    for name, number in value.items():
        if name not in VALIDATORS:
            from lawkit.errors import unknown

            raise ValueError(unknown(say("identifier"), str(name), tuple(VALIDATORS)))
        if name == "cnr":
            raise ValueError(
                say("cnr is the number of a case: write it under forum, or in the entry filed or registered")
            )
        if not isinstance(number, str) or not number.strip():
            raise ValueError(say("{name} is empty: fill it in, or remove the key", name=name))
        checked[name] = VALIDATORS[name](number)
    return checked


Identifiers = Annotated[dict[str, str], BeforeValidator(_identifiers)]


def _email(value: str) -> str:
    local, _, host = value.partition("@")
    if not local or "." not in host or any(c.isspace() or c in "<>,;" for c in value):
        raise ValueError(say("{value!r} is not an e-mail address", value=value))
    return value


Email = Annotated[Text, AfterValidator(_email)]


class Address(Facts):
    """A postal address; `lines` are printed as written."""

    kind: Literal["registered_office", "principal_office", "place_of_business", "branch", "residence", "last_known"] = (
        "last_known"
    )
    lines: tuple[Text, ...] = Field(min_length=1)
    city: Text
    state: Text | None = None
    postcode: Text | None = None
    country: Text | None = None


class Contact(Facts):
    """A person to write to or call."""

    name: Text
    role: Text | None = None
    email: Email | None = None
    phone: Text | None = None


class Representative(Facts):
    """Who acts for a legal person; `identifiers` are its own, such as a director's `din`."""

    name: Text
    capacity: Text
    identifiers: Identifiers = Field(default_factory=dict)


class ClassChange(Facts):
    """The class of an enterprise from a day on."""

    from_: IsoDate = Field(alias="from")
    class_: Literal["micro", "small", "medium", "large"] = Field(alias="class")


class Enterprise(Facts):
    """Registration of a micro, small or medium enterprise; `changes` where its class changed later."""

    class_: Literal["micro", "small", "medium"] = Field(alias="class")
    registered_on: IsoDate
    activity: Literal["manufacturing", "service", "trading"]
    changes: tuple[ClassChange, ...] = ()


class Account(Facts):
    """The creditor's own bank account."""

    holder: Text
    bank: Text
    branch: Text | None = None
    number: Text | None = None
    ifsc: Annotated[Text, AfterValidator(VALIDATORS["ifsc"])] | None = None
    iban: Annotated[Text, AfterValidator(VALIDATORS["iban"])] | None = None
    bic: Annotated[Text, AfterValidator(VALIDATORS["bic"])] | None = None


class Counsel(Facts):
    """An advocate or avocat."""

    name: Text
    firm: Text | None = None
    address: tuple[Text, ...] = ()
    email: Email | None = None


class Party(Facts):
    """A person or body named in the papers."""

    name: Text
    kind: PartyKind
    in_trade: Flag | None = None
    title: Text | None = None
    gender: Literal["female", "male"] | None = None
    legal_form: Text | None = None
    formed_under: Text | None = None
    capital: Amount | None = None
    registered_at: Text | None = None
    trade_name: Text | None = None
    proprietor: Text | None = None
    business: Text | None = None
    representative: Representative | None = None
    addresses: tuple[Address, ...] = Field(min_length=1)
    contacts: tuple[Contact, ...] = ()
    identifiers: Identifiers = Field(default_factory=dict)

    @property
    def acts_in_trade(self) -> bool:
        """Whether the party acts for its trade or profession; a `person` does only where `in_trade` says so."""
        return self.kind != "person" if self.in_trade is None else self.in_trade


class Creditor(Party):
    """The client to whom the money is owed."""

    enterprise: Enterprise | None = None
    account: Account | None = None


class Guarantee(Facts):
    """A guarantee given for the debt; `words` are its operative clause, quoted.

    `joint`: the guarantor may not ask that the debtor be pursued first. `told_…`: when the guarantor was informed of the
    debt each year, and of the first default (C. civ. 2302 and 2303).
    """

    dated: IsoDate
    reference: Text | None = None
    words: Text | None = None
    limit: PositiveAmount | None = None
    on_demand: Flag = False
    joint: Flag = False
    until: IsoDate | None = None
    told_each_year: tuple[IsoDate, ...] = ()
    told_of_default: IsoDate | None = None
    exhibits: tuple[Text, ...] = ()


class InsolvencyCheck(Facts):
    """When the insolvency and company registers were searched, and what they showed."""

    on: IsoDate
    result: Literal["nothing_found", "proceedings_open", "liquidation", "struck_off"]
    source: Text | None = None


class Debtor(Party):
    """Someone who answers for the debt, in a stated capacity."""

    role: DebtorRole = "principal_debtor"
    represented_by: Counsel | None = None
    guarantee: Guarantee | None = None
    insolvency_check: InsolvencyCheck | None = None
    public_kind: Literal["authority", "hospital", "undertaking"] | None = None
