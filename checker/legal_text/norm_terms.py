"""The words and turns that tell norms from what is no norm; read over in the statute book."""

import re

from checker.legal_text.wordlists import listed

EFFECTS = listed(
    """
    geldt gelden vervalt vervallen eindigt eindigen strekt strekken berust berusten betreft
    betekent betekenen behoort behoren valt vallen blijkt blijken luidt luiden ontstaat
    ontstaan verjaart verjaren duurt duren liggen rust rusten verstrijkt komt komen gaat
    gaan ontbreekt strekken kent kennen vloeit betekent verschilt resteert resulteert
    fungeert geldt treedt treden betreffen
    """
)
"""Verbs that say what is so; a few of them ask something in certain turns."""
NEVER_OF_RULES = listed(
    """
    is zijn treedt treden geldt gelden vervalt vervallen berust bedraagt kan kunnen heeft
    hebben blijft blijven werkt strekt
    """
)
AGREES = frozenset({"overeen", "na", "bijeen"})
RIGHTS = listed(
    """
    ontvangt ontvangen verkrijgt verkrijgen verliest verliezen geniet genieten behoudt
    behouden krijgt krijgen ontleent ontlenen verwerft verwerven valt vallen behoort behoren
    geldt gelden komt komen ontstaat verblijft lijdt weet wenst wensen wil willen meent
    verkeert overlijdt kent hoeft hoeven betreft bevindt bereikt wint woont ligt staat loopt
    kost wint telt vormt ressorteert functioneert
    """
)
"""What befalls somebody, or is due to him."""
SUMS = listed(
    """
    berekend vermenigvuldigd verminderd verhoogd vermeerderd afgerond verrekend opgeteld
    gedeeld omgerekend meegeteld meegerekend gerekend geteld samengeteld bijgesteld gewogen
    uitgegaan geacht aangemerkt beschouwd gelijkgesteld begrepen verstaan aangeduid gelezen
    uitgedrukt vervangen aangehaald ingetrokken vermoed toegerekend verdeeld gestraft
    omgezet gebaseerd geregeld ontleend afgezien afgeweken aangepast verlaagd gecorrigeerd
    gewijzigd beperkt gekoppeld gevormd gegaan verwezen begrensd herrekend verlengd
    opgeschort geschorst geïndexeerd toegedeeld aangewend verwacht beoogd nagestreefd
    gemaximeerd gefinancierd bekostigd gedekt voortgezet opgeheven afgeleid vergoed belast verbeurd
    bestraft gekort bevoegd vernummerd ingevoegd verschuldigd
    gevergd gereserveerd gedoeld onderscheiden gesproken volstaan gekeken voorbehouden geboden
    toegestaan aangegaan
    geëist verlangd opgemerkt geconstateerd overwogen geconcludeerd
    """
)
"""Participles of sums, equations, references and legal effects."""
CHANGED = listed("verhoogd verlaagd verminderd vermeerderd vermenigvuldigd afgerond")
DEEMED = listed("geacht aangemerkt beschouwd verstaan gelijkgesteld gelezen")
OFFICIAL_ACTS = listed(
    """
    vastgesteld verleend aangewezen toegekend benoemd herbenoemd bekendgemaakt afgegeven
    opgelegd ingesteld gepubliceerd geweigerd afgewezen ontslagen gehoord herzien
    goedgekeurd uitbetaald beslist teruggevorderd geheven besloten toegewezen erkend
    toegelaten beëindigd bepaald gesteld gevorderd uitgesproken opgeroepen uitgereikt
    ingewilligd voorgelegd ontbonden uitgekeerd gelast veroordeeld belast beëdigd
    uitgenodigd gehandhaafd vrijgesteld geëvalueerd overgedragen afgedaan betrokken
    doorgezonden geschorst opgedragen ondergebracht gedagvaard betekend berecht ingeschreven
    uitgeschreven gemandateerd gemachtigd uitgebracht gekozen bijgestaan
    begeleid gefaciliteerd beoordeeld getoetst gelaten verzocht doorgehaald verdaagd
    geplaatst bekrachtigd overgenomen voorgedragen verklaard aangehouden behandeld
    afgehandeld medegedeeld meegedeeld ingetrokken aangekondigd teruggegeven
    teruggezonden gekweten gerangschikt bevestigd verzonden
    gemotiveerd gehandhaafd uitgeoefend opgericht gevestigd gedetacheerd
    gecompenseerd begroot aangenomen verondersteld geaccepteerd bezien gehonoreerd
    bezoldigd kwijtgescholden verstuurd meegenomen geweigerd verbonden
    """
)
ALSO_OF_FIRMS = listed(
    """
    medegedeeld meegedeeld verzonden bevestigd geplaatst overgedragen teruggezonden gehoord
    uitgereikt gemotiveerd opgesteld opgericht aangekondigd gekozen begeleid
    beoordeeld getoetst behandeld afgehandeld verstuurd voorgelegd betrokken uitgebracht
    uitgenodigd doorgezonden teruggegeven
    """
)
"""Of those, what firms do as well."""
ANNOUNCED = listed(
    """
    medegedeeld meegedeeld bekendgemaakt gepubliceerd gehoord toegezonden gezonden verzonden
    geplaatst beslist uitgereikt uitbetaald benoemd genomen ter inzage opgeroepen behandeld
    bevestigd geëvalueerd opgesteld vermeld gegeven gedaan gemotiveerd verleend afgegeven
    gebracht doorgezonden vergoed gehouden opgemaakt voorgelegd teruggezonden uitgenodigd
    gevormd ingeschreven verstrekt ingesteld overgelegd beoordeeld gemaakt
    uitgebracht opgenomen aangetekend bewaard verbonden uitgesproken gelegd
    """
)
"""What an authority has to do, where only that it is done is said."""
TOLD = listed("geïnformeerd ingelicht gewezen gewaarschuwd verwittigd")
"""What is done to whoever is told something."""
OF_RECIPIENT = re.compile(
    r"\baan (?:de |het |een |onze |die |deze )?(?:[\w-]+ ){0,2}?(?:aanvrager|belanghebbende"
    r"|betrokkene|verzoeker"
    r"|indiener|klager|verdachte|ambtenaar|werknemer|geadresseerde|gedetineerde|partijen|leden"
    r"|subsidieontvanger|staten-generaal|kamers der|marktkooplieden"
    r"|(?:vergunning|ontheffing|erkenning|certificaat)?houder)\b",
    re.IGNORECASE,
)
PUBLISHED = re.compile(r"staatscourant|staatsblad|verordeningenblad")
IN_PUBLIC = re.compile(
    r"ter inzage gelegd|bekend gemaakt|taak van het "
    r"|staatscourant|staatsblad|verordeningenblad|provinciaal blad|gemeenteblad",
    re.IGNORECASE,
)
WHILE_DECIDING = re.compile(
    r"^(?:bij|voor) (?:de |het |een )?(?:besluit|beslissing|(?:vaststell|verlen|toekenn|beoordel"
    r"|bereken|beslis|beslech|behandel|weg|wijz|toets|vergelijk)ing"
    r"|het (?:verlenen|vaststellen|toekennen|beoordelen|wijzigen|intrekken|weigeren) van)\b"
    r"|\bambtshalve\b"
)
"""What only authorities are at."""
OBEYED = listed("nageleefd gehandhaafd opgevolgd genomen gevolgd")
RULES_OBEYED = re.compile(
    r"\b(?:voorschriften|aanwijzingen|bepalingen|bepaalde|regels|regelen|richtlijnen|maatregelen)\b"
)
RULE_APPLIED = re.compile(r"\b(?:dit besluit|deze regeling|deze wet|het artikel|artikel|lid) ")
PUT = re.compile(
    r"\b(?:beschikbaar|ter beschikking|in kennis|op de hoogte|veilig|zeker|buiten gebruik"
    r"|in de gelegenheid|zekerheid) gesteld"
    r"|\bgesteld (?:in (?:de|het) (?:nederland|engels|frans|duits)\w*|op (?:[\w-]+ )*formulier)"
    r"|\b(?:in (?:de|het) (?:nederland|engels|frans|duits)\w*(?: taal)?) gesteld"
)
BILLS = listed("heffingsnota heffingsfactuur heffingsaanslag aanslagbiljet heffingsnotas")
"""How an authority imposes a levy is no duty."""
BY_ORDER = re.compile(
    r"\bdoor personen,? die daartoe een (?:schriftelijke )?(?:opdracht|machtiging) van\b"
)
"""Who looks into the books for an industrial board."""
OWN_DATA = re.compile(
    r"^(?:de )?gegevens,? (?:welke )?verkregen uit hoofde van\b"
    r"|\bgegevens\b.{0,200} in handen (?:gesteld )?van de (?:voorzitter|secretaris)"
)
"""What an industrial board does with the data that it gathers."""
SECURITIES = ("zekerheid", "waarborgsom", "bankgarantie", "borgtocht")
PUT_TO_PEOPLE = re.compile(r"\b(?:in kennis|op de hoogte|in de gelegenheid) gesteld")
MONEY = listed(
    """
    subsidie subsidies vergoeding vergoedingen bijdrage bijdragen uitkering uitkeringen
    lening leningen krediet voorschot voorschotten tegemoetkoming bekostiging toelage
    toeslag premie rijksbijdrage schadevergoeding compensatie middelen subsidiebedrag budget
    garantie eindejaarsuitkering
    """
)
PAID = frozenset({"verstrekt", "verleend", "toegekend", "uitbetaald"})
PERSONAL = listed(
    """
    verstrekt verstrekken meldt melden zorgt zorgen zendt zenden registreert registreren
    bewaart bewaren betaalt betalen informeert informeren verricht verrichten vergewist
    overlegt laat legt leggen raadpleegt raadplegen controleert controleren beoordeelt
    beoordelen onderzoekt onderzoeken rapporteert rapporteren publiceert ondertekent
    organiseert overhandigt waarschuwt verzoekt
    """
)
"""Verbs of which only people and bodies are the subject."""
PERSONAL_TURNS = re.compile(
    r"\bzorg\b|\bin kennis\b|\bzich\b|\bin acht\b|\b(?:opgave|mededeling|melding|aangifte"
    r"|verslag|onderzoek|afschrift)\b"
)
SUMS_PAID = ("subsidie", "vergoeding", "uitkering", "toelage", "tegemoetkoming", "bijdrage")
NEGATIONS = listed("niet geen nimmer nooit evenmin niemand noch")
RESTRICTIONS = listed("slechts uitsluitend alleen enkel")
AFTER_NOT = listed(
    """
    later langer eerder meer minder slechts uitsluitend alleen tijdig zijnde anders dan
    lager hoger groter kleiner binnen voldoende volledig tegenstaande
    """
)
DUTY_OF_THING = listed(
    """
    bevat bevatten vermeldt vermelden omvat omvatten voldoet voldoen vergezelt vergezellen
    beschikt beschikken biedt bieden waarborgt waarborgen toont verschaft verschaffen
    voorziet voorzien functioneert behelst beschrijft beschrijven
    verkeert verkeren ondergaat ondergaan
    """
)
ONLY_OF_THINGS = listed("bevat bevatten vermeldt vermelden omvat omvatten voldoet voldoen behelst")
MEASURED = re.compile(
    r"\b(?:ten minste|tenminste|minstens|ten hoogste|hoogstens|minimaal|maximaal|zodanig|zodanige"
    r"|dusdanig)\b"
)
"""How much or in which way a thing must do what it does."""
SAYS_SO = listed("vormt vormen luidt luiden omschrijft noemt ontvangt ontvangen heet heten")
TOUCHES = listed(
    """
    werkt werken doet doen laat laten schorst schorsen belet beletten verhindert verhinderen maakt
    maken staat staan brengt brengen tast stuit stuiten
    """
)
"""What "doet geen afbreuk aan" or "laat onverlet" says is an effect, and no ban."""
SHOWS = listed("geeft geven sluit sluiten houdt houden beslaat beslaan neemt heeft")
SHOWN = re.compile(
    r"\b(?:weer|inzicht|informatie|omschrijving|overzicht|beeld|in (?:ieder|elk) geval aan"
    r"|aan bij|aan op"
    r"|rekening mee|ten minste)\b"
)
PAID_OUT = re.compile(
    r"\b(?:betaling|uitbetaling|verstrekking) (?:van )?(?:de |het |een )?(?:[a-z]+ )?"
    r"\w*(?:subsidie|voorschot)"
)
HAPPENS = listed("geschiedt geschieden vindt vinden gebeurt gebeuren bestaat bestaan")
APPLICATIONS = listed(
    """
    aanvraag aanvragen verzoek melding meldingen opgave aangifte declaratie aanmelding
    inschrijving subsidieaanvraag aanvraagformulier offerte
    """
)
ACTS = tuple(
    listed(
        """
        aanvraag aanvragen aanmelding melding meldingen opgave aangifte betaling registratie
        etikettering vervoer opslag verkoop levering aflevering keuring monsterneming
        bemonstering meting metingen reiniging verpakking bewaring inname verwerking
        verstrekking kennisgeving mededeling vermelding indiening controle verzoek
        analyse verbranding lozing toediening onderhoud schoonmaak laden lossen
        verslag jaarverslag jaarrekening begroting ontwerpbegroting
        rapport rapportage onderzoek lozen lozing afvoer transport
        identificatie administratie boekhouding verantwoording aanlevering slacht
        """
    )
)
"""What a firm does, as a noun: "de aanvraag geschiedt schriftelijk"."""
ACT_ENDINGS = ("ing", "atie", *ACTS)
OF_SUMS = listed(
    "oplegging berekening bepaling indexering afronding omrekening indeling verrekening"
)
REQUIRED_OF_THING = re.compile(
    r"\b(?:voorzien van|ten minste|tenminste|ten hoogste|minimaal|maximaal|niet (?:meer"
    r"|minder|hoger|lager"
    r"|groter|kleiner|breder) dan|zodanig|zo (?:uitgevoerd|gebouwd|ingericht|aangebracht|geplaatst)"
    r"|niet (?:[a-z]+ of )?[a-z]+baar|[a-z]{4,}baar|zichtbaar|aanwezig|bestand tegen"
    r"|vrij van|bereikbaar|toegankelijk|vergezeld"
    r"|gesteld in"
    r"|ondertekend|gedagtekend|uitgerust|vervaardigd|aangebracht|bevestigd|afgeschermd|uitgevoerd"
    r"|ingericht|beveiligd|beschikbaar|voldoende(?! (?:om|voor)\b)|deugdelijk|duidelijk"
    r"|schriftelijk|gesloten"
    r"|afsluitbaar"
    r"|verzekerd|verpakt|gescheiden|gemerkt|herkenbaar|doeltreffend|gemakkelijk|veilig|geplaatst"
    r"|verlicht|geconstrueerd|ontworpen|gebouwd|opgesteld|goed|vermeld|afgedekt|opgenomen"
    r"|waterdicht"
    r"|geschikt voor|in overeenstemming|gekeurd|geïsoleerd|gemonteerd|verkrijgbaar|opvraagbaar)\b",
    re.IGNORECASE,
)
AMOUNT = re.compile(
    r"€|\b(?:euro|f \d|procentpunt|jaar|jaren|maanden|weken|dagen|bedrag|bedragen(?! ;? ?$)"
    r"|kostprijs"
    r"|tarief|kosten)\b"
)
LIMIT = re.compile(
    r"\b(?:ten minste|tenminste|ten hoogste|minimaal|maximaal|niet (?:meer|minder|hoger|lager"
    r"|groter|kleiner)"
    r"|minstens|hoogstens)\b"
)
QUANTITY = re.compile(r"^ een (?:[a-z-]+ )?[a-z-]+ van (?:in totaal )?\d+")
"""How much a thing has: "een studielast van 240 studiepunten"."""
AT_MOST = re.compile(r"\b(?:ten hoogste|hoogstens|hooguit|maximaal)\b")
PERMIT_NOUN = re.compile(
    r"(?:vergunning|ontheffing|toestemming|erkenning|goedkeuring|certificaat|instemming"
    r"|machtiging)\b"
)
SUBJECT_TO_PERMIT = re.compile(
    r" onderworpen aan (?:de |een )?(?:\w+ )?(?:goedkeuring|toestemming|instemming|vergunning)\b"
)
ONLY_AFTER = re.compile(
    r"\b(?:slechts|uitsluitend|alleen)\b.{0,60}\b(?:toestemming|vergunning|ontheffing"
    r"|goedkeuring)\b"
)
WITHOUT_PERMIT = re.compile(
    r"\bzonder (?:[\w’'-]+[ ,]+){0,12}?\w*(?:vergunning|ontheffing|toestemming|erkenning"
    r"|goedkeuring|certificaat"
    r"|verklaring|instemming|bewijs|diploma|registratie|inschrijving|concessie|machtiging)"
)
NO_HAVING = re.compile(
    r"\b(?:recht (?:op|om|van|tot|jegens)|het recht|aanspraak|aanspraken|de (?:bevoegdheid"
    r"|mogelijkheid|keuze)|belang bij"
    r"|voorrang|betrekking op|tot taak|als taak|tot doel|ten doel|als doel|zitting|stemrecht"
    r"|rechtspersoonlijkheid|toegang"
    r"|werking|kracht|effect|gevolg|verhaal)\b"
)
BEING_OF_FIRM = re.compile(
    r"\b(?:in het bezit van|in staat|voorzien van|aangesloten bij|ingeschreven|verzekerd"
    r"|aanwezig|bereikbaar"
    r"|verantwoordelijk voor|deskundig|onafhankelijk|gecertificeerd|gevestigd|ten minste"
    r"|gesloten (?:van|op|tussen)|aantoonbaar|houder van|lid van)\b"
)
VOID = re.compile(
    r"\b(?:van (?:overeenkomstige )?toepassing|bevoegd|gerechtigd|belast met|nietig"
    r"|vernietigbaar|aansprakelijk|vrijgesteld"
    r"|verschuldigd|gelijk aan|niet vereist|niet verplicht|niet gehouden|bestemd|openbaar"
    r"|strafbaar|invorderbaar|vatbaar|onherroepelijk|verzekerd op grond"
    r"|ontvankelijk|gelast|onderworpen|uitgezonderd|de hoogte|de som|het bedrag|mogelijk"
    r"|benoembaar|herbenoembaar"
    r"|werkzaam|ondergeschikt|van kracht|van rechtswege|sprake|afhankelijk|gegrond|ongegrond"
    r"|in werking getreden"
    r"|ingetrokken|vervallen|begrepen|gebonden|een instelling|een commissie)\b"
)
BOUND = frozenset({"verplicht", "gehouden"})
DUTIFUL_BEYOND = re.compile(r", (?:verplicht|gehouden) (?:de|het|een|zijn|haar|hun|om|tot|deze)\b")
"""After a condition within: "is de houder, indien ..., verplicht"."""
OFFICIAL_TITLES = (
    "mandaat", "mandatering", "volmacht", "machtiging", "instellingsbesluit", "bestuursreglement",
    "reglement van orde", "archief", "selectielijst", "benoeming", "aanwijzing toezichthouder",
    "buitengewoon opsporingsambtenaar", "organisatiebesluit", "organisatieregeling", "bezoldiging",
    "rechtspositie", "privacyreglement", "privacy-reglement", "persoonsregistratie", "ambtenaren",
    "monsterneming", "methoden van onderzoek", "instructie", "toelage", "taakverdeling",
    "departement", "huishoudelijk reglement",
)  # fmt: skip
SETS_UP_A_BODY = re.compile(
    r"instelling(?:sbesluit|sregeling)?\b.{0,30}(?:commissie|raad|college|taskforce)"
)
SURE_ACTS = listed(
    """
    ingediend nageleefd overgelegd bijgehouden aangemeld aangevraagd ingevuld bijgevoegd
    meegezonden
    """
)
RULE_ACTS = listed(
    """
    betaald voldaan nageleefd gevolgd gebruikt vermeld opgenomen ingediend afgedragen
    aangeboden gemeld opgegeven aangegeven medegedeeld meegedeeld
    gesplitst uitgesplitst gespecificeerd toegelicht
    """
)
NO_DEMANDS = (SUMS - {"aangepast"}) | listed(
    """
    opgenomen bedoeld gelegen gevestigd aangegeven verbonden gericht gebaseerd opgebouwd ingedeeld
    samengesteld bestemd geregeld gegeven gekregen ontstaan gebleken verstreken overleden
    aangevangen begonnen verschenen bekend genoemd vermeld gemaakt gedaan inbegrepen uitgesloten
    gevolgd ingetrokken gestart ingegaan geëindigd
    """
)
"""States that are told and not demanded."""
PERFECT = listed(
    "ontvangen gekregen verkregen gedaan ingediend gemaakt gesteld verleend genoten plaatsgevonden"
    " voldaan verricht gegeven verstrekt genomen gehad betaald"
)
NO_PARTICIPLES = listed(
    """
    bedoeld genoemd besluit besluiten gevallen artikelen bepalingen bedragen gegevens
    verband verzoeken onderdelen voorwaarden gebied gebieden bevoegd verordening
    voorschriften voorzieningen gemeenten belangen gevolgen beperkingen bescheiden gebreken
    geluid opzichte overeenkomst overeenkomsten uitsluitend ontvangst voorafgaand opdracht
    onverminderd inhoud toezicht bericht overzicht overleg belasten aanzien inlichtingen
    instellingen aanvragen voorschrift beleid geheel geval bestand uitgaven uitgevoerden
    geld gelden verslagen inrichtingen ondernemingen verplichtingen gebouwen bevoegdheid
    vervoermiddelen gewassen bestanddelen benodigd gezond aandeel bekend verantwoord verbod
    gemiddeld verlof ontwerpen ontslag gebreken afschrift afschriften voorraad
    overleggen behoud gewicht vermogen vergoedingen vergunningen betalingen beroep bewijzen
    bewijsstukken verschillen inkomsten aanwijzingen activiteiten verwant gedeelten
    """
)
IRREGULAR = listed(
    """
    gedaan wederafgegeven
    voldaan geacht voorzien toegestaan gegaan nagegaan uitgegaan opgedaan afgedaan aangegaan
    """
)
GOES = listed("gaat gaan treedt treden ziet volgt")
STAFF = listed(
    """
    medewerker medewerkers functionaris functionarissen personeel personeelsleden beheerder houder
    bewerker coördinator
    """
)
"""Who serve a public body where a regulation is about one."""
INTO_FORCE = listed("treedt treden is zijn wordt worden zal zullen kan kunnen stelt blijft")
IN_FORCE = re.compile(r" (?:de verplichting|een verplichting|het verbod|een verbod) (?:om|tot) ")
NO_RIGHT = re.compile(r" (?:rechten|recht|aanspraak|aanspraken|beroep|beroepen|bezwaar) ")
RULES_MADE = re.compile(
    r"(?<!van )(?<!deze )(?<!de )(?<!nadere )\b(?:nadere )?"
    r"(?:regels|regelen|voorschriften|beleidsregels)\b"
)
REFUSAL = re.compile(
    r"^ niet tot\b|\bafwijzend\b|\b(?:aanvraag|verzoek)\b.{0,80}\baf\b|\bniet te behandelen\b"
    r"|\bniet in behandeling\b"
)
EXECUTION = re.compile(r"\bbelast met (?!toezicht|het toezicht|de uitvoering van (?:dit|deze)\b)")
"""A task that is given, and no formula at the end of an act."""
OWN_TASK = re.compile(
    r"\bgegevens\b.{0,300}\b(?:taak van het|uitvoering van deze (?:verordening|wet|regeling))\b"
)
"""What authorities may use data for."""
NO_STATE = re.compile(r"€|\bvan (?:overeenkomstige )?toepassing\b")
DECIDES = listed("wijst wijzen beslist beslissen besluit besluiten weigert weigeren")
ACCESS_TO_DATA = re.compile(r"\bgegevens hebben\b.{0,200}\btoegang\b")
MADE_KNOWN = re.compile(r" bekend (?:worden )?gemaakt ")
LEVIED = frozenset({"opgelegd", "geheven", "geïnd"})
PASSES = re.compile(r"\bover (?:naar|op)\b|\bop de datum van inwerkingtreding\b")
"""What befalls staff: "gaat over naar de dienst"."""
AT_CHARGE = re.compile(r" (?:rekening|laste)(?: en risico)? van ")
OWN_ACCOUNT = re.compile(r"voor (?:zijn|haar|hun) rekening")
ALLOWED = frozenset({"toegestaan", "geoorloofd"})
NEEDED = frozenset({"vereist", "nodig"})
NOT_BOUND = re.compile(r"\bniet (?:langer |meer )?(?:verplicht|gehouden)\b|verplicht gesteld")
FOR_A_RIGHT = re.compile(
    r"^voor (?:de |het |een )?(?:afgifte|verlening|verlenging|verkrijging|verkrijgen|toekenning"
    r"|afgeven|verlenen|behalen)\b"
)
"""What is required before something is granted is a condition, and no duty."""
TASK = re.compile(r"\b(?:tot|als) (?:taak|taken)\b")
IN_TABLE = re.compile(r"tabel|bijlage|artikel")
ALSO_TECHNICAL = frozenset({"geplaatst", "bevestigd", "opgesteld"})
"""What authorities do, and is done to parts of a machine as well."""
PAST = listed(
    """
    werd werden was waren had hadden kon konden mocht mochten zou zouden wil willen moest moesten
    ware deed deden
    """
)
LIGHT = listed("draagt dragen stelt stellen neemt nemen doet doen")
"""Verbs that need a noun to say what is done."""
POINTING = frozenset({"deze", "dit", "dat", "zulks"})
OTHER_RULES = listed("regeling maatregel verordening")
NO_ACTORS = frozenset({"dit", "dat", "er", "deze", "zulks"})
LACKS = frozenset({"beschikt", "beschikken"})
AS_ELSEWHERE = re.compile(
    r" overeenkomstig (?:het (?:bij )?(?:bepaalde|gestelde)"
    r"|(?:het|de) \w+ (?:tot en met \w+ )?(?:lid|leden)) "
)
"""A reference to another paragraph: "geschiedt overeenkomstig het tweede lid"."""
HANDED = listed(
    """
    verstrekt gezonden toegezonden overgelegd teruggegeven teruggezonden ingeleverd meegedeeld
    medegedeeld gemeld aangeboden afgedragen doorgegeven ingezonden opgegeven
    """
)
TO_AUTHORITY = re.compile(
    r"\b(?:aan|bij) (?:de |het )?(?:onze minister|minister|staatssecretaris|inspecteur|inspectie"
    r"|college van|productschap|autoriteit)\b"
)
"""To whom a firm hands what it is asked for."""
STATED = listed("vermeld opgenomen aangegeven opgegeven aangetoond vermelden")
IN_APPLICATION = re.compile(
    r"\b(?:in|bij) (?:het|de|een|zijn|deze|dit|die|dat) "
    r"(?:verzoek|aanvraag|aangifte|melding|opgave|aanvraagformulier)\b"
)
DONE_IN_BOOKS = listed("toegerekend onderscheiden verdeeld berekend afgerond gebaseerd toegedeeld")
"""Sums that whoever keeps the books has to make, where it says that he must."""
CHANGED_BY_OFFICE = listed(
    "ingetrokken gewijzigd verlengd opgeschort geschorst opgeheven verlaagd verhoogd aangepast"
    " toegestaan verminderd vervangen"
)
"""What happens to a permit, where the authority that does it is named."""
ADMITTED = listed("erkend toegelaten ingeschreven")
"""What is done to an applicant who meets the conditions."""
GRANTED = listed(
    """
    gewijzigd verlengd vernieuwd hernieuwd wederafgegeven heruitgegeven omgewisseld ingeschreven
    vermeld erkend opgenomen aangetekend
    """
)
ON_REQUEST = re.compile(
    r" op (?:aanvraag|verzoek)\b"
    r"|\bnadat (?:is aangetoond|(?:de|een) \w+ (?:van \w+ \w+ )?heeft aangetoond)"
)
"""An authority does it for an applicant, who has shown what is asked."""
MADE_OR_SENT = frozenset({"ingediend", "gedaan", "aangevraagd", "gewijzigd", "aangevuld"})
FORMS = ("formulier", "formulieren")
STATED_IN = listed("vermeld opgenomen aangegeven gebracht omschreven genoemd")
IN_DECISION = re.compile(
    r" in (?:het|de) (?:betrokken |desbetreffende )?\w*"
    r"(?:besluit|beschikking|vergunning|erkenning|ontheffing) "
)
"""What an authority says in its decision."""
AT_HAND = re.compile(r" (?:beschikbaar|verkrijgbaar) ")
"""Where the authority has its forms: "Aanvraagformulieren zijn verkrijgbaar bij"."""
LIMIT_SET = re.compile(
    r"^(?: als \w+)? (?:de|een|het)(?: \w+){0,2} \w*(?:grenswaarden?|maximumsnelheid) "
)
"""What has to be kept to: "Voor lozen geldt een grenswaarde van"."""
STATED_BY_RULES = listed("gegeven gesteld vastgesteld uitgevaardigd bepaald")
RULES_GIVEN = listed("voorschriften regels regelen eisen richtlijnen aanwijzingen")
DECISIONS = listed("besluit beschikking beslissing subsidiebeschikking")
