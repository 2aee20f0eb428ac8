"""Who a noun phrase names: an authority, somebody in business, a citizen, a rule, or a thing.

The lists were made by going through the subjects of the statute book by frequency. What a
regulation defines itself ("raad: het College voor ...") is added to them for that regulation.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import cached_property, lru_cache

from checker.legal_text.definitions import find_definitions
from checker.legal_text.phrases import phrase_end
from checker.legal_text.places import Places
from checker.legal_text.sentence_words import Words
from checker.legal_text.verbs import Word, word_of
from checker.legal_text.wordlists import listed
from checker.models.legal_text import LegalText


class Who(Enum):
    """What a subject is."""

    AUTHORITY = auto()
    FIRM = auto()
    """A firm, or whoever may act in business: "werkgever", "houder", "degene"."""
    CITIZEN = auto()
    RULE = auto()
    """The regulation, its parts, and what they set: "artikel", "termijn", "bedrag"."""
    THING = auto()


_AUTHORITIES = listed(
    """
    bureau minister ministers staatssecretaris bewindspersoon koning kroon regering wij
    ministerraad gezag college colleges burgemeester burgemeesters wethouders gemeenteraad
    gemeenteraden raad raden gemeente gemeenten provincie provincies provinciën staten
    waterschap waterschappen hoogheemraadschap inspecteur inspecteurs inspecteur-generaal
    inspectie toezichthouder toezichthouders ambtenaar ambtenaren opsporingsambtenaar
    opsporingsambtenaren officier officieren hulpofficier rechter rechters griffier
    griffiers griffie rechtbank rechtbanken gerechtshof hof gerecht gerechten kantonrechter
    rechter-commissaris voorzieningenrechter kinderrechter kamer kamers enkelvoudige
    afdeling ondernemingskamer commissie commissies voorzitter voorzitters ondervoorzitter
    vice-voorzitter plaatsvervanger secretaris adjunct-secretaris bestuur besturen directeur
    directeuren hoofd hoofden lid leden autoriteit autoriteiten korpschef korpsbeheerder
    politie politiechef belastingdienst rijksbelastingdienst uwv svb productschap
    productschappen hoofdproductschap bedrijfschap hoofdbedrijfschap bedrijfschappen schap
    hoofdbedrijfschap lichaam verzekeringsbank bestuursorgaan bestuursorganen orgaan organen
    secretaris-generaal directeur-generaal plaatsvervangend dienst rijksdienst diensten
    ministerie ministeries departement departementen rijk staat overheid overheden
    stembureau hoofdstembureau centraal kiesraad cbs cjib coa cbp afm dnb acm opta nma nza
    rdw npo cvz czm cak ind fiod aid nvwa vwa ctgb kiwa zorginstituut zorgautoriteit
    uitvoeringsinstituut stimuleringsfonds mediafonds letterenfonds filmfonds gezaghebber
    gouverneur gouverneurs
    presidium ombudsman rekenkamer agentschap commissariaat bestuurscollege bestuurscolleges
    eilandsraad eilandgedeputeerde procureur-generaal advocaat-generaal hoofdofficier
    ressortsparket parket commandant bevelhebber militair militairen krijgsmacht dijkgraaf
    heemraad hoogheemraden korps brandweer lidstaat lidstaten lid-staat lid-staten
    staatscommissie planbureau raadsheer president bestuursrechter tuchtgerecht tuchtcollege
    tuchtrechter strafrechter politierechter beklagrechter examinator examinatoren
    rapporteur raadslid raadsleden wethouder gedeputeerde gedeputeerden
    vertrouwensinspecteur waarderingskamer huurcommissie kadaster centrale rijkswaterstaat
    belastingdienst/toeslagen belastingdienst/douane douane reclassering emissieautoriteit
    kansspelautoriteit luchtvaartautoriteit secretariaat directie directies divisie
    stafafdeling korpsleiding huisarchief rijksarchivaris archivaris algemene algemeen
    minister-president ministers-presidenten vicepresident vice-president fractie fracties
    kabinet parlement beoordelingsadviescommissie taskforce stuurgroep werkgroep adviesgroep
    programmadirecteur kwartiermaker deskundigen bezwarencommissie unit divisiehoofd eenheid
    clusterhoofd centrummanager teamleider afdelingsmanager mandataris gemandateerde
    force beheerraad rijksinstituut rijkscomputercentrum
    """
)
_AUTHORITY_ENDINGS = tuple(
    listed(
        """
        minister commissie commissies autoriteit inspectie inspecteur rechter ambtenaar
        ambtenaren rechtbank productschap waterschap bestuursorgaan directeur rijksdienst
        agentschap college secretaris gemeente bedrijfschap officier directie griffier
        voorzitter sraad gerecht rekenkamer orgaan organen
        """
    )
)
_PRIVATE = listed(
    """
    ondernemingsraad cliëntenraad personeelsvertegenwoordiging medezeggenschapsraad
    deelnemersraad gemeenschap vennootschap maatschap genootschap samenwerkingsverband
    moedermaatschappij eigenschap landschap gereedschap boodschap waterschapsbedrijf
    lidmaatschap opdrachtgever waarborgfonds rechtspersoonlijkheid bestuursvoorzitter
    schoolhoofd melkkamer kluskamer slaapkamer meterkamer machinekamer voorraad
    """
)
_CITIZENS = listed(
    """
    verdachte verdachten gedetineerde gedetineerden vreemdeling vreemdelingen veroordeelde
    veroordeelden kind kinderen leerling leerlingen student studenten deelnemers kandidaat
    kandidaten verzekerde verzekerden nabestaande nabestaanden ouder ouders betrokkene
    betrokkenen klager klagers kiezer kiezers slachtoffer jeugdige jeugdigen echtgenoot
    echtgenoten partner partners consument consumenten patiënt patiënten reiziger
    minderjarige minderjarigen getuige getuigen nederlander
    nederlanders uitkeringsgerechtigde gezinslid gezinsleden pleegouder pleegouders curandus
    cliënt cliënten raadsman raadsvrouw beklaagde ingeslotene verpleegde dienstplichtige
    asielzoeker inburgeringsplichtige debiteur studerende bewoner bewoners belanghebbenden
    erfgenaam erfgenamen werknemer werknemers werkneemster gewezen-ambtenaar personeelslid
    personeelsleden trainee stagiair wijkbewoner burger burgers dader moeder vader voogd
    pensioengerechtigde verweerder eiser appellant gedaagde opgeëiste opposant schuldenaar
    erflater wilsonbekwame u uw ik wij je
    """
)
_FIRMS = listed(
    """
    ingezetene ingezetenen personeel kandidaat-notaris ontvanger ontvangers
    allen anderen medewerker medewerkers functionaris functionarissen leraar leraren
    verkrijger bieder schuldeiser schuldeisers beoordelaar betaler schenker aanvoerder
    coördinator inschrijver inschrijvers vertaler vertalers lasthebber manager managers
    opvolger rechtsopvolger beslaglegger onderzoeker onderzoekers hoogleraar mentor
    machinist roerganger marktkoopman marktkooplieden kooplieden koopman hokker bereider
    auditor psycholoog psychiater gastouder gastouders stuurman inlener melder vereffenaar
    bevrachter belegger beleggers uitlener supervisor verhandelaar transporteur ontwikkelaar
    omzetter verzamelaar spoorwegonderneming landbouwers ondernemer ondernemers
    ondernemingen onderneming exploitant exploitanten aanvrager aanvragers rechtspersoon
    rechtspersonen persoon personen natuurlijke degene degenen hij zij ieder eenieder iemand
    niemand men instelling instellingen organisatie organisaties vereniging verenigingen
    stichting stichtingen school scholen bedrijf bedrijven bureau laboratorium laboratoria
    vennootschap vennootschappen coöperatie coöperaties bank banken verzekeraar verzekeraars
    maatschappij maatschappijen centrum centra kantoor ziekenhuis universiteit
    universiteiten hogeschool hogescholen notaris notarissen arts artsen dierenarts
    dierenartsen apotheek accountant accountants actuaris verantwoordelijke
    verantwoordelijken bewerker eigenaar eigenaars eigenaren bestuurder bestuurders
    beheerder vennoot vennoten partij partijen belanghebbende verzoeker verzoekers fabrikant
    fabrikanten producent producenten importeur importeurs deskundige specialist
    specialisten indiener deelnemer penvoerder instantie instanties keuringsinstantie
    keuringsinstanties pensioenfonds pensioenfondsen beroepspensioenfonds fonds fondsen
    melkveehouder derde derden alleman gemachtigde gemachtigden vertegenwoordiger
    vertegenwoordigers commissaris commissarissen aandeelhouder aandeelhouders
    samenwerkingsverband samenwerkingsverbanden moedermaatschappij dochtermaatschappij
    entiteit bijkantoor werf reder reders loods loodsen bemanning bemanningslid schipper
    schippers kapitein gezagvoerder kapper bakker slager boer vlieger vliegers landbouwer
    landbouwers tuinder
    teler telers kweker kwekers visser vissers jager jagers fokker fokkers drijver kwekerij
    broederij slachthuis slachterij veiling vervener zelfstandige verloskundige tandarts
    huisarts psychotherapeut verpleegkundige apotheker beroepsbeoefenaar beroepsbeoefenaren
    opleider zorgverlener bezitter afzender ontdoener inrichtinghouder gerechtsdeurwaarder
    deurwaarder advocaat advocaten curator bewindvoerder makelaar taxateur drukker uitgever
    omroep omroepen omroepvereniging media-instelling bouwer aannemer aannemers installateur
    monteur keurmeester ketel luchthaven luchthavens ziekenfonds zorgkantoor regionaal
    arbodienst arbodiensten certificeringsinstelling ondernemingsraad cliëntenraad
    medezeggenschapsraad deelnemersraad personeelsvertegenwoordiging
    """
)
_FIRM_ENDINGS = tuple(
    listed(
        """
        houder houders gever gevers nemer nemers aanbieder aanbieders ondernemer ondernemers
        exploitant exploitanten aanvrager aanvragers beheerder beheerders eigenaar eigenaren
        rechtspersoon personen persoon instelling instellingen onderneming ondernemingen
        organisatie organisaties vereniging stichting bedrijf bedrijven vennootschap verzekeraar
        verzekeraars handelaar handelaars handelaren leverancier leveranciers vervoerder
        vervoerders ontvanger ontvangers plichtige plichtigen gebruiker gebruikers
        maatschappij maatschappijen
        uitvoerder uitvoerders verlener verleners verkoper verkopers verhuurder verhuurders
        verwerker verwerkers bewaarder bewaarders bewerker bewerkers verstrekker fabrikant
        fabrikanten producent producenten importeur importeurs exporteur kweker teler telers
        fokker makelaar maker makers bouwer zender afnemer afnemers bemiddelaar bemiddelaars
        bevoegde bevoegden adviseur adviseurs beoefenaar beoefenaren kundige arts artsen
        therapeut schipper
        gerechtigde gerechtigden belanghebbende fonds fondsen coöperatie laboratorium kantoor
        verrichter verrichters opvoeder eigenaars koper kopers huurder huurders pachter
        verpachter reder expediteur agent agenten bank banken instantie instanties
        dienstverlener ziekenhuis school scholen laboratoria centrum bezorger verzorger
        bestuurder bestuurders leider organisator organisatoren
        """
    )
)
_RULES = listed(
    """
    besluit besluiten regeling regelingen wet wetten rijkswet verordening verordeningen
    artikel artikelen lid volzin hoofdstuk paragraaf titel afdelingen bijlage bijlagen
    bepaling bepalingen bepaalde gestelde voorschrift beleidsregel beleidsregels circulaire
    richtlijn richtlijnen bedrag bedragen hoogte percentage percentages termijn termijnen
    tarief tarieven heffingsbedragen rentepercentage rente regels
    regel nadere verplichting verplichtingen verbod vrijstelling ontheffing bevoegdheid
    bevoegdheden mandaat machtiging volmacht ondermandaat recht rechten aanspraak aanspraken
    vergoeding vergoedingen uitkering uitkeringen toelage subsidie subsidies subsidieplafond
    bijdrage bijdragen tegemoetkoming toeslag bezoldiging salaris bekostiging korting aftrek
    vermindering grondslag maatstaf definitie begrip begrippen aanvankelijk rijksbijdrage
    formatie subsidiebedrag budget voorschot voorschotten boete schadevergoeding
    schadeloosstelling pensioen wachtgeld premie vermogen winst waarde waarden inkomen saldo
    verlies belasting accijns som uitkomst uitkomsten factor gemiddelde totaal formule
    berekening aanduiding bijzondere tijdvak periode datum tijdstip duur geldigheidsduur
    looptijd dienstbetrekking functie diensttijd uitzondering overgangsrecht
    eerste tweede derde vierde vijfde hetzelfde volgende inwerkingtreding wetboek verdrag
    afschrijving afschrijvingen teruggaaf verrekening verschil
    heffing heffingen leges griffierecht rechtsvordering vordering vorderingen
    vorderingsrecht
    """
)
_LEVIES = ("heffing", "heffingen")
_OFFICIAL = listed(
    """
    voorschriften beperkingen heffingsnota verkiezingen vergunning vergunningen ontheffing
    ontheffingen vrijstelling
    vrijstellingen erkenning erkenningen beschikking beschikkingen besluit besluiten
    beslissing beslissingen subsidie subsidies uitspraak uitspraken vonnis arrest
    proces-verbaal benoeming ontslag vergadering vergaderingen advies adviezen aanwijzing
    aanwijzingen stemming zitting bezwaar beroep klacht bevel maatregel dwangbevel aanslag
    boete lidmaatschap toelating goedkeuring toestemming instemming machtiging
    archiefbescheiden voordracht tracébesluit zienswijzen beroepschrift bezwaarschrift
    klaagschrift verkiezing bekendmaking ontwerp-besluit aanbeveling dagvaarding
    verblijfsvergunning subsidieverlening subsidievaststelling tenuitvoerlegging
    verdeling inning invordering teboekstelling doorhaling toekenning verlening
    vaststelling intrekking verbindendverklaring verlenging openbaarmaking uitbetaling
    herbenoeming schorsing motivering
    verbeurdverklaring griffierecht kentekenbewijs verlof eindejaarsuitkering examen
    toevoeging
    """
)
"""Things that authorities make, give or decide about."""


_DECIDED = ("sbesluit", "beschikking", "vergunning", "sbewijs van bevoegdheid")


def is_official(word: str) -> bool:
    """Whether a thing is one that authorities make or give, such as a permit."""
    return word in _OFFICIAL or word.endswith(_DECIDED)


@lru_cache(maxsize=20_000)
def noun(word: str) -> Who:
    """Return what a noun in lower case names, by itself."""
    if word in _AUTHORITIES:
        return Who.AUTHORITY
    if word in _FIRMS:
        return Who.FIRM
    if word in _CITIZENS:
        return Who.CITIZEN
    if word in _RULES or word.endswith(_LEVIES):
        return Who.RULE
    if word.endswith(_AUTHORITY_ENDINGS) and word not in _PRIVATE:
        return Who.AUTHORITY
    if word.endswith(_FIRM_ENDINGS) and word not in _NO_FIRMS:
        return Who.FIRM
    return Who.THING


_NO_FIRMS = listed(
    """
    oogmerk inbewaringstelling vaststelling bijstelling opstelling
    tentoonstelling uitstelling aanstelling tewerkstelling gelijkstelling vrijstelling
    openstelling terbeschikkingstelling ingebrekestelling schadeloosstelling samenstelling
    doelstelling invrijheidstelling zekerheidstelling zekerheidsstelling
    vraagstelling kleur geur deur factuur directeur akoestisch humeur geleider
    informatiedrager informatiedragers gegevensdrager
    gegevensdragers beelddrager ladingdrager lastdrager databank gegevensbank zandbank
    werkbank bewaarplaats reconstructie bijzonder kalender onder ander verwarmingsketel
    ballasttank laadbank stroomverbruiker verbruiker stroomgebruiker motor koffer helling
    reagens
    """
)
_ADJECTIVES = listed(
    """
    algemeen algemene centraal centrale plaatsvervangend enkelvoudige staat rijk
    """
)
_OF = re.compile(
    r"(?: ?, of [^,]{1,60},)? ?van (?:(?:de|het|een|die|deze|elke|iedere) )?((?:[\w-]+ ?){1,5})"
)
"""Whose organ somebody is: "het bestuur van de stichting"."""
_MAYBE_PRIVATE = listed(
    """
    bestuur besturen directeur directeuren directie voorzitter leden lid hoofd raad
    secretaris
    """
)
_SCHOOLS = (" school", " scholen", "onderwijs")
_BUSINESS = (
    "werkgever", "ondernem", "exploitant", " produ", "importeur", "fabrikant", "houder",
    "aanbieder", "verkoper", "vervoer", " schip", " schepen", "kapitein", "bedrij",
    "voertuig", "vaartuig", "toestel", "apparat", " waren",
    "verpakking", "etiket", "levensmiddel", " dier", " materia", "machine",
    " handel", "laborator", "accountant", "verzekeraar",
    " melk", " vee ", " vis ", " gewas", " mest", " lading", " tank", " leiding", " bouw",
    " drink", " koper", "verhuur", " zaai",
)  # fmt: skip
_PERSONS = (
    "verpleegde", "gedetineerde", " student", "verzekerde", "nabestaande", " ouder",
    "vreemdeling", "leerling", "medewerker", "ambtenaar", "werknemer", "slachtoffer",
    "jeugdige", "uitkeringsgerechtigde",
)  # fmt: skip
_SOME = 3
_ENOUGH = 10_000
"""Characters that show what a regulation is about."""


_ACTORS = (Who.FIRM, Who.AUTHORITY)


class Cast:
    """Who is who in one regulation."""

    def __init__(self, text: LegalText) -> None:
        self._defined = _defined(text)
        self._has_long = any(" " in term for term in self._defined)
        self._law = text.text[:_ENOUGH].lower()

    @cached_property
    def is_personal(self) -> bool:
        """Whether it speaks of persons outside business, who then are the applicants."""
        persons = sum(map(self._law.count, _PERSONS))
        firms = sum(map(self._law.count, _BUSINESS)) if persons > _SOME else 0
        return persons > max(_SOME, 2 * firms)

    @cached_property
    def has_applicants(self) -> bool:
        """Whether somebody applies for something, who may be a firm."""
        return "aanvrager" in self._law

    @cached_property
    def _schools(self) -> bool:
        count = self._law.count
        return sum(map(count, _SCHOOLS)) >= max(_SOME, count("ambtenaar"))

    @cached_property
    def _is_on_tax(self) -> bool:
        return self._law.count("belasting") >= _SOME

    def who(self, words: Sequence[str], after: str = "") -> Who:
        """Return what a noun phrase names.

        Args:
            words: the phrase up to its head, in lower case.
            after: the words that follow it, in lower case.
        """
        if not words:
            return Who.THING
        if len(words) > 2 and word_of(words[1]) is Word.PREPOSITION:
            words = words[-1:]  # "een door Onze Minister vastgesteld formulier"
        last = words[-1]
        if self._defined and (defined := self._of_text(words)) is not None:
            return defined
        if not _MINISTERS.isdisjoint(words):
            return Who.AUTHORITY
        if ("gezag" in words and self._schools) or (words[0] == "een" and last == "ieder"):
            return Who.FIRM
        if last in _WHOEVER and not self.is_personal:
            return Who.FIRM
        if last in ("lid", "leden") and _is_rule_lid(words):
            return Who.RULE
        by_owner = self._by_owner(last, after)
        if by_owner is not None:
            return by_owner
        head = noun(last)
        if head in (Who.THING, Who.RULE):
            head = _by_other_nouns(words, head)
        if head is not Who.AUTHORITY or not _is_of_firm(after):
            return head
        heads = {word.rpartition("-")[2] for word in (last, *words[:2])}
        return head if _MAYBE_PRIVATE.isdisjoint(heads) else Who.FIRM

    def _by_owner(self, last: str, after: str) -> Who | None:
        """Return who it is where the words behind say so: "raad van toezicht"."""
        if last in _BOARDS and _OF_BOARD.match(after):
            return Who.FIRM
        if last in _DATA_SUBJECT and after.startswith(_DATA_OF):
            return Who.CITIZEN
        if last in _KEEPERS and after.startswith(_OF_REGISTER):
            return Who.AUTHORITY
        if last == "ontvanger" and self._is_on_tax and not after.startswith("van "):
            return Who.AUTHORITY  # the tax collector, and nobody who receives something
        return None

    def _of_text(self, words: Sequence[str]) -> Who | None:
        """Return who a phrase names by the definitions of the text."""
        terms = self._defined
        if words[-1] in terms:
            return terms[words[-1]]
        if len(words) == 1 or not self._has_long:
            return None
        found = terms.get(" ".join(words)) or terms.get(" ".join(words[1:]))
        return found or terms.get(" ".join(words[-2:]))


_WHOEVER = frozenset({"betrokkene", "betrokkenen"})
_BOARDS = frozenset({"college", "raad", "colleges", "raden"})
_OF_BOARD = re.compile(r"van (?:bestuur|toezicht|commissarissen)\b")
"""The board of a school or firm."""
_DATA_SUBJECT = frozenset({"degene", "degenen"})
_DATA_OF = ("op wie de gegevens", "over wie gegevens", "wiens gegevens", "op wie gegevens")
"""Whose data they are: a private person."""
_KEEPERS = frozenset({"beheerder", "bewaarder", "houder"})
_OF_REGISTER = ("van het register", "van een register", "van de registers")
"""Who keeps a register set up by law."""
_MINISTERS = frozenset({"minister", "ministers", "onze", "nederlandsche"})


def _is_of_firm(after: str) -> bool:
    owner = _OF.match(after)
    if owner is None:
        return False
    return " b v" in owner[1] or any(noun(word) is Who.FIRM for word in owner[1].split()[:3])


def _by_other_nouns(words: Sequence[str], head: Who) -> Who:
    """Look beyond a head that names nobody: "Dienst Wegverkeer", "producent of Y"."""
    if head is Who.THING and len(words) > 1:
        named = words[1] if words[0] in ("de", "het", "een") else words[0]
        if named not in _ADJECTIVES and (body := noun(named)) in _ACTORS:
            return body
    for at, word in enumerate(words[1:], start=1):
        if word in ("of", "en") and (joined := noun(words[at - 1])) in _ACTORS:
            return joined
    return head


def _is_rule_lid(words: Sequence[str]) -> bool:
    """Whether "lid" is a paragraph: "het eerste lid", "de leden 2"."""
    before = words[-2] if len(words) > 1 else ""
    return before.endswith(("ste", "rde", "ede", "fde", "sde", "nde", "orige")) or before.isdigit()


_AUTHORITY_MEANT = re.compile(
    r"(?:de|het|een|onze)?\s*(?:(?:[A-Z]\w+|algemeen|dagelijks|bevoegde?|centrale) )?"
    r"(?:[Mm]inister|[Ss]taatssecretaris|\w*[Cc]ommissie|[Cc]ollege|\w*[Aa]utoriteit"
    r"|\w*[Ii]nspecti?e"
    r"|\w*[Ii]nspecteur|[Bb]estuursorgaan|\w*[Pp]roductschap|\w*[Bb]edrijfschap|[Bb]estuur van het"
    r"|[Rr]ijksdienst|[Dd]ienst|[Dd]irecteur-generaal|[Dd]irecteur|[Ss]ecretaris-generaal"
    r"|[Aa]gentschap|[Rr]aad"
    r"|[Hh]oofd van|[Gg]edeputeerde|[Bb]urgemeester|[Ii]nstituut|[Bb]ank N\.V|Stimuleringsfonds"
    r"|[Oo]fficier|[Aa]mbtena)"
)


_AUTHORITY_NAMED = re.compile(
    r"(?:de|het|onze)?\s*(?:(?:onze|Onze) [Mm]inister|[Mm]inister van|[Ss]taatssecretaris van"
    r"|Nederlandsche Bank|Nederlandse (?:\w+autoriteit|\w+-autoriteit)|(?:Stichting )?Autoriteit "
    r"|College |Kamer van Koophandel|(?:Hoofd)?(?:[Pp]roduct|[Bb]edrijf)schap)",
    re.IGNORECASE,
)
"""Authorities that a term for firms can stand for: "Bank: De Nederlandsche Bank N.V."."""
_IN_BUSINESS = listed(
    "ingezetene ingezetenen onderneming ondernemer rechtspersoon bedrijf vennootschap bank"
)
"""Who is in business, whatever the term: "rapporteur: ingezetene die"."""
_LONGEST_MEANING = 160
_NEAR_BEGINNING = 40
_ESTABLISHED = re.compile(
    r"Er is een ([a-z-]*(?:fonds|raad|college|commissie|instituut|bureau|kamer|dienst"
    r"|autoriteit|register|orgaan|centrum|adviescollege))\b"
)
"""A body that the regulation itself sets up."""
_SUBSIDISES = re.compile(
    r"\b(?:[Ll]etteren|[Ff]ilm|[Mm]edia|[Ss]timulerings|[Mm]ondriaan)fonds\b"
    r"|\bFonds (?:Podium|voor )"
)
"""Funds that public money is handed out by."""
_ROYAL = ("ommissaris van de Koning", "ommissaris van de koning")
"""Else a commissaris sits on the board of a firm."""


def _defined(text: LegalText) -> dict[str, Who]:
    """Return who the terms are that the regulation itself defines as somebody."""
    found = {match[1]: Who.AUTHORITY for match in _ESTABLISHED.finditer(text.text)}
    if any(name in text.text for name in _ROYAL):
        found["commissaris"] = Who.AUTHORITY
    if _SUBSIDISES.search(text.text):
        found["fonds"] = Who.AUTHORITY
    if "openbare registers" in text.text:
        found["bewaarder"] = Who.AUTHORITY  # else he keeps goods or data for a firm
    bodies = frozenset(found)
    for definition in find_definitions(Places(text)):
        term = definition.term.lower()
        meaning = definition.meaning[:_LONGEST_MEANING].strip()
        is_body = not bodies.isdisjoint(meaning[:_NEAR_BEGINNING].lower().split())
        who = Who.AUTHORITY if is_body else _meant(term, meaning)
        if who is not None:
            found.update(dict.fromkeys((term, f"{term}s", f"{term}en", f"{term}n"), who))
    return found


def _meant(term: str, meaning: str) -> Who | None:
    """Return who is meant by a term, if its meaning names a body or a person."""
    if not term or not meaning:
        return None
    head = term.split()[-1]
    known = noun(head)
    if _AUTHORITY_NAMED.match(meaning):
        return None if known is Who.RULE else Who.AUTHORITY
    if _AUTHORITY_MEANT.match(meaning):
        if known is Who.FIRM and meaning.startswith(("de ", "het ", "De ", "Het ")):
            return Who.AUTHORITY
        return None if known in (Who.FIRM, Who.CITIZEN, Who.RULE) else Who.AUTHORITY
    if known is Who.FIRM or is_official(head):
        return None
    words = Words(meaning)
    if not words.low:
        return None
    meant = words.low[phrase_end(words, 0, len(words)) - 1]
    if known is Who.AUTHORITY and head not in _MAYBE_PRIVATE and meant not in _IN_BUSINESS:
        return None  # "opsporingsambtenaar: de persoon die is aangewezen"
    return Who.FIRM if noun(meant) is Who.FIRM else None
