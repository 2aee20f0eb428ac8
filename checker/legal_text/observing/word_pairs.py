"""Word lists of our own: pairs that mean the same, and abbreviations that need no explanation."""

PAIRS = (
    ("onderneming", "bedrijf"),
    ("ondernemer", "onderneming"),
    ("exploitant", "uitbater"),
    ("aanvrager", "verzoeker"),
    ("vergunninghouder", "houder van de vergunning"),
    ("ontheffinghouder", "houder van de ontheffing"),
    ("subsidieontvanger", "subsidie-ontvanger"),
    ("subsidieontvanger", "begunstigde"),
    ("subsidieontvanger", "ontvanger van de subsidie"),
    ("vervoerder", "transporteur"),
    ("fabrikant", "producent"),
    ("werknemer", "personeelslid"),
    ("werknemer", "medewerker"),
    ("opdrachtgever", "principaal"),
    ("consument", "verbruiker"),
    ("patiënt", "cliënt"),
    ("afnemer", "klant"),
)
"""Words for who must comply of which a text needs only one; the usual one first."""

PLURALS = {
    "ondernemingen": "onderneming",
    "bedrijven": "bedrijf",
    "ondernemers": "ondernemer",
    "exploitanten": "exploitant",
    "aanvragers": "aanvrager",
    "verzoekers": "verzoeker",
    "vergunninghouders": "vergunninghouder",
    "subsidieontvangers": "subsidieontvanger",
    "vervoerders": "vervoerder",
    "fabrikanten": "fabrikant",
    "producenten": "producent",
    "werknemers": "werknemer",
    "personeelsleden": "personeelslid",
    "medewerkers": "medewerker",
    "opdrachtgevers": "opdrachtgever",
    "consumenten": "consument",
    "verbruikers": "verbruiker",
    "patiënten": "patiënt",
    "cliënten": "cliënt",
    "afnemers": "afnemer",
    "klanten": "klant",
}

_KNOWN = """
ABP ADHD AFM AIDS AMVB ANWB AOW ATM ATR AWBZ BBP BES BIC BIG BSN BTW CAO CBS CE COC COREP DNA
ECLI EEG EER EFTA EGKS EMU ESA EUR EVRM FAO FTE GLB GPS HBO HIV HTML IAEA IBAN ICT IEC ILO IMO
IOAW IOAZ ISBN ISO KNMI LJN MBO MKB NATO NAVO NEN NIWO NYSE OESO PDF PVC RDW RIVM RSIN SEPA SMS
STB STCRT TNO UNESCO USB USD UTC UWV VAR VAT VMBO VOF VWO WAO WHO WIA WTO WW XML ZZP
"""
KNOWN_ABBREVIATIONS = frozenset(_KNOWN.split())
"""What people know by its letters better than by its words."""
