"""`pack.yaml` and `sources.yaml`: what the country is called, which rule plays which part, the acts cited."""

from typing import Literal

from pydantic import Field

from lawkit.law.expressions import BasisOfInterest
from lawkit.reading import Facts, IsoDate, Text


class Act(Facts):
    """A statute, rule, decree, circular or judgment: cited once, used by its key."""

    title: dict[str, Text]
    cited_as: dict[str, Text]
    short: dict[str, Text] = Field(default_factory=dict)
    reference: Text | None = None
    address: Text | None = None


class Roles(Facts):
    """Which rule plays which part in a claim."""

    interest: Text
    payable_on: Text
    appropriation: Text
    rounding: Text
    fixed_sums: tuple[Text, ...] = ()
    limitation: Text | None = None
    limitation_of_guarantors: Text | None = None
    tax_credit: Text | None = None
    expected_deductions: tuple[Text, ...] = ()
    tax_credit_interest: Text | None = None
    tax_lever: Text | None = None
    bad_debt_tax: Text | None = None
    told: tuple[Text, ...] = ()
    court_fees: tuple[Text, ...] = ()
    judgment_interest: Text | None = None
    judgment_interest_limit: Text | None = None
    pendente_lite_interest: Text | None = None
    appropriation_after_judgment: Text | None = None
    long_stop: Text | None = None
    calendar: Text | None = None
    ordinary_post: Text | None = None
    term_limits: tuple[Text, ...] = ()
    written_objection: Text | None = Field(
        default=None, description="the time in which a written objection keeps goods or services from being accepted"
    )
    bases: dict[BasisOfInterest, Text] = Field(
        default_factory=dict, description="which rule a paper tells as which basis"
    )
    small_enterprise: Text | None = Field(default=None, description="the test of who is a micro or small supplier")
    specified_value: Text | None = Field(default=None, description="the sum from which mediation comes before a suit")
    contact_hours: tuple[Text, ...] = Field(default=(), description="from and until when a debtor may be called")
    guarantor_information: Text | None = Field(
        default=None, description="what a guarantor must have been told to bear interest"
    )


class EarlierMode(Facts):
    """The mode of service in whose place another came on a day."""

    mode: Text
    until: IsoDate  # the last day on which it was to be had


class Postcodes(Facts):
    """The form of the country's postcodes, as a pattern of the whole, and one as an example."""

    form: Text
    example: Text


class Pack(Facts):
    """`pack.yaml`: what the country is called and how it writes."""

    code: Text
    title: dict[str, Text]
    currency: Text
    languages: tuple[Text, ...]
    locale: dict[str, Text]
    identifiers: tuple[Text, ...]
    financial_year: Text
    time_zone: Text
    roles: Roles
    overseas_postcodes: tuple[Text, ...] = ()
    postcodes: Postcodes | None = None
    states: dict[Text, tuple[Text, ...]] = Field(
        default_factory=dict,
        description="the States by code, each with the names it is written by, the usual one first",
    )
    service_outcomes: dict[str, Literal["served", "deemed", "not_served", "ask"]]
    service_modes: dict[str, dict[str, Text]]
    formal_notices: tuple[Text, ...] = Field(
        default=(), description="papers that put the debtor in default when served"
    )
    interest_notices: tuple[Text, ...] = Field(default=(), description="papers by which interest is claimed in writing")
    time_to_pay: tuple[Text, ...] = Field(
        default=(), description="papers that give the debtor the time to pay of the demand, from their receipt"
    )
    modes_abroad: tuple[Text, ...] = Field(
        default=(),
        description="how a paper goes to another country, in place of the post of this one; none named: alike",
    )
    earlier_modes: dict[Text, EarlierMode] = Field(
        default_factory=dict, description="modes by which a paper of an earlier day went, before those of today came"
    )
    presumed_modes: tuple[Text, ...] = Field(
        default=(), description="modes by which an absence or a refusal is presumed service; none named: every mode"
    )
