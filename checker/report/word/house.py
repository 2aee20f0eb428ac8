"""The house style of our documents: styles, lists and settings, as the parts of a Word file.

The template of python-docx is not ours: a hundred table styles, American English, and a look of
2010. Its styles, lists and settings are replaced by those below; pasted into another document a
heading or a table takes the look of that document, since these styles carry Word's own names.
"""

from checker.models.base import Language

WORD_LANGUAGES: dict[Language, str] = {"nl": "nl-NL", "en": "en-GB"}
DECIMAL_SIGNS: dict[Language, tuple[str, str]] = {"nl": (",", ";"), "en": (".", ",")}
"""Decimal sign, and what divides the items of a list in a field."""

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BULLETS, NUMBERS = 1, 2
TABLE_STYLE = "HouseTable"

_FONT = "Arial"
"""Word has it, and other programs have a letter as wide: pages break alike."""
_INK = "1F2933"
_BRAND = "1F3864"
_QUIET = "475467"
_LINE = "B8C0CC"
_TINT = "E7ECF3"
_GAP = "FFF2CC"
_OWN_STYLES = frozenset({"Note", "Verdict", "Table Text", "Table Number"})
"""Names that Word does not know."""
_ROOT = f'xmlns:w="{NAMESPACE}"'


def _paragraph_style(
    style: str, name: str, layout: str, letters: str = "", *, based_on: str = "Normal",
    following: str = "Normal",
) -> str:  # fmt: skip
    own = ' w:customStyle="1"' if name in _OWN_STYLES else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{style}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based_on}"/><w:next w:val="{following}"/><w:qFormat/>'
        f"<w:pPr>{layout}</w:pPr><w:rPr>{letters}</w:rPr></w:style>"
    )


def _heading(level: int, size: int, before: int) -> str:
    layout = (
        f'<w:keepNext/><w:keepLines/><w:spacing w:before="{before}" w:after="80"/>'
        f'<w:outlineLvl w:val="{level - 1}"/>'
    )
    letters = f'<w:b/><w:bCs/><w:color w:val="{_BRAND}"/><w:sz w:val="{size}"/>'
    return _paragraph_style(f"Heading{level}", f"heading {level}", layout, letters)


def _list_style(style: str, name: str, number: int) -> str:
    layout = (
        f'<w:numPr><w:numId w:val="{number}"/></w:numPr><w:spacing w:after="60"/>'
        '<w:ind w:left="360" w:hanging="360"/>'
    )
    return _paragraph_style(style, name, layout, following=style)


def _borders() -> str:
    line = f'w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"'
    heavy = f'w:val="single" w:sz="8" w:space="0" w:color="{_BRAND}"'
    return (
        f"<w:tblBorders><w:top {heavy}/><w:bottom {heavy}/><w:insideH {line}/></w:tblBorders>"
        '<w:tblCellMar><w:top w:w="50" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
        '<w:bottom w:w="50" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    )


def _table_styles() -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{_TINT}"/>'
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>'
        "</w:style>"
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE}">'
        '<w:name w:val="MKB-toets tabel"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr>{_borders()}</w:tblPr>"
        f'<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/><w:color w:val="{_BRAND}"/></w:rPr>'
        f"<w:tcPr>{shade}</w:tcPr></w:tblStylePr>"
        '<w:tblStylePr w:type="lastRow"><w:rPr><w:b/><w:bCs/></w:rPr></w:tblStylePr></w:style>'
    )


def styles(language: Language) -> str:
    """Return the styles, with ``language`` as that of the whole document."""
    spoken = WORD_LANGUAGES[language]
    fonts = "".join(f' w:{kind}="{_FONT}"' for kind in ("ascii", "hAnsi", "cs", "eastAsia"))
    quiet = f'<w:color w:val="{_QUIET}"/><w:sz w:val="17"/>'
    return "".join(
        (
            f"<w:styles {_ROOT}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts{fonts}/>",
            f'<w:color w:val="{_INK}"/><w:sz w:val="20"/><w:szCs w:val="20"/>',
            f'<w:lang w:val="{spoken}" w:eastAsia="{spoken}" w:bidi="ar-SA"/>',
            "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>",
            '<w:spacing w:after="120" w:line="269" w:lineRule="auto"/>',
            "</w:pPr></w:pPrDefault></w:docDefaults>",
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">',
            '<w:name w:val="Normal"/><w:qFormat/>',
            f'<w:rPr><w:lang w:val="{spoken}"/></w:rPr></w:style>',
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">',
            '<w:name w:val="Default Paragraph Font"/></w:style>',
            '<w:style w:type="numbering" w:default="1" w:styleId="NoList">',
            '<w:name w:val="No List"/></w:style>',
            _paragraph_style(
                "Title", "Title", '<w:keepNext/><w:spacing w:after="60" w:line="240"/>',
                f'<w:b/><w:bCs/><w:color w:val="{_BRAND}"/><w:sz w:val="36"/>',
                following="Subtitle",
            ),
            _paragraph_style(
                "Subtitle", "Subtitle", '<w:spacing w:after="200"/>',
                f'<w:color w:val="{_QUIET}"/><w:sz w:val="22"/>',
            ),
            _heading(1, 26, 320),
            _heading(2, 22, 220),
            _heading(3, 20, 160),
            _list_style("ListBullet", "List Bullet", BULLETS),
            _list_style("ListNumber", "List Number", NUMBERS),
            _paragraph_style(
                "Caption", "caption", '<w:keepNext/><w:spacing w:before="160" w:after="60"/>',
                f'<w:b/><w:bCs/><w:color w:val="{_BRAND}"/><w:sz w:val="18"/>',
            ),
            _paragraph_style("Note", "Note", '<w:spacing w:before="80"/>', quiet),
            _paragraph_style(
                "Verdict", "Verdict", '<w:keepNext/><w:spacing w:before="60" w:after="120"/>',
                f'<w:b/><w:bCs/><w:color w:val="{_BRAND}"/><w:sz w:val="28"/>',
            ),
            _paragraph_style(
                "TableText", "Table Text", '<w:spacing w:after="0" w:line="245"/>',
                '<w:sz w:val="17"/>', following="TableText",
            ),
            _paragraph_style(
                "TableNumber", "Table Number", '<w:jc w:val="right"/>',
                based_on="TableText", following="TableNumber",
            ),
            _paragraph_style("Footer", "footer", '<w:spacing w:after="0"/>', quiet),
            '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/>',
            "<w:rPr><w:b/><w:bCs/></w:rPr></w:style>",
            '<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/>',
            "<w:qFormat/><w:rPr><w:i/><w:iCs/></w:rPr></w:style>",
            '<w:style w:type="character" w:customStyle="1" w:styleId="Gap">',
            '<w:name w:val="Gap"/><w:qFormat/><w:rPr><w:b/><w:bCs/>',
            f'<w:shd w:val="clear" w:color="auto" w:fill="{_GAP}"/></w:rPr></w:style>',
            _table_styles(),
            "</w:styles>",
        )
    )  # fmt: skip


def lists() -> str:
    """Return the two sorts of list: with bullets, and with numbers."""

    def level(kind: str, sign: str) -> str:
        return (
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
            f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
            '<w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl>'
        )

    sorts = ((BULLETS, level("bullet", "•")), (NUMBERS, level("decimal", "%1.")))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
        f"{look}</w:abstractNum>"
        for number, look in sorts
    )
    used = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number, _ in sorts
    )
    return f"<w:numbering {_ROOT}>{abstract}{used}</w:numbering>"


def settings(language: Language) -> str:
    """Return the settings: language, signs of numbers, and no compatibility with old versions."""
    decimal, separator = DECIMAL_SIGNS[language]
    address = "http://schemas.microsoft.com/office/word"
    return (
        f'<w:settings {_ROOT}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        f'<w:compatSetting w:name="compatibilityMode" w:uri="{address}" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{WORD_LANGUAGES[language]}"/>'
        f'<w:decimalSymbol w:val="{decimal}"/><w:listSeparator w:val="{separator}"/></w:settings>'
    )
