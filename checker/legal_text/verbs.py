"""Verb forms as Dutch statutes use them, and what part a word can play in a clause.

The lists were made from the statute book: what follows "te" there, with its forms, and read over.
A word in them may be a noun elsewhere ("een merk"); where it stands in the clause decides.
"""

from functools import lru_cache
from typing import ClassVar

from checker.legal_text.wordlists import listed


class Word:
    """What part a word can play.

    No Enum: reading a member of one takes three times as long, and it is done for each word.
    """

    __slots__ = ("name",)

    OTHER: ClassVar["Word"]
    OPENER: ClassVar["Word"]
    """Opens a subclause: "indien", "die", "waarop"."""
    FINITE: ClassVar["Word"]
    """A finite verb for certain: "wordt", "registreert"."""
    EITHER: ClassVar["Word"]
    """A finite verb or a participle: "verstrekt"."""
    PLURAL: ClassVar["Word"]
    """A plural or an infinitive: "verstrekken"."""
    LAST: ClassVar["Word"]
    """A separable verb written as one: only at the end of a subclause ("indient")."""
    LAST_PLURAL: ClassVar["Word"]
    """The plural of those, or an infinitive: "indienen"."""
    COMMA: ClassVar["Word"]
    JOINER: ClassVar["Word"]
    """ "en", "of" and their like."""
    PREPOSITION: ClassVar["Word"]
    DETERMINER: ClassVar["Word"]
    PRONOUN: ClassVar["Word"]
    """A subject in one word: "hij", "zij", "men"."""
    ADVERB: ClassVar["Word"]
    """What may open a clause without being its subject: "tevens", "daarbij"."""
    OPEN_BRACKET: ClassVar["Word"]
    CLOSE_BRACKET: ClassVar["Word"]
    COLON: ClassVar["Word"]

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"Word.{self.name}"


for _name in Word.__annotations__:
    setattr(Word, _name, Word(_name))


FINITE = listed(
    """
    int vergezelt herleidt aanvaardt accepteert achterhaalt actualiseert administreert
    adviseert analyseert anonimiseert archiveert assisteert bakt baseert beademt beantwoordt
    bebouwt bedient bedingt bedraagt bedwelmt begeeft begeleidt begint begraaft begrijpt
    behaalt behandelt behartigt beheerst beheert behelst behoeft behoort behoudt bekijkt
    beklaagt bekleedt bekostigt belast belegt belemmert belet bemest bemiddelt bemoeilijkt
    bemonstert benadeelt benadeert benoemt benut beoogt beoordeelt bepaalt beperkt beproeft
    berecht bereidt bereikt berekent bergt beroept berooft berust beschadigt beschermt
    beschikt beschouwt beschrijft beslaat beslist bespaart bespreekt bestaat besteedt
    bestelt bestemt bestrijdt bestrijkt betaalt betaamt betekent beteugelt betreedt betreft
    betrekt betreurt betwijfelt betwist bevaart bevat beveelt beveiligt bevestigt bevindt
    bevordert bevriest bewaakt bewaart beweegt bewerkstelligt bewerkt bewijst bewoont bezigt
    bezoekt bezorgt bezwaart beëdigt beëindigt beïnvloedt biedt bindt blijft blijkt boekt
    borgt bouwt braadt brandt breidt brengt bruteert castreert certificeert chipt citeert
    communiceert compenseert conserveert constateert controleert corrigeert coördineert
    crediteert creëert debatteert debiteert declareert deelt dekt demonstreert denkt derft
    desinfecteert diagnosticeert dicht dient distribuert documenteert doet doodt doopt
    doorloopt doorstaat doorzoekt doseert draagt draait dreigt drijft dringt drinkt droogt
    drukt duidt duldt duurt duwt dwingt eerbiedigt eet eindigt eist elimineert emitteert ent
    enten erkent etiketteert etst evalueert executeert exploiteert exporteert fabriceert
    faciliteert factureert filmt financiert fokt formuleert fotografeert fouilleert
    functioneert fungeert gaat garandeert gebeurt gebruikt gedoogt gedraagt geeft gelast
    geldt geleidt genereert geniet geraakt geschiedt giet grenst gunt haalt hakt handelt
    handhaaft hangt hanteert heeft heet heft herbeoordeelt herberekent hergebruikt herkent
    herleidt heropent heroverweegt herplaatst herroept herschaalt herschikt herstelt hervat
    herwaardeert herziet hijst hindert hoeft honoreert hoort houdt huisvest identificeert
    ijkt importeert incasseert indexeert infiltreert informeert injecteert insemineert
    inspecteert installeert instrueert integreert intensiveert interpreteert introduceert
    investeert is isoleert jaagt kalibreert kanaliseert kapt keert kent keurt kiept kiest
    kleurt klimt knipt koelt komt kondigt kookt koopt koppelt kost kraakt krijgt
    kwalificeert kwantificeert kweekt laadt laat labelt leeft leent leert leest legitimeert
    legt leidt lekt levert ligt lijdt likt logt loopt loost luidt luistert maait maakt maalt
    machtigt mailt mandateert manoeuvreert markeert meent meet meldt mengt merkt
    minimaliseert misbruikt misleidt mist moderniseert moet monitort monstert monteert
    motiveert neemt neutraliseert nodigt noemt normeert oefent omschrijft omvat onderbouwt
    onderbreekt ondergaat onderhoudt onderkent onderneemt onderscheidt ondersteunt
    ondertekent ondervindt ondervraagt onderwerpt onderwijst onderzoekt ontbindt ontbreekt
    ontdekt ontdoet ontdooit ontgast ontgint ontgrondt ontheft onthoudt ontleedt ontleent
    ontneemt ontplooit ontruimt ontslaat ontsluit ontsmet ontsnapt ontstaat onttrekt
    ontvangt ontwatert ontwerpt ontwikkelt oormerkt openbaart opent opereert optimaliseert
    organiseert overbrugt overhandigt overlegt overlijdt overschrijdt overtreedt overtreft
    overtuigt overweegt pakt parafeert parkeert past pasteuriseert plaatst pleegt poot
    porteert prepareert presenteert produceert publiceert raadpleegt raakt raamt rangschikt
    rapporteert reageert realiseert rechtvaardigt reflecteert regelt registreert reikt
    reinigt reist rekent remt reorganiseert reserveert ressorteert resteert restituert
    resulteert retourneert rijdt roept rondt rooit rookt rust saldeert saneert schaft
    schakelt schat scheidt schenkt schept schermt scheurt schiet schoolt schorst schort
    schrijft schuift schuilt schut scoort selecteert signaleert slaagt slaat slacht sleept
    sloopt sluit smelt snijdt sommeert sorteert spant specificeert speelt spioneert splitst
    spreekt spuit staakt staat stapelt stelt stemt steriliseert sterilseert steunt stijgt
    stimuleert stopt stort straalt streeft strekt strijkt stroomt stuit stuurt subsidieert
    tast tatoeëert tekent telt toetst toont traceert tracht traint transporteert treedt
    treft trekt twijfelt vaardigt vaart vaccineert valt vangt vat veilt ventileert verandert
    verantwoordt verbetert verbiedt verbindt verblijft verbouwt verbrandt verbruikt
    verdedigt verdeelt verdient verdooft verduidelijkt verdunt verduurzaamt veredelt
    verenigt verft vergadert vergelijkt vergemakkelijkt vergewist vergist vergoedt vergroot
    vergt verhaalt verhandelt verhelpt verhindert verhit verhoogt verhuist verhuurt
    verifieert verjaart verkeert verklaart verkoopt verkort verkrijgt verlaagt verlaat
    verlangt verleent verleidt verlengt verliest verlijdt verloopt vermeerdert vermeldt
    vermengt vermenigvuldigt vermijdt vermindert vermoedt verneemt vernietigt vernieuwt
    veronderstelt veroorzaakt verpacht verpakt verpandt verplaatst verplicht verrekent
    verricht verrijkt verschaft verschijnt verschuift verslaat verspert verspreidt verstaat
    versterkt verstoort verstopt verstrekt verstrijkt verstuurt vertaalt verteert
    vertegenwoordigt vertoont vertraagt vertrekt vertrouwt vervaagt vervaardigt vervalst
    vervalt vervangt vervoedert vervoert vervolgt vervreemdt vervult verwaarloost verwacht
    verwerft verwerkt verwerpt verwezenlijkt verwijdert verwijst verwijt verwondt verzamelt
    verzegelt verzekert verzendt verzet verzoekt verzorgt verzuimt verzwijgt vestigt vilt
    vindt vist vliegt vloeit voedt voegt voert volbrengt voldoet volgt volstaat voltooit
    voorkomt voorziet vordert vormt vraagt vreest vriest vult waarborgt waarmerkt waarschuwt
    wacht weegt weerlegt weet weigert wendt wenst werkt werpt wijkt wijst wijzigt willigt
    wint wisselt woont wordt zaait zakt zeeft zegelt zegt zendt zet ziet zijn zit zoekt
    zorgt zuigt zweet zwemt
    """
)
"""Third person singular of the present, as statutes use it; separable verbs without prefix."""

PLURAL = listed(
    """
    wensen vergezellen leven richten branden aanvaarden accepteren achten achterhalen
    actualiseren administreren adviseren analyseren anonimiseren antwoorden archiveren
    assisteren baseren beantwoorden bedienen bedingen bedragen begeleiden begeven beginnen
    begrijpen behalen behandelen behartigen beheersen beheren behoeven behooren behoren
    behouden beklagen bekleden bekostigen belasten belemmeren beletten bemiddelen
    bemoeilijken bemonsteren benaderen benoemen benutten beogen beoordelen bepalen beperken
    beproeven berechten bereiden bereiken berekenen beroepen berusten beslaan beschadigen beschermen
    beschikken beschouwen beschrijven beslissen besluiten besparen bespreken bespuiten
    bestaan besteden bestellen bestemmen bestrijden bestrijken betalen betekenen betreden
    betrekken betwijfelen betwisten bevaren bevatten beveiligen bevelen bevestigen bevinden
    bevoorschotten bevorderen bewaken bewaren bewegen bewerken bewerkstelligen bewijzen
    bezien bezigen bezitten bezoeken bezorgen bezwaren beëdigen beëindigen beïnvloeden
    bieden binden blijken blijven borgen bouwen breiden brengen bruteren certificeren coaten
    communiceren compenseeren compenseren conserveren constateren controleren corrigeren
    coördineren creëren dagvaarden declareren definiëren dekken delen demonstreren denken
    derven dienen distribueren documenteren doden doen doorgronden doorkruisen downloaden
    draaien dragen dreigen drijven dringen drukken duiden dulden duren duwen dwingen
    eerbiedigen eindigen eisen elimineren emitteren erkennen evalueren executeren
    exploiteren exporteren fabriceren faciliteren financieren fokken formuleren functioneren
    gaan garanderen gebeuren gebruiken gedogen gedragen gelasten gelden geleiden generen
    genereren genieten geraken geschieden geven grijpen groeien gunnen halen handelen
    handhaven hangen hanteren hebben hechten heffen herbenoemen hergebruiken herkennen
    herleiden heropenen heroverwegen herplaatsen herroepen herstellen hervatten herzien
    hinderen hoeven honoreren horen houden huisvesten identificeren importeren indexeren
    infiltreren informeren innen insemineren inspecteren installeren instrueren integreren
    intensiveren interpreteren introduceren investeren jagen kanaliseren kennen keren keuren
    kiezen komen kondigen kopen krijgen kunnen kwalificeren kwantificeren kweken kwijten
    laden lassen laten leggen legitimeren leiden lenen leren leveren lezen lichten liggen
    lijden lijmen loggen lopen lossen lozen luiden luisteren machtigen maken managen
    mandateren manoeuvreren markeren melden mengen meren merken meten minimaliseren
    misleiden missen moderniseren moeten mogen monitoren monteren motiveren nemen nodigen
    noemen normeren nuttigen oefenen omschrijven omvatten omzeilen onderhouden onderscheiden
    ondersteunen ondertekenen ondervinden onderwerpen onderzoeken ontbinden ontbreken
    ontdekken ontdoen ontgaan ontgronden ontheffen onthouden ontkomen ontlenen ontmantelen
    ontnemen ontplooien ontruimen ontslaan ontsluiten ontsmetten ontsnappen ontstaan
    onttrekken ontvangen ontwerpen ontwikkelen ontzeggen oogsten oordelen openbaren openen
    opereren optimaliseren organiseren overeenkomen overhandigen overleggen overschrijden
    overtreden overtreffen overwegen pakken passen plaatsen plannen plegen porteren
    presenteren prijzen produceren publiceren raadplegen raken ramen rangschikken
    rapporteren reageren realiseren rechtvaardigen redden reflecteren regelen registreren
    reiken reinigen reizen rekenen reorganiseren reserveren restitueren resulteren richten
    rijden roepen roken ronden ruilen ruimen rusten salderen saneren schaffen schakelen
    schatten scheiden schelden schenken scheppen scherpen schieten schorsen schorten
    schrijven schuiven selecteren signaleren slaan slepen slopen sluiten sommeren sorteren
    spannen specificeren spelen spioneren splitsen spreken staan staken starten staven
    stellen stemmen stimuleren stoppen storten stralen strekken streven sturen subsidiëren
    tappen tasten tekenen telen tellen testen toetsen tonen traceren trachten transporteren
    treden treffen trekken twijfelen uiten vaardigen vallen vangen varen vatten vechten
    veranderen verantwoorden verbeteren verbieden verbinden verblijven verbouwen verbranden
    verbruiken verdedigen verdelen verdienen verduidelijken verenigen vergaderen vergelijken
    vergemakkelijken vergen vergewissen vergoeden vergroten verhalen verhandelen verhelpen
    verhinderen verhogen verhuizen verhuren verifiëren verkeren verklaren verkopen verkorten
    verkrijgen verlagen verlangen verlaten verleiden verlenen verlengen verliezen
    vermeerderen vermelden vermenigvuldigen vermijden verminderen vermoeden vernemen
    vernielen vernietigen veronderstellen veroorzaken verpachten verpakken verpanden
    verplaatsen verplegen verplichten verrekenen verrichten verschaffen verschijnen
    versperren verspreiden verstaan versterken verstoren verstrekken verstrijken verstrooien
    versturen vertalen vertegenwoordigen vertragen vertrekken vervaardigen vervallen
    vervalsen vervangen verveelvoudigen vervoederen vervoeren vervolgen vervolmaken
    vervreemden vervroegen vervullen verwaarlozen verwachten verwarren verwekken verwerken
    verwerpen verwerven verwezenlijken verwijderen verwijten verwijzen verzamelen verzegelen
    verzekeren verzenden verzetten verzoeken verzorgen vestigen vinden vissen vliegen
    vloeien voeden voegen voeren voldoen volgen volstaan voltooien voorkomen voorzien
    vorderen vormen vragen vrezen vullen waarborgen waarschuwen wachten weigeren wekken
    wenden wentelen werken werpen weten wijken wijzen wijzigen willen willigen winnen
    wisselen wissen wonen worden zeggen zenden zetten zien zijn zitten zoeken zorgen zullen
    """
)
"""The plural of the present, and the infinitive."""

AUXILIARIES = listed(
    """
    is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon konden
    mag mogen mocht mochten moet moeten moest moesten zal zullen zou zouden dient dienen
    hoeft hoeven behoeft behoeven wil willen ware kunt zult blijft blijven
    """
)
"""Verbs that lean on another verb."""

PARTICIPLES = listed(
    """
    licht richt acht besluit bekleedt belast belet benut bereikt beperkt beslist betwist
    bewaakt bewerkt gebruikt geraakt hergebruikt herplaatst misbruikt ontdekt ontsmet
    vergroot verkort verpacht verpakt verplaatst verplicht verricht verschaft versterkt
    verstrekt vervalst verwacht verwerkt verzet verbruikt verstopt bevoorschot besmet
    veroorzaakt gelast bericht verlicht bemest
    """
)
"""Forms in -t that are participles as well."""

PREFIXES = tuple(
    listed(
        """
        aan achter af bekend bezig bij binnen deel door gade gelijk goed in kennis klaar mede mee
        na neder neer om onder op open over plaats samen stil stop tegen tegemoet tekort
        tentoon terecht terug teweeg toe tussen uit uiteen vast veilig vol voor voorbij
        voort vrij waar weder weer weg zorg
        """
    )
)
"""What stands before a separable verb."""

_OPENERS = listed(
    """
    alvorens
    indien wanneer ingeval zodra zolang tenzij mits opdat omdat doordat nadat voordat
    vóórdat zodat totdat terwijl hoewel ofschoon aangezien voorzover zover die dat wie wier
    wiens wat welke welk hetgeen hetwelk dewelke waar waaraan waarachter waarbij waarbinnen
    waarboven waarbuiten waardoor waarheen waarin waarmede waarmee waarna waarnaar waarom
    waaromtrent waaronder waarop waarover waartegen waartoe waartussen waaruit waarvan
    waarvandaan waarvoor hoe hoeveel als toen zoals naarmate geval ongeacht
    """
)
_JOINERS = listed(
    """
    en of alsmede alsook danwel noch maar doch dan onderscheidenlijk
    """
)
_PREPOSITIONS = listed(
    """
    aan achter behoudens behalve beneden bij binnen blijkens boven buiten conform door
    gedurende gehoord gelet gezien hangende in ingevolge inzake jegens krachtens langs met
    na naar naast namens niettegenstaande om omtrent onder ondanks onverminderd op
    over overeenkomstig per rond rondom sedert sinds te tegen tegenover ten ter tijdens tot
    totdat tussen uit uiterlijk van vanaf vanuit vanwege via volgens voor vóór voorafgaand
    voorafgaande wegens zonder à qua betreffende mede namens samen tezamen teneinde
    aangaande
    """
)
_DETERMINERS = listed(
    """
    de het een één deze dit elk elke ieder iedere alle geen onze ons zijn haar hun enig
    enige dezelfde hetzelfde zodanige zulk zulke beide meerdere sommige andere eenzelfde ene
    diens den der des 'n twee drie vier vijf zes
    """
)
_PRONOUNS = listed(
    """
    hij zij men ieder eenieder iemand niemand degene degenen allen wij deze dit zulks ze
    """
)
_ADVERBS = listed(
    """
    er tegelijkertijd gelijktijdig hierbij daarbij daartoe hiertoe daarin hierin daarvan hiervan
    daarop hierop daarnaast
    hiernaast tevens voorts bovendien vervolgens daarna hierna daarvoor hiervoor daaraan
    hieraan daardoor hierdoor daarmee hiermee daarmede hiermede daarover hierover
    daarenboven alsdan dan ook eveneens evenmin slechts uitsluitend alleen steeds telkens
    jaarlijks maandelijks wekelijks dagelijks onverwijld terstond zo zoveel aldus
    desgevraagd desgewenst derhalve echter niettemin desondanks daarentegen daarom mede
    verder overigens voorshands nu thans eerst vooraf vooral niet nimmer nooit wel eenmaal
    tweemaal viermaal zowel hetzij hier daar periodiek ambtshalve zich elkaar elkander hem
    haar hen hun daartegen hiertegen daaromtrent hieromtrent daarboven daarbuiten daarbinnen
    onmiddellijk schriftelijk tijdig direct gelijktijdig minimaal maximaal tenminste tezamen
    gezamenlijk zonodig
    """
)
_PAST = listed(
    """
    was waren werd werden had hadden kon konden mocht mochten moest moesten zou zouden ware
    deed deden ging gingen kwam kwamen gaf gaven bestond bestonden gold golden nam namen
    stelde stelden kan kunnen mag mogen zal zullen wil willen moeten worden hebben
    """
)
_ONLY_LAST = listed("teelt pacht huurt vist start plant")
"""Nouns as well: verbs only at the end of a subclause."""
_MARKS = {",": Word.COMMA, ";": Word.COMMA, ":": Word.COLON, "(": Word.OPEN_BRACKET}
_MARKS[")"] = Word.CLOSE_BRACKET
_EASY: dict[str, Word] = {
    **dict.fromkeys(PLURAL, Word.PLURAL),
    **dict.fromkeys(_PREPOSITIONS, Word.PREPOSITION),
    **dict.fromkeys(_ADVERBS, Word.ADVERB),
    **dict.fromkeys(_PRONOUNS, Word.PRONOUN),
    **dict.fromkeys(_DETERMINERS, Word.DETERMINER),
    **dict.fromkeys(_JOINERS, Word.JOINER),
    **dict.fromkeys(FINITE, Word.FINITE),
    **dict.fromkeys(_PAST, Word.FINITE),
    **dict.fromkeys(PARTICIPLES, Word.EITHER),
    **dict.fromkeys(_OPENERS, Word.OPENER),
    **dict.fromkeys(_ONLY_LAST, Word.LAST),
    **_MARKS,
}


@lru_cache(maxsize=50_000)
def word_of(word: str) -> Word:
    """Return what part ``word``, in lower case, can play."""
    known = _EASY.get(word)
    if known is not None:
        return known
    if word.endswith("t"):
        if _prefixed(word, FINITE):
            return Word.LAST
        if word.endswith("eert") and len(word) > 6 and word.isalpha():
            return Word.FINITE
    elif word.endswith("n") and _prefixed(word, PLURAL):
        return Word.LAST_PLURAL
    return Word.OTHER


def _prefixed(word: str, forms: frozenset[str]) -> bool:
    return any(word.startswith(p) and word[len(p) :] in forms for p in PREFIXES)
