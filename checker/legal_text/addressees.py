"""Who a noun phrase names: an authority, somebody in business, a citizen, a rule, or a thing.

The lists were made by going through the subjects of the statute book by frequency. What a
regulation defines itself ("raad: het College voor ...") is added to them for that regulation.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto
from functools import lru_cache

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
    politie politiechef belastingdienst rijksbelastingdienst ontvanger uwv svb productschap
    productschappen hoofdproductschap bedrijfschap hoofdbedrijfschap bedrijfschappen schap
    hoofdbedrijfschap lichaam verzekeringsbank bestuursorgaan bestuursorganen orgaan organen
    secretaris-generaal directeur-generaal plaatsvervangend dienst rijksdienst diensten
    ministerie ministeries departement departementen rijk staat overheid overheden
    stembureau hoofdstembureau centraal kiesraad cbs cjib coa cbp afm dnb acm opta nma nza
    rdw npo cvz czm cak ind fiod aid nvwa vwa ctgb kiwa zorginstituut zorgautoriteit
    stimuleringsfonds mediafonds letterenfonds filmfonds gezaghebber gouverneur gouverneurs
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
    beheerraad rijksinstituut rijkscomputercentrum
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
    ingezetene ingezetenen personeel kandidaat-notaris
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
        vervoerders ontvanger ontvangers plichtige plichtigen gebruiker gebruikers maatschappij
        uitvoerder uitvoerders verlener verleners verkoper verkopers verhuurder verhuurders
        verwerker verwerkers bewaarder bewaarders bewerker bewerkers verstrekker fabrikant
        fabrikanten producent producenten importeur importeurs exporteur kweker teler telers
        fokker makelaar maker makers bouwer zender afnemer afnemers bemiddelaar bemiddelaars
        adviseur adviseurs beoefenaar beoefenaren kundige arts artsen therapeut schipper
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
    looptijd dienstbetrekking functie diensttijd uitzondering overgangsrecht begroting
    eerste tweede derde vierde vijfde hetzelfde volgende inwerkingtreding wetboek verdrag
    heffing heffingen leges griffierecht rechtsvordering vordering vorderingen
    vorderingsrecht
    """
)
_OFFICIAL = listed(
    """
    voorschriften beperkingen vergunning vergunningen ontheffing ontheffingen vrijstelling
    vrijstellingen erkenning erkenningen beschikking beschikkingen besluit besluiten
    beslissing beslissingen subsidie subsidies uitspraak uitspraken vonnis arrest
    proces-verbaal benoeming ontslag vergadering vergaderingen advies adviezen aanwijzing
    aanwijzingen stemming zitting bezwaar beroep klacht bevel maatregel dwangbevel aanslag
    boete lidmaatschap toelating goedkeuring toestemming instemming machtiging
    archiefbescheiden voordracht tracébesluit zienswijzen beroepschrift bezwaarschrift
    klaagschrift verkiezing bekendmaking ontwerp-besluit aanbeveling dagvaarding
    verblijfsvergunning subsidieverlening subsidievaststelling tenuitvoerlegging
    verbeurdverklaring griffierecht kentekenbewijs verlof eindejaarsuitkering examen
    toevoeging
    """
)
"""Things that authorities make, give or decide about."""


def is_official(word: str) -> bool:
    """Whether a thing is one that authorities make or give, such as a permit."""
    return word in _OFFICIAL


@lru_cache(maxsize=20_000)
def noun(word: str) -> Who:
    """Return what a noun in lower case names, by itself."""
    if word in _AUTHORITIES:
        return Who.AUTHORITY
    if word in _FIRMS:
        return Who.FIRM
    if word in _CITIZENS:
        return Who.CITIZEN
    if word in _RULES:
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
_PRIVATE_OWNER = re.compile(
    r"\b\w*(?:vennootschap|stichting|vereniging|rechtspersoon|coöperatie|onderneming|instelling|school"
    r"|scholen|bank|verzekeraar|pensioenfonds|fonds|maatschappij|bedrijf|corporatie)\b"
)
_ADJECTIVES = listed(
    """
    algemeen algemene centraal centrale plaatsvervangend enkelvoudige staat rijk
    """
)
_OF = re.compile(r"\s*van (?:de|het|een|die|deze|elke|iedere)\b.{0,40}")
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
    " inrichting", " install", "voertuig", "vaartuig", "toestel", "apparat", " waren",
    "verpakking", "etiket", "levensmiddel", " dier", " stof", " materia", "machine",
    "instelling", " aanvrag", "ontvanger", " handel", "laborator", "accountant", "verzekeraar",
    " melk", " vee ", " vis ", " gewas", " mest", " lading", " tank", " leiding", " bouw",
    " drink", " koper", "verhuur", " zaai",
)  # fmt: skip
_PUBLIC = (
    " minister", "commissie", "voorzitter", "secretaris", " college", "rechter", "rechtbank",
    "griffier", " ambtena", "directeur", " bestuur", "inspecteur", " mandaat", " officier",
    " verdachte", "gedetineerde", "vreemdeling", " kamer", " benoem", " raad", " gemeente",
    " provincie", " staten", " korps", " archief", " dienst ",
)  # fmt: skip
_PERSONS = (
    "verpleegde", "gedetineerde", " student", "verzekerde", "nabestaande", " ouder", " militair",
    "betrokkene", "vreemdeling", "leerling", "medewerker", "ambtenaar", "werknemer", "slachtoffer",
    "jeugdige", "uitkeringsgerechtigde",
)  # fmt: skip
_NEUTRAL = frozenset({" inrichting", " aanvrag", "ontvanger", "instelling", " install", " stof"})
_TRADE = ("in de handel", "verhandel", "fabrikant", "producent")
_MOSTLY_PUBLIC = 1.5
_SOME = 3
_ENOUGH = 10_000
"""Characters that show what a regulation is about."""


_ACTORS = (Who.FIRM, Who.AUTHORITY)


class Cast:
    """Who is who in one regulation."""

    def __init__(self, text: LegalText) -> None:
        self._defined = _defined(text)
        self._has_long = any(" " in term for term in self._defined)
        law = text.text[:_ENOUGH].lower()
        self._schools = sum(map(law.count, _SCHOOLS)) >= _SOME
        spoken = {word: law.count(word) for word in _BUSINESS}
        business, public = sum(spoken.values()), sum(map(law.count, _PUBLIC))
        self.is_public = public > _MOSTLY_PUBLIC * (business + 2)
        """Whether the regulation speaks of public bodies far more than of business."""
        self.is_on_trade = sum(map(law.count, _TRADE)) >= _SOME
        """Whether it is about what comes on the market."""
        persons = sum(map(law.count, _PERSONS))
        firms = business - sum(spoken.get(word, 0) for word in _NEUTRAL)
        self.is_personal = persons > max(_SOME, 2 * firms)
        """Whether it speaks of persons outside business, who then are the applicants."""

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
        head = noun(last)
        if head is Who.AUTHORITY and last in _MAYBE_PRIVATE:
            owner = _OF.match(after)
            return Who.FIRM if owner and _PRIVATE_OWNER.search(owner[0]) else head
        return _by_other_nouns(words, head) if head in (Who.THING, Who.RULE) else head

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
_MINISTERS = frozenset({"minister", "ministers", "onze"})


def _by_other_nouns(words: Sequence[str], head: Who) -> Who:
    """Look beyond a head that names nobody: "Dienst Wegverkeer", "producent of Y"."""
    if head is Who.THING and len(words) > 1:
        named = words[1] if words[0] in ("de", "het", "een") else words[0]
        if named not in _ADJECTIVES and noun(named) is Who.AUTHORITY:
            return Who.AUTHORITY
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
_LONGEST_MEANING = 160
_NEAR_BEGINNING = 40
_ESTABLISHED = re.compile(
    r"Er is een ([a-z-]*(?:fonds|raad|college|commissie|instituut|bureau|kamer|dienst"
    r"|autoriteit|register|orgaan|centrum|adviescollege))\b"
)
"""A body that the regulation itself sets up."""


def _defined(text: LegalText) -> dict[str, Who]:
    """Return who the terms are that the regulation itself defines as somebody."""
    found = {match[1]: Who.AUTHORITY for match in _ESTABLISHED.finditer(text.text)}
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
    known = noun(term.split()[-1])
    if _AUTHORITY_NAMED.match(meaning):
        return None if known is Who.RULE else Who.AUTHORITY
    if _AUTHORITY_MEANT.match(meaning):
        if known is Who.FIRM and meaning.startswith(("de ", "het ", "De ", "Het ")):
            return Who.AUTHORITY
        return None if known in (Who.FIRM, Who.CITIZEN, Who.RULE) else Who.AUTHORITY
    if known is Who.FIRM or is_official(term.split()[-1]):
        return None
    words = Words(meaning)
    if not words.low:
        return None
    head = words.low[phrase_end(words, 0, len(words)) - 1]
    return Who.FIRM if noun(head) is Who.FIRM else None
