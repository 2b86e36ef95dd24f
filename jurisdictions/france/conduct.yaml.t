# What a finished paper must not say, and what it must say.
#
# `phrases`, `unless` and `required` are regular expressions, read against each sentence in lower case, without accents, with
# plain spaces and plain apostrophes; filled-in values are masked as ◊. A sentence that matches `unless` is no hit.
# `required`: every expression must be found somewhere in the paper; `match` then shows texts that satisfy it and
# `no_match` texts that do not. Names with a hyphen in `applies_to` are documents; some of them are not written yet.

# --- threats, pretence, untrue law ------------------------------------------------------------

threat_criminal:
  title: {fr: Menace pénale, en: Threat of criminal proceedings}
  kind: wording
  ref: [threat-criminal, "6.3", "6.4"]
  level: stop
  applies_to: [letters, notices]
  source: {act: code_penal, provision: "article 312-10"}
  note: Also RIN 8.2. A promise not to complain if payment comes is a threat too, so a negation excuses only without a condition.
  phrases:
    - \b(?:depot|deposer\w*|deposons|porter\w*|portons) (?:pas )?(?:d'une |de |une )?plainte\b
    - \bplainte (?:penale|simple|avec constitution)\b
    - \bsaisi(?:r|rons|rai|ra|ssons)?\b (?:\w+ ){0,3}(?:procureur|parquet)\b
    - \b(?:poursuites?|action|voie|suites?) penales?\b
    - \bpenalement\b
    - \b(?:escroqueries?|escrocs?|banqueroute|abus de confiance|abus de biens sociaux|correctionnel\w*)\b
    - \bexpos\w+ a (?:une peine|des peines|des sanctions penales|l'emprisonnement|une amende penale)
    - \binfractions? penales?\b
  unless:
    - ^(?!.*\b(?:si|sauf|a defaut|faute de|sinon)\b).*\b(?:ne|n')\s?\w+.{0,30}\b(?:pas|aucune?|nullement)\b
    - ^(?!.*\bpenal).*\b(?:aux termes de l'article|l'article)\b.{0,120}«
  say_instead: toute procédure utile au recouvrement
  examples:
    match:
      - À défaut, nous déposerons une plainte auprès des services compétents.
      - Nous saisirons sans délai le procureur de la République.
      - Vos agissements relèvent de l’escroquerie et vous exposent à une peine d’emprisonnement.
      - Ma cliente ne déposera pas plainte si vous réglez sous huit jours.
    no_match:
      - À défaut, ma cliente se réserve d’engager toute procédure utile au recouvrement de sa créance, en principal, pénalités et accessoires.
      - Nous avons répondu le 3 mars à la plainte de votre client sur la couleur des panneaux.
      - La présente n’annonce pas de poursuites pénales.
      - Les pénalités de retard courent de plein droit.

threat_exposure:
  title: {fr: Menace de publicité ou de signalement, en: Threat of exposure or of a report}
  kind: wording
  ref: [threat-exposure, "6.3", "6.4"]
  level: stop
  applies_to: [letters, notices]
  source: {act: code_penal, provision: "articles 312-10 et 222-33-2-2"}
  note: Also C. conso. L.~121-6 and the law of personal data.
  phrases:
    - \b(?:inform|avert|previen|preven|alert|contact|avis|sollicit)\w* (?:\w+ ){0,3}(?:votre|vos) (?:employeurs?|clients?|clientele|banques?|banquiers?|voisins?|voisinage|proches|famille|conjoint|fournisseurs?|partenaires|entourage)\b
    - \b(?:votre|vos) (?:employeurs?|clients?|banques?|banquiers?|voisins?|proches|famille|fournisseurs?|partenaires)\b.{0,30}\b(?:sera|seront|serait|seraient) (?:\w+ )?(?:informe|averti|prevenu|alerte|contacte|avise)
    - \b(?:publier\w*|publions|rendre public\w*|rendrons public\w*|rendre publique)\b
    - \b(?:reseaux? sociaux|facebook|linkedin|avis google|presse locale|e-reputation)\b
    - \b(?:signal|denonc)\w*\b.{0,40}\b(?:fisc|urssaf|administration fiscale|services? fiscaux|impots|dgccrf|repression des fraudes|inspection du travail)\b
    - \bliste noire\b
    - \bfich(?:age|er|e|es|ier|iers)\b.{0,30}\b(?:banque de france|mauvais payeurs)\b
  unless:
    - \b(?:bodacc|registre du commerce|greffe|comptes annuels)\b
    - ^(?!.*\b(?:si|sauf|a defaut|faute de|sinon)\b).*\b(?:ne|n')\s?\w+.{0,30}\b(?:pas|aucune?|nullement)\b
  examples:
    match:
      - Sans règlement, nous informerons vos clients de votre défaillance.
      - Votre banque sera prochainement avisée de cet impayé.
      - Ce dossier fera l’objet d’un signalement à l’Urssaf et au fisc.
      - Nous n’hésiterons pas à publier ce litige sur les réseaux sociaux si vous persistez.
    no_match:
      - Le taux appliqué par la Banque centrale européenne est publié sur son site et par la Banque de France.
      - Nous vous informons que votre règlement du 3 mars a été imputé sur la facture la plus ancienne.
      - Votre société n’a pas fait publier ses comptes annuels au greffe.
      - Merci de nous signaler toute difficulté.

lookalike_act:
  title: {fr: Lettre qui imite un acte judiciaire, en: Letter that looks like a court document}
  kind: wording
  ref: [lookalike-act, "6.4"]
  level: stop
  applies_to: [letters, notices]
  source: {act: code_penal, provision: "article 433-13"}
  checked: {on: 2026-11-22, against: "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006418574"}
  standing: secondary
  note: >-
    Headings and mottoes only: a letter may speak of a sommation or of a signification. Emblems and blue-white-red marks are
    not words and are not seen by this rule.
  phrases:
    - ^(?:derniere |ultime )?(?:sommation|commandement|exploit|grosse|copie executoire)(?: (?:de payer|interpellative|d'huissier|avant saisie|aux fins de saisie\w*|de justice))*[ .:!]*$
    - ^signification(?: (?:de|d'|du|a)\b.{0,60})?[ .:!]*$
    - ^notification judiciaire\b
    - ^objet ?:.{0,20}\b(?:sommation|commandement|signification|exploit)\b
    - \bdernier avis avant (?:saisie|poursuites?|huissier|execution)
    - ^republique francaise[ .]*$
    - \bau nom du peuple francais\b
    - \bliberte,? egalite,? fraternite\b
  say_instead: Mise en demeure
  examples:
    match:
      - SOMMATION DE PAYER
      - DERNIER AVIS AVANT SAISIE
      - RÉPUBLIQUE FRANÇAISE
      - "Objet : Commandement de payer – facture n° 12"
    no_match:
      - La sommation délivrée le 3 mars 2026 par commissaire de justice est restée sans effet.
      - MISE EN DEMEURE
      - La signification de l’ordonnance interviendra, le cas échéant, par commissaire de justice.

false_power:
  title: {fr: Pouvoir qui n’appartient qu’au porteur d’un titre, en: Power that only the holder of a title has}
  kind: wording
  ref: [false-power, "6.3"]
  level: stop
  applies_to: [letters, notices]
  source: {act: rin, provision: "article 8.2"}
  note: Nothing can be seized without a title. To announce that leave will be asked of the judge is allowed.
  phrases:
    - \b(?:saisi\w*|bloqu\w*|blocage|prelev\w*|vendr\w*|vente|apprehend\w*) (?:\w+ ){0,3}(?:vos|votre) (?:comptes?|salaires?|remunerations?|meubles|mobilier|biens|vehicules?|stocks?|materiel)\b
    - \b(?:nos agents|nos enqueteurs|un agent|l'huissier)\b.{0,50}\b(?:votre domicile|vos locaux|chez vous)\b
    - \bpresenter\w* (?:\w+ ){0,2}(?:a votre domicile|dans vos locaux|chez vous)\b
    - \bouverture forcee\b
    - \b(?:le tribunal|la justice|le juge) vous (?:reclame|ordonne|enjoint)\b
    - \btitre executoire (?:est )?en cours\b
    - \bfrais d'(?:huissier|execution)\b.{0,40}\b(?:a votre charge|vous (?:seront|incomb))
    - \b(?:redevable|debiteur)s?\b.{0,40}\bfrais d'huissier\b
  unless:
    - \b(?:solliciter|demander|autorisation|juge de l'execution|sans titre)\b
  say_instead: solliciter un titre exécutoire
  examples:
    match:
      - Nous ferons procéder à la saisie de vos comptes bancaires.
      - Nos agents se présenteront à votre domicile.
      - Le tribunal vous réclame la somme de 1 200 euros.
      - Vous êtes redevable en vertu de la loi de frais d’huissier.
    no_match:
      - Ma cliente se réserve de solliciter un titre exécutoire.
      - Ma cliente pourra demander au juge l’autorisation de faire saisir vos comptes à titre conservatoire.
      - Vous pouvez saisir votre conseil de la présente.

certain_outcome:
  title: {fr: Issue du procès présentée comme certaine, en: Outcome of the case stated as certain}
  kind: wording
  ref: [certain-outcome, "6.3"]
  level: stop
  applies_to: [letters, notices]
  source: {act: rin, provision: "article 8.2"}
  phrases:
    - \bvous serez (?:\w+ ){0,2}condamne
    - \b(?:sera|seront) (?:\w+ ){0,2}condamne(?:e|s|es)? (?:a|au|aux|par|en)\b
    - \b(?:le tribunal|le juge|la justice) (?:vous donnera tort|vous condamnera|ne manquera pas|nous donnera raison|fera droit)\b
    - \bcondamnation (?:est|sera|parait|semble) (?:\w+ )?(?:certaine|assuree|inevitable|ineluctable|acquise)\b
    - \bsans recours possible\b
    - \baucun recours\b
    - \baucune chance\b
  say_instead: ma cliente demandera
  examples:
    match:
      - Vous serez inévitablement condamné au paiement de ces sommes.
      - Votre condamnation est certaine.
      - Le tribunal ne manquera pas de faire droit à cette demande.
    no_match:
      - Ma cliente demandera la condamnation de votre société au paiement de ces sommes.
      - Par jugement du 3 mars 2026, votre société a été condamnée au paiement de cette somme.
      - Il est certain que la livraison a eu lieu le 3 mars.

letter_interrupts:
  title: {fr: Lettre présentée comme interrompant la prescription, en: Letter said to interrupt limitation}
  kind: wording
  ref: [letter-interrupts, "1.3", "0.2", "13.3"]
  level: stop
  applies_to: [letters, notices, internal]
  source: {act: cass_com_2022_05_18}
  checked: {on: 2026-11-22, against: "https://www.legifrance.gouv.fr/juri/id/JURITEXT000045822952"}
  standing: secondary
  note: Three statutory exceptions (premium of insurance, public debtor, social contributions) are excused where their text is cited.
  phrases:
    - \b(?:interromp\w*|suspend\w*|interrupti\w+|suspensi\w+)\b (?:\S+ ){0,4}(?:la |de |toute )?prescription\b
    - \bprescription\b (?:\w+ ){0,4}(?:interrompue?|suspendue?)\b
    - \bfa(?:it|isant|ire) courir un nouveau delai\b
    - \bnouveau delai de prescription\b
  unless:
    - \bn'(?:interromp|est pas interrupti|a pas interromp|emporte pas|a aucun effet interrupti)
    - \bne (?:suspend|fait pas courir|vaut pas interrupti|saurait interrompre|peut interrompre)
    - \b(?:reconnai\w*|reconnu\w*|assignation|demande en justice|ordonnance|commandement|saisie|114-2|68-1250|244-2)\b
  say_instead: vaut mise en demeure
  examples:
    match:
      - La présente lettre recommandée interrompt la prescription.
      - La prescription est valablement interrompue par cette mise en demeure.
      - Cette mise en demeure n’est pas une simple relance et fait courir un nouveau délai de cinq ans.
    no_match:
      - La présente mise en demeure n’interrompt pas la prescription.
      - Votre reconnaissance de dette du 3 mars 2026 a interrompu la prescription.
      - La prestation a été interrompue le 3 mars.

insult:
  title: {fr: Injure ou jugement sur la personne, en: Insult or judgment on the person}
  kind: wording
  ref: [insult, "6.3"]
  level: stop
  applies_to: [all]
  source: {act: rin}
  checked: {on: 2026-11-22, against: "https://codedeonto.avocatparis.org/faq?parent=38"}
  standing: primary
  note: Moderation and delicacy. The debtor's own words, quoted, are no insult.
  phrases:
    - \b(?:malhonnet\w+|indelicat\w*|voyous?|scandaleu\w+|scandaleusement|escrocs?|filous?|honteu\w+)\b
    - \bmauvais payeurs?\b
  unless:
    - «[^»]*(?:malhonnet|mauvais payeur|indelicat|voyou|scandaleu|escroc|filou|honteu)[^»]*»
  say_instead: le fait, avec sa date
  examples:
    match:
      - Un tel comportement est malhonnête.
      - Votre société est connue comme mauvais payeur.
    no_match:
      - "Par courriel du 3 mars, vous avez écrit : « cette facture est scandaleuse »."
      - Aucune des trois échéances promises n’a été honorée.

bad_faith_accusation:
  title: {fr: Reproche de mauvaise foi, en: Reproach of bad faith}
  kind: wording
  ref: insult
  level: warn
  applies_to: [all]
  source: {act: rin}
  phrases:
    - \b(?:votre|sa|leur) (?:\w+ )?mauvaise foi\b
    - \b(?:etes|est)\b.{0,30}\bde (?:\w+ )?mauvaise foi\b
  unless:
    - \bdebiteur de mauvaise foi\b
    - \b1231-6\b
  say_instead: le fait, avec sa date
  examples:
    match:
      - Votre mauvaise foi est patente.
      - Vous êtes de toute évidence de mauvaise foi.
      - Elle est de parfaite mauvaise foi.
    no_match:
      - Le juge de l’exécution peut laisser ces frais à la charge du débiteur de mauvaise foi.
      - La bonne foi de ma cliente n’est pas en cause.

# --- money ------------------------------------------------------------------------------------

recovery_cost_consumer:
  title: {fr: Frais de recouvrement réclamés à un consommateur, en: Recovery costs claimed from a consumer}
  kind: wording
  ref: [recovery-cost, "6.2", "6.4", "13.3"]
  level: stop
  applies_to: [letters, notices]
  if_fact: [debtor_is_consumer]
  source: {act: code_executions, provision: "article L.~111-8"}
  doubt: "The offence is at C. conso. L.~121-21, read under its former number L.~122-16."
  phrases:
    - \bfrais (?:de |d')(?:recouvrement|dossier|relance|mise en demeure|gestion|intervention|rappel|contentieux)\b
    - \bhonoraires (?:de |d')(?:l')?avocat (?:\w+ ){0,3}(?:a votre charge|vous)\b
  unless:
    - \b(?:restent?|demeurent?)\b.{0,30}\bcreancier\b
    - \baucuns? frais\b
  examples:
    match:
      - S’y ajoutent 35 euros de frais de dossier.
      - Les frais de recouvrement s’élèvent à 40 euros.
      - Les honoraires d’avocat seront à votre charge.
    no_match:
      - Les frais de recouvrement entrepris sans titre exécutoire restent à la charge du créancier.
      - Aucuns frais de relance ne vous sont réclamés.

recovery_cost:
  title: {fr: Frais de recouvrement réclamés au débiteur, en: Recovery costs claimed from the debtor}
  kind: wording
  ref: [recovery-cost, "6.2", "13.1"]
  level: warn
  applies_to: [letters, notices]
  if_fact: [not debtor_is_consumer]
  source: {act: code_executions, provision: "article L.~111-8"}
  note: Between professionals only the fixed sum, and further cost on proof.
  phrases:
    - \bfrais (?:de |d')(?:recouvrement|dossier|relance|mise en demeure|gestion|intervention|rappel|contentieux)\b
    - \bhonoraires (?:de |d')(?:l')?avocat (?:\w+ ){0,3}(?:a votre charge|vous)\b
  unless:
    - \bindemnites? forfaitaires? (?:\S+ ){0,3}frais de recouvrement\b
    - \bindemnisation complementaire\b
    - \b(?:restent?|demeurent?)\b.{0,30}\bcreancier\b
    - \baucuns? frais\b
  examples:
    match:
      - S’y ajoutent 35 euros de frais de mise en demeure.
      - Les honoraires de l’avocat restent à votre charge.
      - Les frais de gestion sont de 12 euros.
    no_match:
      - S’y ajoute l’indemnité forfaitaire pour frais de recouvrement, de 40 euros par facture.
      - Les frais de recouvrement entrepris sans titre exécutoire restent à la charge du créancier.
      - Une indemnisation complémentaire des frais de recouvrement sera demandée sur justificatifs.

fixed_40_consumer:
  title: {fr: Indemnité de 40 € réclamée à un consommateur, en: The 40 € claimed from a consumer}
  kind: wording
  ref: [fixed-40-consumer, "2", "13.3"]
  level: stop
  applies_to: [all]
  if_fact: [debtor_is_consumer]
  source: {act: code_commerce, provision: "article L.~441-10, II,"}
  standing: secondary
  phrases:
    - \bindemnites? forfaitaires?\b
    - \b40(?:,00)? ?(?:€|euros?\b)
    - \bd\. ?441-5\b
    - \b441-5\b
  unless:
    - \b(?:aucune|ni|sans) (?:\w+ ){0,3}indemnites? forfaitaires?\b
  say_instead: intérêts au taux légal
  examples:
    match:
      - L’indemnité forfaitaire de 40 € est due pour chaque facture.
      - Cette somme est prévue par l’article D. 441-5 du code de commerce.
    no_match:
      - Aucune indemnité forfaitaire ne vous est réclamée.
      - La somme de 1 240 € reste due.
      - Les intérêts courent au taux légal.

penalty_consumer:
  title: {fr: Pénalités entre professionnels réclamées à un consommateur, en: Professional penalties claimed from a consumer}
  kind: wording
  ref: [penalty-consumer, "2"]
  level: stop
  applies_to: [all]
  if_fact: [debtor_is_consumer]
  source: {act: code_commerce, provision: "article L.~441-10, II,"}
  standing: secondary
  phrases:
    - \b441-10\b
    - \bpenalites? de retard\b
    - \b(?:bce|banque centrale europeenne)\b
    - \bmajore\w* de (?:10|dix) points\b
  unless:
    - \b(?:aucune|ni|sans) (?:\w+ ){0,2}penalites?\b
  say_instead: intérêts au taux légal à compter de …
  examples:
    match:
      - Les pénalités de retard s’élèvent à 12 euros.
      - Elles sont dues en application de l’article L. 441-10 du code de commerce.
      - Le taux est celui de la BCE majoré de dix points.
    no_match:
      - Les intérêts au taux légal courent à compter de la mise en demeure.
      - Aucune pénalité de retard ne vous est réclamée.

vat_on_penalty:
  title: {fr: TVA appliquée aux pénalités ou à l’indemnité, en: VAT charged on penalties or on the fixed sum}
  kind: wording
  ref: [vat-on-penalty, "2"]
  level: stop
  applies_to: [letters, notices, decompte, pleadings]
  source: {act: code_impots, provision: "article 256"}
  standing: primary
  checked: {on: 2026-11-22, against: "https://www.heropay.eu/blog/comment-facturer-penalites"}
  phrases:
    - \b(?:penalites?|indemnites?)(?: de retard| forfaitaires?)?(?: pour frais de recouvrement)? \(?(?:ttc|ht)\b
    - \btva (?:\w+ )?(?:sur|afferente aux?|due sur|des|de) (?:les |l'|ces |cette |la |leur )?(?:penalites?|indemnites?)\b
  unless:
    - \b(?:hors|ni|aucune|sans|pas)\b
  say_instead: montants sans TVA
  examples:
    match:
      - "Pénalités de retard TTC : 145,20 €"
      - La TVA sur l’indemnité forfaitaire est de 8 €.
      - "Indemnité forfaitaire HT : 40 €"
    no_match:
      - Ni les pénalités ni cette indemnité ne sont soumises à la TVA.
      - Les pénalités de retard sont calculées sur le montant TTC restant dû.
      - Aucune TVA sur les pénalités n’est réclamée.

legal_interest_before_notice:
  title:
    fr: Intérêts annoncés comme échus avant toute mise en demeure
    en: Interest stated as accrued before any formal notice
  kind: wording
  ref: [consumer-letter, "4"]
  level: stop
  applies_to: [letters, notices]
  if_fact: [debtor_is_consumer, not formal_notice_presented]
  source: {act: code_civil, provision: "article 1344-1"}
  standing: secondary
  phrases:
    - \binterets?\b.{0,60}\b(?:courent depuis|ont couru|echus|arretes? au|deja dus?)\b
  unless:
    - \b(?:aucun|pas d'|ne sont pas)\b
  say_instead: les intérêts au taux légal courront à compter de la présente mise en demeure
  examples:
    match:
      - Les intérêts au taux légal courent depuis l’échéance de chaque facture.
      - Les intérêts arrêtés au 3 mars s’élèvent à 12 euros.
    no_match:
      - Les intérêts au taux légal courront à compter de la présente mise en demeure.
      - Aucun intérêt n’est réclamé à ce jour.

shift_a444_32:
  title:
    fr: Droits du créancier mis à la charge du débiteur
    en: The creditor's share of the officer's fee put on the debtor
  kind: wording
  ref: shift-A444-32
  level: warn
  applies_to: [letters, notices, pleadings]
  source: {act: code_commerce, provision: "article A.~444-32"}
  phrases:
    - \b444-32\b
    - \bdroits? (?:\w+ )?de recouvrement\b.{0,60}\b(?:a la charge du debiteur|a votre charge|a la charge de la (?:defenderesse|societe|debitrice))
  unless:
    - \b(?:restent?|demeurent?)\b.{0,30}\b(?:creancier|requerante?|demanderesse)\b
    - \ba la charge du creancier\b
  examples:
    match:
      - Dire que les droits de recouvrement seront mis à la charge du débiteur.
      - Condamner la société Y aux sommes prévues par l’article A. 444-32 du code de commerce.
    no_match:
      - Les droits de l’article A. 444-32 du code de commerce restent supportés par le créancier.
      - Condamner la société Y aux dépens.

# --- periods, tone, channel -------------------------------------------------------------------

period_from_letter:
  title: {fr: Délai compté d’un jour qui ne se prouve pas, en: Period counted from a day that cannot be proved}
  kind: wording
  ref: [period-from-letter, "13.3"]
  level: warn
  applies_to: [mise-en-demeure, mise-en-demeure-avocat, notices]
  source: {act: code_civil, provision: "article 1344-1"}
  standing: secondary
  note: A stop for an electronic letter, whose presentation is not its date; the mode of sending is no condition of a wording rule yet.
  phrases:
    - \ba (?:compter|partir) de la (?:presente|date de la presente)\b
    - \ba (?:compter|partir) de (?:la date de )?(?:ce|cette) (?:courrier|lettre|mise en demeure)\b
    - \b(?:des|a) reception de (?:la presente|ce courrier|cette lettre)\b
    - \bsous (?:huitaine|quinzaine)\b
    - \b(?:sans delai|immediatement)\b(?! exigible)
  unless:
    - \bpremiere presentation\b
    - \binterets?\b(?!.*\bjours\b)
  say_instead: à compter de la première présentation de cette lettre
  examples:
    match:
      - Nous vous mettons en demeure de régler cette somme dans un délai de huit jours à compter de la présente.
      - Merci de régler sous huitaine.
      - Vous voudrez bien payer immédiatement cette somme.
      - Le règlement est attendu à réception de ce courrier.
    no_match:
      - Nous vous mettons en demeure de régler cette somme dans un délai de huit jours à compter de la première présentation de cette lettre.
      - Les intérêts au taux légal courront à compter de la présente mise en demeure.
      - La somme deviendra immédiatement exigible.

false_urgency_consumer:
  title: {fr: Fausse urgence envers un consommateur, en: False urgency toward a consumer}
  kind: wording
  ref: [false-urgency, "6.4"]
  level: stop
  applies_to: [letters, notices]
  if_fact: [debtor_is_consumer]
  source: {act: code_consommation, provision: "article L.~121-6"}
  phrases:
    - \bsous (?:24|48|vingt-quatre|quarante-huit) ?h(?:eures)?\b
    - \bderniere chance\b
    - \burgen(?:t|te|ce)\b
    - \bavant (?:le )?passage (?:de l'|d'un |du )(?:huissier|commissaire)
    - \bavant qu'il ne soit trop tard\b
  unless:
    - \b(?:commandes?|travaux|interventions?|livraisons?|depannages?|reparations?)\b (?:\S+ ){0,4}urgen(?:te?s?|ce)\b
  say_instead: un délai en jours
  examples:
    match:
      - Payez sous 24 heures.
      - C’est votre dernière chance avant passage de l’huissier.
      - "URGENT : votre dossier"
    no_match:
      - La livraison demandée en urgence le 3 mars a été effectuée le 4.
      - Nous vous demandons de régler cette somme dans un délai de quinze jours.

false_urgency:
  title: {fr: Fausse urgence, en: False urgency}
  kind: wording
  ref: [false-urgency, "6.4"]
  level: warn
  applies_to: [letters, notices]
  if_fact: [not debtor_is_consumer]
  source: {act: usages_de_redaction}
  phrases:
    - \bsous (?:24|48|vingt-quatre|quarante-huit) ?h(?:eures)?\b
    - \bderniere chance\b
    - \burgen(?:t|te|ce)\b
    - \bavant (?:le )?passage (?:de l'|d'un |du )(?:huissier|commissaire)
    - \bavant qu'il ne soit trop tard\b
  unless:
    - \b(?:commandes?|travaux|interventions?|livraisons?|depannages?|reparations?)\b (?:\S+ ){0,4}urgen(?:te?s?|ce)\b
  say_instead: un délai en jours
  examples:
    match:
      - Sans règlement sous 48 h, le dossier sera transmis.
      - Il s’agit de votre dernière chance.
    no_match:
      - Les travaux réalisés en urgence le 3 mars ont été réceptionnés sans réserve.
      - Un délai de huit jours vous est accordé.

officielle_to_party:
  title: {fr: Mentions réservées aux avocats entre eux, en: Words reserved to avocats between themselves}
  kind: wording
  ref: [officielle-to-party, "6.3"]
  level: stop
  applies_to: [letters, notices]
  excepted: [lettre-officielle]
  source: {act: rin, provision: "article 3"}
  checked: {on: 2026-11-22, against: "https://www.antoniu-tudor.eu/episode-11-la-deontologie-de-lavocat-article-3-2-exceptions-du-rin-reglement-interieur-national/"}
  standing: primary
  phrases:
    - \b(?:lettre|courrier|correspondance) officiel(?:le)?\b
    - ^officielle[ .]*$
    - \bconfidentiel(?:le|s|les)?\b
    - \bsous la foi du palais\b
  unless:
    - \b(?:informations?|donnees|documents?|pieces?) (?:\w+ )?confidentiel
  examples:
    match:
      - "LETTRE OFFICIELLE"
      - La présente est strictement confidentielle.
      - Ces propos vous sont tenus sous la foi du palais.
    no_match:
      - L’article 9 du contrat contient une clause de confidentialité.
      - Le contrat a été publié au Journal officiel.
      - Vous avez reçu les informations confidentielles visées à l’article 4 du contrat.

confidential_exchange:
  title: {fr: Échange confidentiel entre avocats, en: Confidential exchange between avocats}
  kind: wording
  ref: [confidential-exchange, "6.3"]
  level: stop
  applies_to: [letters, notices, pleadings]
  source: {act: rin, provision: "article 3.1"}
  note: Also law 71-1130, article 66-5. A letter marked “officielle” may be quoted.
  phrases:
    - \b(?:votre|vos|son) (?:conseil|avocat)s? (?:m'|nous |m')\s?(?:a|avait|ont) (?:\w+ )?(?:indique|ecrit|confirme|propose|repondu|fait part|assure|dit)
    - \b(?:pourparlers|discussions|echanges|negociations)\b.{0,20}\bentre (?:confreres|avocats|conseils)\b
    - \b(?:pourparlers|discussions|negociations) avec (?:votre|vos) (?:conseil|avocat)
    - \bechanges? confidentiels?\b
  unless:
    - \bofficielle?\b
  examples:
    match:
      - Votre conseil m’a indiqué que la somme serait réglée.
      - Lors de nos pourparlers entre confrères, ce montant a été admis.
    no_match:
      - Par lettre officielle du 3 mars, votre conseil nous a indiqué que la somme serait réglée.
      - Je vous invite à me faire connaître le nom de votre conseil.
      - Lors de notre entretien du 3 mars, vous m’avez indiqué que la somme serait réglée.

phone_first:
  title: {fr: Premier contact d’un avocat par téléphone, en: First contact of an avocat by telephone}
  kind: wording
  ref: [phone-first, "6.3"]
  level: warn
  applies_to: [internal]
  source: {act: rin, provision: "article 8.2"}
  phrases:
    - \bje me permets de vous (?:appeler|telephoner|joindre)\b
    - \bje vous appelle (?:au nom|pour le compte|de la part|en qualite)\b
  unless:
    - \b(?:suite a|a la suite de|apres) (?:ma|notre|la) lettre\b
    - \bmon cabinet vous a ecrit\b
  say_instead: une lettre d’abord
  examples:
    match:
      - Bonjour, je me permets de vous appeler au sujet d’une facture impayée.
      - Je vous appelle de la part de la société X.
    no_match:
      - À la suite de ma lettre du 3 mars, je me permets de vous appeler comme vous me l’avez demandé.
      - Merci de m’appeler au numéro indiqué en tête.

third_person_contact:
  title: {fr: Lettre adressée chez un tiers, en: Letter addressed at a third person's}
  kind: wording
  ref: [third-person-contact, "6.4"]
  level: stop
  applies_to: [letters, notices]
  source: {act: code_penal, provision: "article 222-33-2-2"}
  note: Sees what is typed in the text; the address filled in from the case file is masked and is the lawyer's to check.
  phrases:
    - \bc/o\b
    - \baux bons soins d(?:e|u|')
    - ^chez (?:m\.|mme|monsieur|madame|la societe)\b
    - \bsur (?:son|votre) lieu de travail\b
  say_instead: l’adresse du débiteur lui-même
  examples:
    match:
      - c/o Société Durand
      - Aux bons soins de Madame Petit
      - Chez Monsieur Petit
    no_match:
      - À l’attention de son représentant légal
      - Les soins apportés à cette commande ont été constants.

collector_advice:
  title: {fr: Conseil juridique donné par un recouvreur, en: Legal advice by a collector}
  kind: wording
  ref: [collector-advice, "6.1", "6.2"]
  level: stop
  applies_to: [lettre-recouvreur]
  source: {act: loi_71_1130, provision: "articles 54, 66-2 et 72"}
  standing: secondary
  phrases:
    - \bproc(?:edure|es)\b.{0,30}\ben votre nom\b
    - \bnos (?:avocats|conseils|juristes)\b
    - \bconseils? juridiques?\b
    - \bnotre service juridique\b
  say_instead: votre dossier pourra être transmis au conseil du créancier
  examples:
    match:
      - Nous engagerons une procédure en votre nom.
      - Nos avocats étudient votre dossier.
    no_match:
      - Le dossier pourra être transmis au conseil du créancier.
      - Une procédure pourra être engagée par le créancier.

tone:
  title: {fr: Ton d’une lettre, en: Tone of a letter}
  kind: wording
  ref: tone
  level: warn
  applies_to: [letters, notices]
  source: {act: usages_de_redaction}
  note: A sentence all in capitals cannot be told once the text is in lower case; it is not caught.
  phrases:
    - \b(?:cordialement|bien a vous|amicalement)\b
    - ^chere? (?:monsieur|madame|client|cliente)\b
    - "!"
    - \b(?:tu|toi|tes|t'es)\b
    - \bsentiments\b
    - \?.{0,3}$
  unless:
    - \by a-t-il une difficulte\b
  say_instead: la formule de salutation de la lettre
  examples:
    match:
      - Bien cordialement,
      - Cher Monsieur Dupont,
      - Cela ne peut plus durer !
      - Comment pouvez-vous l’ignorer ?
    no_match:
      - Je vous prie d’agréer, Madame, Monsieur, l’expression de mes salutations distinguées.
      - Y a-t-il une difficulté ?
      - Le prix était plus cher que convenu, selon vous.

leftovers:
  title: {fr: Texte inachevé, en: Unfinished text}
  kind: wording
  ref: leftovers
  level: stop
  applies_to: [all]
  source: {act: usages_de_redaction}
  phrases:
    - \[ *(?:\.{2,}|…)? *\]
    - \bx{3,}\b
    - "●"
    - \btodo\b
    - \blorem\b
    - ", ?,"
    - \bn° ?$
    - \b00/00/0000\b
    - \bnone\b
    - \bnan\b
    - \{\{|\}\}|\{%|%\}
  unless:
    - \b(?:titre|chapitre|livre|section|louis) xxx\b
    - \bnone of\b
  examples:
    match:
      - La somme de [ ] euros reste due.
      - "Notre facture n°"
      - La société XXX a commandé deux machines.
      - Le 00/00/0000, la livraison a eu lieu.
      - Votre commande du 3 mars, , a été livrée.
    no_match:
      - La facture n° 12 a été réglée le 3 mars 2026.
      - Le titre XXX du règlement s’applique.
      - L’article 4 [du contrat] fixe le prix.

# --- court papers, contracts ------------------------------------------------------------------

soft_claims:
  title: {fr: Dispositif qui ne demande rien, en: Prayer that asks for nothing}
  kind: wording
  ref: soft-claims
  level: warn
  applies_to: [pleadings]
  source: {act: usages_de_redaction}
  phrases:
    - \bdire et juger\b
    - ^[–—• -]*constater que\b
    - \b(?:lui |leur |en )?donner acte\b
    - ^[–—• -]*prendre acte\b
    - \bil appartiendra au (?:juge|tribunal)\b
  say_instead: un infinitif qui accorde quelque chose (condamner, ordonner, débouter, autoriser, fixer, renvoyer, rappeler)
  examples:
    match:
      - DIRE ET JUGER que la créance est certaine ;
      - CONSTATER que la facture est impayée ;
      - DONNER ACTE à la société X de ses réserves ;
    no_match:
      - Le procès-verbal permet de constater que la livraison a eu lieu le 3 mars.
      - RAPPELER que l’ordonnance est exécutoire de droit à titre provisoire.
      - DIRE qu’il vous en sera référé en cas de difficulté.

wrong_verb_ip:
  title: {fr: Demande étrangère à l’injonction de payer, en: Claim that does not fit an order for payment}
  kind: wording
  ref: wrong-verb-ip
  level: warn
  applies_to: [requete-injonction-de-payer]
  source: {act: code_procedure_civile, provision: "articles 1405 et 1409"}
  phrases:
    - \bcondamner\b
    - \bexecution provisoire\b
    - \bdommages?[ -](?:et[ -])?interets?\b
    - \bresistance abusive\b
  say_instead: enjoindre
  examples:
    match:
      - CONDAMNER la société Y au paiement de la somme de 1 200 euros.
      - La requérante sollicite des dommages-intérêts pour résistance abusive.
    no_match:
      - ENJOINDRE à la société Y de payer à la requérante la somme de 1 200 euros.
      - Par jugement du 3 mars 2026, la société Z a été condamnée.

provision_missing:
  title: {fr: Condamnation sans « à titre de provision » en référé, en: Order sought in référé without “à titre de provision”}
  kind: wording
  ref: provision-missing
  level: stop
  applies_to: [assignation-refere-provision]
  source: {act: code_procedure_civile, provision: "articles 835 et 873"}
  phrases:
    - \bcondamner\b
  unless:
    - \bprovision\b
    - \b700\b
    - \bdepens\b
  say_instead: à titre de provision
  examples:
    match:
      - CONDAMNER la société Y à payer à la société X la somme de 1 200 euros en principal ;
      - CONDAMNER la société Y aux pénalités de retard ;
    no_match:
      - CONDAMNER la société Y à payer à la société X, à titre de provision, la somme de 1 200 euros ;
      - CONDAMNER la société Y aux dépens ;
      - CONDAMNER la société Y à payer la somme de 2 000 euros au titre de l’article 700 du code de procédure civile ;

settled_too_early:
  title: {fr: Renonciation avant paiement, en: Waiver before payment}
  kind: wording
  ref: [settled-too-early, "13.5"]
  level: stop
  applies_to: [contracts]
  source: {act: code_civil, provision: "articles 2044 à 2052"}
  phrases:
    - \bsolde de tout compte\b
    - \bquitus\b
    - \brenonc\w+ (?:\w+ )?(?:a|de) toutes? (?:\w+ )?(?:actions?|reclamations?|instances?|recours)\b
  unless:
    - \bsous (?:la )?(?:reserve|condition) (?:\w+ )?(?:de )?(?:la |l')?(?:parfaite |complete |entiere |bonne )?(?:execution|paiement)
    - \bapres (?:complet|parfait|entier) paiement\b
  say_instead: sous réserve de la parfaite exécution du présent protocole
  examples:
    match:
      - Les parties renoncent à toute action ayant le même objet.
      - Ce versement vaut solde de tout compte.
    no_match:
      - Sous réserve de la parfaite exécution du présent protocole, les parties renoncent à toute action ayant le même objet.
      - Après complet paiement, la société X donnera quitus à la société Y.

reserves_in_contract:
  title: {fr: « Sous toutes réserves » dans un accord, en: “Sous toutes réserves” in an agreement}
  kind: wording
  ref: reserves-in-contract
  level: stop
  applies_to: [contracts]
  source: {act: usages_de_redaction}
  phrases:
    - \bsous toutes (?:les )?reserves\b
  examples:
    match:
      - SOUS TOUTES RÉSERVES
      - Le présent accord est signé sous toutes réserves.
    no_match:
      - Sous réserve de la parfaite exécution du présent protocole, la société X se désiste.
      - La livraison a été réceptionnée sans réserve.

# --- out of date words and articles -----------------------------------------------------------

outdated_words:
  title: {fr: Mots périmés, en: Out-of-date words}
  kind: wording
  ref: france-drafting 11.2
  level: warn
  applies_to: [letters, notices, contracts, internal]
  source: {act: usages_de_redaction}
  note: The words stay right when an older act is named.
  phrases:
    - \bhuissiers? de justice\b
    - \b(?:tgi|tribunal de grande instance|tribunal d'instance|tribunaux d'instance)\b
    - \bncpc\b
    - \bnouveau code de procedure civile\b
  unless:
    - \b(?:acte|exploit|proces-verbal|constat|signification) (?:d'|de l'|d'un )huissier
    - \b(?:jugement|ordonnance|decision)\b.{0,40}\b(?:tgi|tribunal de grande instance|tribunal d'instance)
    - \banciennement\b
  say_instead: commissaire de justice ; tribunal judiciaire, tribunal de proximité ; code de procédure civile
  examples:
    match:
      - Le dossier sera remis à un huissier de justice.
      - Nous saisirons le tribunal de grande instance.
    no_match:
      - Le dossier pourra être remis à un commissaire de justice.
      - Par acte d’huissier de justice du 12 mars 2019, l’ordonnance vous a été signifiée.
      - Le jugement du 4 mai 2018 du tribunal de grande instance de Lyon est définitif.

outdated_words_in_acts:
  title: {fr: Mots périmés dans un acte, en: Out-of-date words in a court paper}
  kind: wording
  ref: france-drafting 11.2
  level: stop
  applies_to: [pleadings]
  source: {act: usages_de_redaction}
  phrases:
    - \bhuissiers? de justice\b
    - \b(?:tgi|tribunal de grande instance|tribunal d'instance|tribunaux d'instance)\b
    - \bncpc\b
    - \bnouveau code de procedure civile\b
  unless:
    - \b(?:acte|exploit|proces-verbal|constat|signification) (?:d'|de l'|d'un )huissier
    - \b(?:jugement|ordonnance|decision)\b.{0,40}\b(?:tgi|tribunal de grande instance|tribunal d'instance)
    - \banciennement\b
  say_instead: commissaire de justice ; tribunal judiciaire, tribunal de proximité ; code de procédure civile
  examples:
    match:
      - Devant le tribunal d’instance de Nantes
      - J’ai, huissier de justice soussigné, donné assignation à
    no_match:
      - Devant le tribunal de proximité de Nantes
      - Par exploit d’huissier du 12 mars 2019, la société Y a été assignée.

caduque_order:
  title: {fr: Ordonnance signifiée tard dite « caduque », en: Order served late called “caduque”}
  kind: wording
  ref: [france-drafting 11.2, "8.1"]
  level: warn
  applies_to: [all]
  source: {act: code_procedure_civile, provision: "article 1411"}
  phrases:
    - \b(?:ordonnance|injonction)\b.{0,60}\bcadu(?:que|ques|cite)\b
    - \bcaducite\b.{0,30}\b(?:ordonnance|injonction)\b
  unless:
    - \b(?:saisie|mesure|autorisation|citation|assignation)\b
  say_instead: non avenue
  examples:
    match:
      - L’ordonnance non signifiée dans le délai est caduque.
      - La caducité de l’injonction de payer est encourue.
    no_match:
      - L’ordonnance non signifiée dans le délai est non avenue.
      - L’autorisation est caduque si la mesure n’est pas exécutée dans les trois mois de l’ordonnance.

executory_formula_request:
  title: {fr: Formule exécutoire demandée sans besoin, en: Executory formula asked for without need}
  kind: wording
  ref: [france-drafting 11.2, "8.1"]
  level: warn
  applies_to: [all]
  source: {act: code_procedure_civile, provision: "article 1410"}
  standing: secondary
  note: An order made since 2022-03-01 is delivered with the formula. A settlement signed by avocats is another matter (article 1546).
  phrases:
    - \bapposition de la formule executoire\b
  unless:
    - \b(?:1546|accord|transaction|protocole|acte contresigne)\b
  examples:
    match:
      - Demande d’apposition de la formule exécutoire sur l’ordonnance portant injonction de payer
      - La requérante sollicite l’apposition de la formule exécutoire.
    no_match:
      - Demande d’apposition de la formule exécutoire sur la transaction contresignée par avocats
      - L’ordonnance a été délivrée revêtue de la formule exécutoire.

@@RENUMBERED@@
# --- what must appear -------------------------------------------------------------------------

required_demand:
  title: {fr: La lettre met en demeure, en: The letter makes the demand}
  kind: wording
  ref: [france-drafting 11.3, "13.3"]
  level: stop
  applies_to: [mise-en-demeure, mise-en-demeure-avocat]
  source: {act: code_civil, provision: "article 1344"}
  standing: secondary
  required:
    - \bmet(?:s|tons)\b.{0,60}\ben demeure\b
  examples:
    match:
      - En conséquence, nous vous mettons en demeure de nous régler la somme totale de 1 200 euros.
      - Par la présente, je vous mets, au nom de ma cliente, en demeure de payer.
    no_match:
      - La présente vaut mise en demeure au sens de l’article 1344 du code civil.
      - Nous vous demandons de bien vouloir régler cette somme.

required_principal:
  title: {fr: Le principal est chiffré à part, en: The principal stands on its own line}
  kind: wording
  ref: [france-drafting 11.3, "13.3"]
  level: stop
  applies_to: [mise-en-demeure, mise-en-demeure-avocat]
  source: {act: code_civil, provision: "article 1344"}
  standing: secondary
  required:
    - \bprincipal\b
  examples:
    match:
      - Principal TTC restant dû
      - La somme de 1 200 euros en principal
    no_match:
      - La somme totale de 1 200 euros
      - L’établissement principalement concerné

required_penalties:
  title: {fr: Les pénalités sont chiffrées à part, en: Penalties stand on their own line}
  kind: wording
  ref: [france-drafting 11.3, "13.3"]
  level: warn
  applies_to: [mise-en-demeure, mise-en-demeure-avocat]
  if_fact: [creditor_is_business, debtor_is_business]
  source: {act: code_commerce, provision: "article L.~441-10, II,"}
  note: A warning, since the client may give them up.
  required:
    - \bpenalites? de retard\b
  examples:
    match:
      - Pénalités de retard au 22 novembre 2026
      - Les pénalités de retard sont dues de plein droit.
    no_match:
      - Intérêts au taux légal au 22 novembre 2026
      - Le retard n’est pas contesté.

required_fixed_sum:
  title: {fr: L’indemnité forfaitaire est chiffrée à part, en: The fixed sum stands on its own line}
  kind: wording
  ref: [france-drafting 11.3, "13.3"]
  level: warn
  applies_to: [mise-en-demeure, mise-en-demeure-avocat]
  if_fact: [creditor_is_business, debtor_is_business]
  source: {act: code_commerce, provision: "article D.~441-5"}
  note: A warning, since the client may give it up and an invoice payable before 2013 bears none.
  required:
    - \bindemnites? forfaitaires?\b
  examples:
    match:
      - Indemnité forfaitaire pour frais de recouvrement (2 × 40,00 €)
      - S’y ajoute l’indemnité forfaitaire.
    no_match:
      - Indemnisation complémentaire sur justificatifs
      - Le forfait de livraison a été facturé.

required_closing_date:
  title: {fr: Le décompte est arrêté à une date, en: The statement is closed at a date}
  kind: wording
  ref: [france-drafting 11.3, france-drafting 0]
  level: stop
  applies_to: [mise-en-demeure, mise-en-demeure-avocat]
  source: {act: usages_de_redaction}
  required:
    - \b(?:arrete|calcule|etabli)(?:e|s|es)? au\b
  examples:
    match:
      - Les sommes dues, arrêtées au 22 novembre 2026, s’établissent ainsi.
      - Décompte arrêté au 22 novembre 2026
    no_match:
      - La livraison s’est arrêtée le 3 mars.
      - Les sommes dues s’établissent ainsi.

required_period:
  title: {fr: Un délai et l’événement qui le fait courir, en: A period and the event it starts from}
  kind: wording
  ref: [france-drafting 11.3, "13.3"]
  level: stop
  applies_to: [mise-en-demeure, mise-en-demeure-avocat]
  source: {act: code_civil, provision: "article 1344"}
  standing: secondary
  required:
    - \bdelai de .{1,40}\bjours?\b.{0,20}\ba compter de (?:la|sa|l')\s?(?:premiere presentation|presentation|reception|remise|signification)
  examples:
    match:
      - La somme est à régler dans un délai de huit jours à compter de la première présentation de cette lettre.
      - Vous disposez d’un délai de quinze (15) jours à compter de la réception de cette lettre.
    no_match:
      - La somme est à régler dans un délai de huit jours.
      - La somme est à régler sous huitaine à compter de la présente.

required_payment_means:
  title: {fr: Le moyen de payer, en: How to pay}
  kind: wording
  ref: [france-drafting 11.3, "13.3"]
  level: stop
  applies_to: [mise-en-demeure, mise-en-demeure-avocat]
  source: {act: usages_de_redaction}
  required:
    - \b(?:iban|virement|carpa|par cheque)\b
  examples:
    match:
      - Le règlement est à effectuer par virement sur notre compte.
      - Par virement sur le compte CARPA de mon cabinet
    no_match:
      - Le règlement est attendu dans ce délai.
      - Nous vous prions de régler cette somme.

required_counsel_reminder:
  title: {fr: Rappel de la faculté de consulter un avocat, en: Reminder of the right to consult an avocat}
  kind: wording
  ref: [france-drafting 11.3, "6.3", "13.4"]
  level: stop
  applies_to: [mise-en-demeure-avocat]
  source: {act: rin, provision: "article 8.2"}
  doubt: Read in a copy of 2007; the first sentence was rewritten on 18.12.2020. Print the current wording.
  required:
    - \b(?:faculte|droit|possibilite)\b.{0,30}\bconsulter un avocat\b
  examples:
    match:
      - Je vous rappelle que vous avez la faculté de consulter un avocat.
      - Vous avez le droit de consulter un avocat de votre choix.
    no_match:
      - Je suis l’avocat de la société X.
      - Vous pouvez consulter les factures jointes.

required_counsel_name:
  title: {fr: Invitation à donner le nom de l’avocat, en: Invitation to give the avocat's name}
  kind: wording
  ref: [france-drafting 11.3, "6.3", "13.4"]
  level: stop
  applies_to: [mise-en-demeure-avocat]
  source: {act: rin, provision: "article 8.2"}
  doubt: Read in a copy of 2007; the first sentence was rewritten on 18.12.2020. Print the current wording.
  required:
    - \binvite\b.{0,60}\b(?:son nom|le nom de (?:cet|votre) avocat|le nom de votre conseil|ses coordonnees)\b
  examples:
    match:
      - Je vous invite, dans ce cas, à me faire connaître son nom, afin que je ne corresponde plus qu’avec lui.
      - Je vous invite à m’indiquer le nom de votre conseil.
    no_match:
      - Je vous rappelle que vous avez la faculté de consulter un avocat.
      - Je vous invite à régler cette somme.

required_capacity:
  title: {fr: Qualité de l’avocat, en: The avocat's capacity}
  kind: wording
  ref: [france-drafting 11.3, "13.4"]
  level: stop
  applies_to: [mise-en-demeure-avocat]
  source: {act: rin, provision: "article 8"}
  required:
    - \b(?:en qualite de |suis le |comme )conseil d(?:e|u|')|\bau nom et pour le compte d(?:e|u|')|\bau nom d(?:e|u|') ?(?:la societe|ma cliente|mon client|◊)
  examples:
    match:
      - J’interviens en qualité de conseil de la société X.
      - Je vous mets en demeure, au nom et pour le compte de la société X, de payer.
    no_match:
      - Le conseil d’administration s’est réuni.
      - Votre société a reçu ce conseil par écrit.

required_collector_letter:
  title: {fr: Mentions de la lettre du recouvreur, en: What a collector's letter must state}
  kind: wording
  ref: [france-drafting 11.3, "6.2"]
  level: stop
  applies_to: [lettre-recouvreur]
  source: {act: code_executions, provision: "article R.~124-4"}
  checked: {on: 2026-11-22, against: "https://kohenavocats.fr/2024/12/22/article-r124-4-du-code-des-procedures-civiles-dexecution"}
  standing: primary
  note: >-
    Of the five mentions, the words that can be tested: amicable recovery, principal apart, how to pay, L.~111-8 reproduced.
    Names and addresses are filled in; later messages recall the reference and date of this letter.
  required:
    - \b(?:recouvrement (?:\w+ )?(?:a l')?amiable|amiable de creances)\b
    - \bprincipal\b
    - \b(?:iban|virement|cheque|par carte)\b
    - \b111-8\b
  examples:
    match:
      - >-
        Notre société exerce une activité de recouvrement amiable ; la somme de 100 euros en principal est à régler par virement ;
        l’article L. 111-8 du code des procédures civiles d’exécution est reproduit ci-dessous.
      - >-
        Chargés du recouvrement à l’amiable, nous vous prions de régler le principal par virement ; extrait de l’article L. 111-8
        ci-après.
    no_match:
      - Nous vous prions de régler cette somme.
      - Votre dossier nous a été confié.

required_injonction:
  title: {fr: Contenu d’une requête en injonction de payer, en: What a request for an order for payment must say}
  kind: wording
  ref: [france-drafting 11.3, "13.7"]
  level: stop
  applies_to: [requete-injonction-de-payer]
  source: {act: code_procedure_civile, provision: "article 1407"}
  checked: {on: 2026-11-22, against: "https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000044200316"}
  standing: secondary
  required:
    - \benjoindre\b
    - \bdecompte\b
    - \bfondement\b
    - \bbordereau\b
  examples:
    match:
      - Vu le fondement de la demande, le décompte et le bordereau annexé, ENJOINDRE à la société Y de payer.
      - II – Le fondement ; III – Le décompte ; enjoindre à la société Y ; bordereau des documents justificatifs
    no_match:
      - Condamner la société Y au paiement.
      - La requérante a livré les marchandises.

required_assignation:
  title: {fr: Contenu d’une assignation, en: What a writ must say}
  kind: wording
  ref: [france-drafting 11.3, "9.2", "13.9"]
  level: stop
  applies_to: [assignation-refere-provision, assignation-au-fond]
  source: {act: code_procedure_civile, provision: "articles 54 et 56"}
  standing: secondary
  note: Day and hour, means in fact and law and the identities are filled in. That the writ names the steps taken is a matter of fact (claim of 5 000 € or less before the tribunal judiciaire).
  required:
    - \bcomparaitre\b
    - \b(?:representer?|assister?|representee?s?)\b
    - \b(?:faute|defaut) (?:pour (?:elle|vous|lui) )?de comparaitre|\bne comparaiss\w+ pas\b|\bseuls elements fournis\b
    - \bbordereau\b
  examples:
    match:
      - >-
        D’avoir à comparaître à l’audience ; vous pouvez vous faire assister ou représenter par un avocat ; à défaut de comparaître, vous
        vous exposez à une décision rendue sur les seuls éléments fournis par votre adversaire ; bordereau annexé.
      - Comparaître en personne ou se faire représenter ; faute de comparaître, le juge statue ; bordereau de pièces.
    no_match:
      - La société Y est assignée.
      - Le tribunal est saisi de la demande.

required_saisie_conservatoire:
  title: {fr: Contenu d’une requête en saisie conservatoire, en: What a request for protective seizure must say}
  kind: wording
  ref: [france-drafting 11.3, "9.3", "13.11"]
  level: stop
  applies_to: [requete-saisie-conservatoire]
  source: {act: code_executions, provision: "articles L.~511-1 et R.~511-4"}
  checked: {on: 2026-11-22, against: "https://juriblio.fr/codes/code-des-procedures-civiles-d-execution/partie-reglementaire/livre-v/titre-ier/chapitre-ier"}
  standing: primary
  required:
    - \bfondee en son principe\b|\bprincipe de (?:la )?creance\b
    - \b(?:circonstances?|menac\w+)\b.{0,40}\brecouvrement\b
    - \bpour (?:garantie|surete|conservation) de la somme\b|\ba hauteur de la somme\b
    - \bentre les mains d(?:e|u|')|\bles biens suivants\b
  examples:
    match:
      - >-
        La créance paraît fondée en son principe et des circonstances menacent son recouvrement ; autoriser une saisie entre les mains de
        la banque X pour garantie de la somme de 1 200 euros.
      - >-
        Sur le principe de créance ; sur les circonstances menaçant le recouvrement ; entre les mains du client Z ; à hauteur de la somme de
        1 200 euros
    no_match:
      - Autoriser la saisie de tous biens.
      - La société Y ne répond pas.

required_transaction:
  title: {fr: Contenu d’une transaction, en: What a settlement must say}
  kind: wording
  ref: [france-drafting 11.3, "13.5"]
  level: stop
  applies_to: [transaction]
  source: {act: code_civil, provision: "articles 2044 à 2052"}
  required:
    - \b(?:litige|differend|contestation)\b
    - \bconcessions?\b
    - \bsous (?:reserve|condition)\b.{0,40}\bexecution\b
    - \ba defaut de (?:paiement|reglement)\b
    - \bpouvoirs?\b
    - \bexemplaires? originaux\b|\bsignature electronique\b|\bsigne electroniquement\b
  examples:
    match:
      - >-
        Un différend oppose les parties, chacune représentée par une personne ayant pouvoir ; concessions réciproques ; sous réserve de la
        parfaite exécution, elles renoncent ; à défaut de paiement d’une échéance, résolution ; fait en deux exemplaires originaux.
      - >-
        Litige ; pouvoirs ; concessions de X et de Y ; sous condition de complète exécution ; à défaut de règlement ; signé électroniquement
    no_match:
      - Les parties se sont entendues sur le prix.
      - La société Y paiera en trois fois.

required_acknowledgment:
  title: {fr: Contenu d’une reconnaissance de dette, en: What an acknowledgment of debt must say}
  kind: wording
  ref: [france-drafting 11.3, "13.6"]
  level: stop
  applies_to: [reconnaissance-de-dette]
  source: {act: code_civil, provision: "article 1376"}
  standing: secondary
  note: That the sum is written in letters and in figures, and that they agree, is checked on the facts. The cause is asked for by its usual words.
  required:
    - \breconnai(?:s|t|ssons)\b.{0,30}\bdevoir\b
    - \b(?:en lettres|en toutes lettres)\b|\([^)]*(?:€|euros|◊)[^)]*\)
    - \b(?:au titre d|en raison d|cause de (?:la|cette) dette|en remboursement|pour le prix)
  examples:
    match:
      - >-
        Je soussignée reconnais devoir à la société X la somme de douze mille euros (12 000 €) au titre de la facture du 3 mars 2026.
      - Je reconnais lui devoir la somme de cent euros (100 euros) pour le prix de la machine livrée.
    no_match:
      - Je confirme notre accord.
      - La somme sera réglée en mai.

required_compromis:
  title: {fr: Contenu d’un compromis d’arbitrage, en: What a submission to arbitration must say}
  kind: wording
  ref: [france-drafting 11.3, "13.10", "10"]
  level: stop
  applies_to: [compromis-arbitrage]
  source: {act: code_procedure_civile, provision: "articles 1445 et 1451"}
  required:
    - \bobjet du litige\b
    - \b(?:arbitre unique|trois arbitres|un seul arbitre|nombre impair|designation des arbitres)\b
  examples:
    match:
      - "Article 2 – Objet du litige ; article 3 – Le litige est soumis à un arbitre unique."
      - Sur l’objet du litige, tranché par trois arbitres
    no_match:
      - Les parties conviennent d’un arbitrage.
      - Le siège est à Paris.

required_declaration:
  title: {fr: Contenu d’une déclaration de créance, en: What a declaration of claim must say}
  kind: wording
  ref: [france-drafting 11.3, "13.14"]
  level: stop
  applies_to: [declaration-de-creance]
  source: {act: code_commerce, provision: "articles L.~622-25 et R.~622-23"}
  standing: secondary
  required:
    - \bjugement\b
    - \bbodacc\b
    - \bechue?s?\b
    - \ba echoir\b
    - \bchirographaire\b|\bprivilegiee?\b
    - \bcertifie sincere\b|\btitre executoire\b
    - \bbordereau\b
  examples:
    match:
      - >-
        Par jugement publié au BODACC ; montant échu, montant à échoir : néant ; à titre chirographaire ; je certifie sincère la présente
        déclaration de créance ; bordereau joint.
      - Jugement ; BODACC ; sommes échues et à échoir ; à titre privilégié ; titre exécutoire ; bordereau
    no_match:
      - Nous vous prions de régler cette somme.
      - La société Y est en difficulté.

required_bordereau:
  title: {fr: Contenu d’un bordereau de pièces, en: What a list of exhibits must say}
  kind: wording
  ref: [france-drafting 11.3, "13.13", "14"]
  level: stop
  applies_to: [bordereau-de-pieces]
  source: {act: rin, provision: "article 5.5"}
  checked: {on: 2026-11-22, against: "https://e-signum.tawk.help/article/modalites-juridictions-civiles"}
  standing: primary
  note: That the numbers are continuous and each is cited is checked on the paper, not by a phrase.
  required:
    - \bbordereau d(?:e|es) (?:pieces|documents)\b
    - \bpieces? n° ?\S+
    - \bfait a\b
  examples:
    match:
      - Bordereau de pièces ; Pièce n° 1 – Facture ; Fait à Lyon, le 3 mars 2026
      - BORDEREAU DES DOCUMENTS JUSTIFICATIFS – Pièce n° 2 – Commande – Fait à Paris
    no_match:
      - Liste de divers documents
      - Facture et commande
