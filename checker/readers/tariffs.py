"""Tariff tables of an organisation: a CSV or XLSX file with a category and a rate on each row.

A table is found by its heads, Dutch or English, wherever it begins; a title above it and notes
below it may say edition, price level, organisation and source, where no column does. Categories
are recognised by the names that the parameters know; another one is kept as a category of its own.
Nothing is guessed about an amount that can be read in two ways.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import PurePath

from checker.content import say
from checker.models.base import Language
from checker.models.parameters import Parameters
from checker.models.problem import BadInputError, Problem
from checker.models.regulation import OwnTariff, OwnTariffSet
from checker.readers import numbers, table
from checker.readers.staff_categories import Categories, own_id, plain
from checker.readers.table import Cell, CellKind, Row, Sheet

HIGHEST = Decimal(10_000)
"""Euro an hour that nobody asks; more is a slip of the pen."""
MOST_ROWS = 300
_LONGEST_HEAD = 60
_LONGEST_NAME = 200
_MOST_DIGITS = 15
_LONGEST_ABOUT = 500

_BEGINS = {
    "source": ("bron", "source", "herkomst", "vindplaats"),
    "edition": ("editie", "edition", "versie", "version", "uitgave"),
    "price_level": ("prijspeil", "price level", "price year", "prijsjaar", "jaar", "year"),
    "organisation": ("organisatie", "organisation", "organization", "instelling", "ministerie"),
}
"""How a head of a column with something about the table begins."""
_CATEGORY = re.compile(
    r"functies?|functiegroep|beroep|beroepsgroep|medewerkers?|personeel|soort personeel"
    r"|type personeel|staff|staff type|occupation|role|job"
)
_CATEGORY_PARTS = ("categorie", "category")
_AMOUNT = re.compile(r"bedrag|bedragen|amounts?|euro|eur|kosten|loonkosten")
_AMOUNT_PARTS = ("tarief", "tarieven", "per uur", "per hour", "an hour", "rate", "rates", "tariff")
_YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")
_PER_HOUR = re.compile(r"(?:/|\bper\b|\bp\.|\ban\b)\s*(?:uur|u|hour|hr|h)\.?\s*$", re.IGNORECASE)
_HOURS = frozenset(("", "uur", "u", "hour", "h", "hr"))
_NOTHING = frozenset(("", "nvt", "n v t", "n a", "na", "nb", "n b", "x", "onbekend", "unknown"))
_NOTE = re.compile(r"^(?:[*¹²³(\[]|\d+\)|(?:bron|source|noot|note|toelichting|let op|nb)\b)", re.I)
_LONGEST_CATEGORY = 60

_ABOUT = {
    "edition": re.compile(r"\b(?:editie|edition|versie|version)\s*:?\s*([\w.-]*\d[\w.-]*)", re.I),
    "price_level": re.compile(
        r"\b(?:prijspeil|price level|prijzen van|prices of)\D{0,12}((?:19|20|21)\d\d)", re.I
    ),
    "source": re.compile(r"^(?:bron|source)\s*:?\s+(.+)$", re.I),
    "organisation": re.compile(r"^(?:organisatie|organi[sz]ation)\s*:?\s+(.+)$", re.I),
}
"""What a line outside the table says of it."""


@dataclass(frozen=True)
class _Heads:
    """Where the columns of a table are."""

    row: int
    """Position of the row with heads among the rows of the sheet."""
    last: int
    """Column of the last head."""
    category: int
    amounts: tuple[tuple[int, str | None], ...]
    """Columns with amounts, each with the year that its head names."""
    about: dict[str, int]


@dataclass(frozen=True)
class _Rate:
    """One amount with everything that is known of it."""

    name: str
    amount: Decimal
    column: int
    place: tuple[Sheet, Cell]
    about: dict[str, str] = field(default_factory=dict)


def read(data: bytes, name: str, parameters: Parameters) -> tuple[OwnTariffSet, ...]:
    """Read the tariff tables in a file: one for each organisation, edition and price level.

    Args:
        data: the file.
        name: of the file, for messages.
        parameters: with the staff categories that are recognised.

    Raises:
        BadInputError: everything that is wrong with the file, each with its place.
    """
    found = [
        (sheet, heads) for sheet in table.read(data, name) if (heads := _heads(sheet, parameters))
    ]
    if not found:
        raise BadInputError([Problem(name, None, None, "", "tariff_no_heads", {})])
    problems: list[Problem] = []
    sets: list[OwnTariffSet] = []
    for sheet, heads in found:
        rates = _rates(sheet, heads, parameters, problems)
        if len(found) > 1:
            rates = [replace(r, about={"edition": sheet.name, **r.about}) for r in rates]
        sets += _sets(rates, PurePath(name).stem, parameters, problems)
    if not problems and not sets:
        problems.append(Problem(name, None, None, "", "tariff_no_rows", {}))
    if problems:
        raise BadInputError(problems)
    return _with_own_ids(sets)


# --- where the table is ---------------------------------------------------------------------------


def _heads(sheet: Sheet, parameters: Parameters) -> _Heads | None:
    """Return where the columns are, by the first row that names an amount and a category."""
    for position, row in enumerate(sheet.rows):
        roles: dict[str, list[Cell]] = {}
        for cell in row.values():
            role = None if cell.copied else _role(cell.text)
            if role is not None:
                roles.setdefault(role, []).append(cell)
        amounts = roles.get("amount") or _years(row) if "category" in roles else roles.get("amount")
        if not amounts:
            continue
        about = {role: cells[0].column for role, cells in roles.items() if role in _BEGINS}
        taken = {*about.values(), *(cell.column for cell in amounts)}
        category = _category_column(roles, sheet.rows[position + 1 :], taken, parameters)
        if category is not None:
            columns = tuple((cell.column, _year(cell.text)) for cell in amounts)
            return _Heads(position, max(row), category, columns, about)
    return None


def _role(head: str) -> str | None:
    """Return what a column with this head holds, or None."""
    words = plain(head)
    if not words or len(words) > _LONGEST_HEAD:
        return None
    for role, beginnings in _BEGINS.items():
        if any(words == start or words.startswith(f"{start} ") for start in beginnings):
            return role
    if _CATEGORY.fullmatch(words) or any(part in words for part in _CATEGORY_PARTS):
        return "category"
    is_amount = bool(_AMOUNT.fullmatch(words)) or any(
        re.search(rf"(?:\b|uur){part}\b", words) for part in _AMOUNT_PARTS
    )
    return "amount" if is_amount else None


def _years(row: Row) -> list[Cell]:
    """Return the heads that are a year and nothing else: a column of amounts for each."""
    return [cell for cell in row.values() if _YEAR.fullmatch(cell.text)]


def _category_column(
    roles: dict[str, list[Cell]], below: tuple[Row, ...], taken: set[int], parameters: Parameters
) -> int | None:
    """Return the column with categories; one without a head shows by what stands in it."""
    if "category" in roles:
        return roles["category"][0].column
    known = Categories(parameters)
    found = (
        column
        for row in below
        for column, cell in row.items()
        if column not in taken and known.find(cell.text)
    )
    return next(found, None)


def _year(text: str) -> str | None:
    found = _YEAR.search(text)
    return found[0] if found else None


# --- its rows -------------------------------------------------------------------------------------


def _rates(
    sheet: Sheet, heads: _Heads, parameters: Parameters, problems: list[Problem]
) -> list[_Rate]:
    """Return every amount in the table; what is wrong goes to ``problems``."""
    rows = sheet.rows[heads.row + 1 :]
    columns = [column for column, _ in heads.amounts]
    filled = [i for i, row in enumerate(rows) if any(column in row for column in columns)]
    end = filled[-1] + 1 if filled else 0
    if end > MOST_ROWS:
        problems.append(table.problem(sheet, None, "tariff_too_many", bound=str(MOST_ROWS)))
        return []
    end += _without_amount(rows[end:], heads, Categories(parameters), rows[end - 1 : end])
    about = _about_lines(sheet.rows[: heads.row], rows[end:])
    rates: list[_Rate] = []
    for row, own in zip(rows[:end], _about_rows(sheet, rows[:end], heads, problems), strict=True):
        rates += _row_rates(sheet, row, heads, about | own, problems)
    return rates


def _without_amount(
    rows: tuple[Row, ...], heads: _Heads, known: Categories, before: tuple[Row, ...]
) -> int:
    """Return how many rows after the last amount belong to the table, and lack theirs.

    What stands there is a note, unless it follows at once and reads as a category.
    """
    count = 0
    last = _number(before[0]) if before else None
    for row in rows:
        cell = row.get(heads.category)
        follows = last is None or _number(row) == last + 1
        if cell is None or cell.copied or not follows or _NOTE.match(cell.text):
            return count
        if not known.find(cell.text) and len(cell.text) > _LONGEST_CATEGORY:
            return count
        count, last = count + 1, _number(row)
    return count


def _number(row: Row) -> int:
    return next(iter(row.values())).row


def _row_rates(
    sheet: Sheet, row: Row, heads: _Heads, about: dict[str, str], problems: list[Problem]
) -> Iterator[_Rate]:
    """Yield the amounts of one row."""
    name = row.get(heads.category)
    cells = {
        column: row[column]
        for column, _ in heads.amounts
        if column in row and plain(row[column].text) not in _NOTHING
    }
    if name is None or not cells:
        if name is not None:
            problems.append(table.problem(sheet, name, "tariff_no_amount", value=_short(name.text)))
        elif cells:
            cell = next(iter(cells.values()))
            problems.append(table.problem(sheet, cell, "tariff_no_category", value=cell.text))
        return
    if _role(name.text) == "category" and all(_role(cell.text) for cell in cells.values()):
        return  # the heads once more, as on the second page of a printed table
    if not sheet.name and max(row) > heads.last:
        # In a CSV file: a decimal comma that was read as the end of a cell.
        problems.append(table.problem(sheet, row[max(row)], "tariff_too_wide"))
        return
    if len(name.text) > _LONGEST_NAME:
        problems.append(table.problem(sheet, name, "too_long", max_length=str(_LONGEST_NAME)))
        return
    for column, year in heads.amounts:
        if column in cells:
            amount = _amount(sheet, cells[column], problems)
            if amount is not None:
                of_column = _with_year(about, year, several=len(heads.amounts) > 1)
                yield _Rate(name.text, amount, column, (sheet, name), of_column)


def _with_year(about: dict[str, str], year: str | None, *, several: bool) -> dict[str, str]:
    """Return ``about`` with the year above a column of amounts; of several, each has its own."""
    if year is None:
        return about
    if several:
        return about | {"price_level": year, "edition": year}
    return {"price_level": year} | about


_NO_NUMBER = {
    CellKind.NOT_CALCULATED: "formula_not_calculated",
    CellKind.ERROR: "error_cell",
    CellKind.DATE: "date_for_number",
}


def _amount(sheet: Sheet, cell: Cell, problems: list[Problem]) -> Decimal | None:
    """Return euro an hour, or None with a problem."""
    style = sheet.style(cell.column)
    text = _PER_HOUR.sub("", " ".join(cell.text[: numbers.LONGEST].split())).rstrip()
    number = cell.number(style) if cell.kind is not CellKind.TEXT else numbers.read(text, style)
    is_ambiguous = cell.kind is CellKind.TEXT and style is None and numbers.is_ambiguous(text)
    values = {"value": _short(cell.text), "bound": f"{HIGHEST:f}"}
    if cell.kind in _NO_NUMBER:
        code = _NO_NUMBER[cell.kind]
    elif number is None or number.percent or number.unit not in _HOURS:
        code = "tariff_not_an_amount"
    elif is_ambiguous:
        code = "tariff_ambiguous"
    elif number.value <= 0:
        code = "tariff_not_positive"
    elif number.value > HIGHEST:
        code = "tariff_too_high"
    elif len(number.value.as_tuple().digits) > _MOST_DIGITS:
        code = "too_many_digits"
    else:
        return number.value
    problems.append(table.problem(sheet, cell, code, **values))
    return None


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_HEAD else f"{text[: _LONGEST_HEAD - 1]}…"


# --- what is said of the table --------------------------------------------------------------------


def _about_rows(
    sheet: Sheet, rows: Iterable[Row], heads: _Heads, problems: list[Problem]
) -> Iterator[dict[str, str]]:
    """Yield for each row what its columns say of it; what is left out is as in the row before."""
    rows = tuple(rows)
    now: dict[str, str] = {}
    for role, column in heads.about.items():
        first = next((row[column] for row in rows if column in row), None)
        if first is not None:
            now[role] = first.text
    for row in rows:
        for role, column in heads.about.items():
            cell = row.get(column)
            if cell is None:
                continue
            now[role] = cell.text[:_LONGEST_ABOUT]
            if role == "price_level" and _year(cell.text) is None:
                problems.append(table.problem(sheet, cell, "tariff_no_year", value=cell.text))
            elif role in ("edition", "organisation") and len(cell.text) > _LONGEST_NAME:
                bound = str(_LONGEST_NAME)
                problems.append(table.problem(sheet, cell, "too_long", max_length=bound))
        yield dict(now)


def _about_lines(above: Iterable[Row], below: Iterable[Row]) -> dict[str, str]:
    """Return what the lines above and below a table say of it; its title is a source at need."""
    titles, notes = _lines(above), _lines(below)
    about = {"source": titles[0][:_LONGEST_ABOUT]} if titles else {}
    for line in reversed([*titles, *notes]):  # what is said first is said last here, and counts
        for role, pattern in _ABOUT.items():
            if found := pattern.search(line):
                longest = _LONGEST_ABOUT if role == "source" else _LONGEST_NAME
                about[role] = found[1].strip()[:longest]
    return about


def _lines(rows: Iterable[Row]) -> list[str]:
    return [" ".join(cell.text for cell in row.values() if not cell.copied) for row in rows]


# --- tables for the dossier -----------------------------------------------------------------------

_APART = ("organisation", "edition", "price_level")
"""Rates that differ in one of these belong to different tables."""


def _sets(
    rates: list[_Rate], stem: str, parameters: Parameters, problems: list[Problem]
) -> Iterator[OwnTariffSet]:
    groups: dict[tuple[object, ...], list[_Rate]] = {}
    for rate in rates:
        apart = (rate.about.get(name) for name in _APART)
        groups.setdefault((rate.column, *apart), []).append(rate)
    for own in groups.values():
        about = own[0].about
        level = _year(about.get("price_level", ""))
        sources = dict.fromkeys(r.about["source"] for r in own if r.about.get("source"))
        names = [about.get("organisation") or stem, about.get("edition") or level or ""]
        yield OwnTariffSet(
            id=own_id(" ".join(names)).replace("_", "-"),
            organisation=about.get("organisation"),
            edition=about.get("edition"),
            price_level=None if level is None else Decimal(level),
            source="; ".join(sources) or None,
            tariffs=tuple(_tariffs(own, parameters, problems)),
        )


def _tariffs(
    rates: list[_Rate], parameters: Parameters, problems: list[Problem]
) -> Iterator[OwnTariff]:
    """Yield the rates of one table by category; where two rows fit one, it goes to the best."""
    known = Categories(parameters)
    matches = [known.find(rate.name) for rate in rates]
    best: dict[str, int] = {}
    for position, match in enumerate(matches):
        if match is None:
            continue
        other = best.get(match.category)
        if other is None or (match.exact and not _is_exact(matches[other])):
            best[match.category] = position
    names: dict[str, _Rate] = {}
    taken = set(known.ids)
    for position, (rate, match) in enumerate(zip(rates, matches, strict=True)):
        twin = names.setdefault(" ".join(rate.name.casefold().split()), rate)
        if twin is not rate:
            sheet, cell = rate.place
            values = {"value": _short(rate.name), "other": twin.place[1].address}
            problems.append(table.problem(sheet, cell, "tariff_twice", **values))
        elif match is not None and best[match.category] == position:
            yield OwnTariff(category=match.category, name=rate.name, amount=rate.amount)
        else:
            category = _free(own_id(rate.name), taken)
            yield OwnTariff(category=category, name=rate.name, amount=rate.amount)


def _is_exact(match: object) -> bool:
    return getattr(match, "exact", False)


def _with_own_ids(sets: list[OwnTariffSet]) -> tuple[OwnTariffSet, ...]:
    taken: set[str] = set()
    return tuple(own.model_copy(update={"id": _free(own.id, taken)}) for own in sets)


def _free(wanted: str, taken: set[str]) -> str:
    """Return ``wanted``, or with a number behind it where it is taken; and take it."""
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    taken.add(found)
    return found


# --- an example -----------------------------------------------------------------------------------

_FIRST_EXAMPLE, _EXAMPLE_STEP = 100, 10
_EXAMPLE_YEAR = 2025


def example(parameters: Parameters, language: Language) -> bytes:
    """Return a small table of the right shape, with amounts that nobody can take for real ones.

    It is a CSV file as a spreadsheet program in that language opens it.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";" if language == "nl" else ",", lineterminator="\r\n")
    names = ("category", "amount", "edition", "price_level", "source", "organisation")
    writer.writerow([say(language, f"costing/import/{name}") for name in names])
    about = [say(language, f"costing/import/example_{name}") for name in ("source", "organisation")]
    for index, category in enumerate(parameters.tariffs.categories):
        amount = f"{_FIRST_EXAMPLE - index * _EXAMPLE_STEP}.00"
        shown = amount.replace(".", ",") if language == "nl" else amount
        title = category.title.get(language)
        writer.writerow([title, shown, _EXAMPLE_YEAR, _EXAMPLE_YEAR, *about])
    return out.getvalue().encode("utf-8-sig")
