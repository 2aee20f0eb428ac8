"""Who acts and what is done: patterns that several observations share."""

ACT = (
    r"\b(?:ingediend|ingezonden|toegezonden|aangetekend|aangeleverd|overgelegd|gevoegd|bijgevoegd"
    r"|vermeld|aangegeven|weergegeven|opgenomen|gemeld|aangemeld|afgemeld|medegedeeld|meegedeeld"
    r"|gerapporteerd|geregistreerd|ingeschreven|bijgehouden|bewaard|vastgelegd|gedocumenteerd"
    r"|aangebracht|geplaatst|bevestigd|voorzien|ingericht|onderhouden|gereinigd|ontsmet|verwijderd"
    r"|afgevoerd|gescheiden|opgeslagen|opgesteld|opgemaakt|vervoerd|gevoerd|gedragen|gebruikt"
    r"|getroffen|genomen|uitgevoerd|verricht|gecontroleerd|gekeurd|geijkt|bemonsterd"
    r"|onderzocht|geanalyseerd|afgestemd|betaald|voldaan|ondertekend|gewaarmerkt|verpakt"
    r"|geëtiketteerd|aangeboden|afgeleverd|verhandeld|behandeld|bereid|gehouden|bijgewoond"
    r"|gemarkeerd|gemerkt)\b"
)
"""What a firm does, and an authority rarely: participles."""

FIRM = (
    r"\b[Dd]e (?:ondernemers?|ondernemingen?|bedrijven|werkgevers?|exploitant(?:en)?|aanvragers?"
    r"|houders?|vergunninghouders?|subsidieontvangers?|producent(?:en)?|fabrikant(?:en)?|verkopers?"
    r"|leveranciers?|aanbieders?|importeurs?|vervoerders?|zorgaanbieders?|instellingen?)\b"
    r"|\b[Hh]et bedrijf\b"
)
"""A firm by a noun of its own."""
