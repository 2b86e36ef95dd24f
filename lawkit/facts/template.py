"""The commented case file that `lawkit new` writes: every place to fill in is marked …"""

_COMMON_TOP = """\
# A case file of lawkit. Replace every … ; delete what the matter has not. Dates are YYYY-MM-DD, amounts
# digits with at most two decimals ("590000.00"). `lawkit check FILE` says what is wrong, with the line.
matter: …                       # your reference, without spaces; it names the drafts
jurisdiction: {jurisdiction}
language: {language}
instructed_on: …
"""

_INDIA = """
advocate:                       # or once for all in lawkit.toml
  name: …
  enrolment: …                  # MAH/1234/2015
  address: ["…", "…"]
  email: …
  phone: "…"

creditor:
  name: …
  kind: company                 # person | proprietorship | partnership | llp | company | association | public_body | cooperative | trust
  formed_under: the Companies Act, 2013
  business: …                   # completes: is engaged in the business of …
  representative: {name: …, capacity: …}
  addresses:                    # registered office first
    - {kind: registered_office, lines: ["…"], city: …, state: …, postcode: "…"}
  identifiers: {gstin: …, pan: …}          # also udyam, cin, llpin, tan, firm_registration
  # enterprise: {class: small, registered_on: …, activity: manufacturing}   # only with a Udyam registration
  account: {holder: …, bank: …, branch: …, number: "…", ifsc: …}

debtors:                        # everyone who answers for the debt; each gets a paper of its own
  - name: …
    kind: company
    role: principal_debtor      # guarantor | partner | proprietor
    addresses:
      - {kind: registered_office, lines: ["…"], city: …, state: …, postcode: "…"}
    # represented_by: {name: …}             # then the paper goes to counsel only
    insolvency_check: {on: …, result: nothing_found, source: MCA master data and IBBI announcements}

contract:
  kind: sale_of_goods           # services | works | sale_and_services
  title: Purchase Order
  reference: …
  dated: …
  subject: …                    # completes: you ordered from my client …
  payment_term: {days: 30, counted_from: invoice}     # delivery | acceptance
  # interest: {rate: "18", clause: clause 9, words: "…the clause, quoted…"}
  # arbitration: {clause: clause 14, words: "…", seat: …}
  # courts_at: …

invoices:
  - number: …
    dated: …
    supply: goods               # services
    delivered: …                # delivery of goods, performance of services
    delivery_note: …
    due: …                      # as printed on the invoice
    taxable: "…"
    tax: {cgst: "…", sgst: "…"}             # or igst
    total: "…"

history:                        # what happened so far
  - {kind: payment, id: pay-1, on: …, amount: "…", reference: …}
  # - {kind: tax_deducted, on: …, amount: "…", invoice: …, section: 194Q, certificate: …}
  # - {kind: credit_note, on: …, amount: "…", invoice: …, number: …}
  # - {kind: acknowledgment, on: …, form: email, amount: "…"}
  # - {kind: notice, on: …, document: first_notice, by: advocate, mode: speed_post_with_registration, reference: …}
  # - {kind: dispute, on: …, form: letter, ground: "…", answer: "…"}

demand: {days: 15}
"""

_FRANCE = """
creditor:
  name: …
  kind: company                 # person | proprietorship | company | association …
  legal_form: SARL
  capital: "…"
  registered_at: …              # ville du RCS
  representative: {name: …, capacity: Gérant}
  addresses:
    - {kind: registered_office, lines: ["…"], city: …, postcode: "…"}
  identifiers: {siren: "…", iban: …}
  account: {holder: …, bank: …, iban: …}

debtors:                        # chaque personne tenue de la dette reçoit sa propre lettre
  - name: …
    kind: company               # person: un consommateur, sauf in_trade: yes
    legal_form: SAS
    registered_at: …
    role: principal_debtor      # guarantor (caution)
    addresses:
      - {kind: registered_office, lines: ["…"], city: …, postcode: "…"}
    identifiers: {siren: "…"}
    insolvency_check: {on: …, result: nothing_found, source: BODACC}

contract:
  kind: sale_of_goods           # services | works | sale_and_services
  title: commande
  reference: …
  dated: …
  subject: …                    # complète : vous nous avez commandé …
  payment_term: {days: 30, counted_from: invoice}
  # interest: {rate: "12", clause: "l’article 7 de nos conditions générales de vente"}
  # solidarity: l’article 12 de nos conditions générales de vente   # plusieurs débiteurs : ce qui les oblige chacun au tout

invoices:
  - number: …
    dated: …
    supply: goods               # services
    delivered: …                # livraison ou exécution
    due: …                      # échéance imprimée sur la facture
    taxable: "…"                # hors taxes
    tax: {vat: "…"}
    total: "…"                  # TTC

history:
  - {kind: payment, id: virement-1, on: …, amount: "…", reference: …}
  # - {kind: credit_note, on: …, amount: "…", invoice: …, number: …}
  # - {kind: notice, on: …, document: reminder, by: creditor, mode: email}
  # - {kind: dispute, on: …, form: letter, ground: "…", answer: "…"}

demand: {days: 8}
"""


def case_template(jurisdiction: str) -> str:
    """Return the case file to fill in for `india` or `france`."""
    body, language = {"india": (_INDIA, "en"), "france": (_FRANCE, "fr")}[jurisdiction]
    return _COMMON_TOP.replace("{jurisdiction}", jurisdiction).replace("{language}", language) + body
