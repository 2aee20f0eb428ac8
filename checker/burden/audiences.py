"""Who is counted: the firms of one size class, or those who are not divided by size."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from checker.models.cost import Gap, InputKind, Need, Variable
from checker.models.estimate import Estimate
from checker.models.obligation import Obligation
from checker.models.problem import Path, path_text
from checker.models.regulation import Addressee, Regulation, SizeCount, TargetGroup
from checker.models.size_class import SizeClass


@dataclass(frozen=True)
class Audience:
    """An addressee and, for firms, a size class."""

    addressee: Addressee
    size_class: SizeClass | None = None


FIRMS = tuple(Audience(Addressee.FIRM, size) for size in SizeClass)


def variable(
    estimate: Estimate, path: Path, kind: InputKind, source: str | None = None
) -> Variable:
    """Return an estimate of the dossier as an input of the formula.

    Args:
        estimate: the value with its range.
        path: where it stands.
        kind: what it is in the formula.
        source: where it comes from, if the estimate itself does not say so.
    """
    return Variable(
        key=path_text(path),
        kind=kind,
        low=estimate.low,
        mid=estimate.mid,
        high=estimate.high,
        certainty=estimate.certainty,
        source=estimate.source or source,
        illustrative=estimate.illustrative,
    )


@dataclass(frozen=True)
class Counted:
    """How many there are of some target groups in an audience."""

    firms: tuple[Variable, ...] = ()
    overlaps: tuple[Variable, ...] = ()
    gaps: tuple[Gap, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is surely nobody."""
        return not self.gaps and all(firms.high == 0 for firms in self.firms)

    @property
    def mid(self) -> Decimal:
        """Middle number of firms, each once."""
        twice = sum((overlap.mid for overlap in self.overlaps), Decimal(0))
        return max(sum((firms.mid for firms in self.firms), Decimal(0)) - twice, Decimal(0))


class Population:
    """The target groups of a regulation, as numbers to count with."""

    def __init__(self, regulation: Regulation) -> None:
        self._groups = {group.id: group for group in regulation.target_groups}
        self._places = {group.id: i for i, group in enumerate(regulation.target_groups)}
        self._firms: dict[tuple[str, Audience], tuple[Variable, ...] | Gap] = {}
        self._starters: dict[str, Variable] = {}
        self.unsized_overlaps: list[Path] = []
        """Where an overlap of firms lacks the size class that it is in, so that it cannot count."""
        self.excessive_overlaps: list[Path] = []
        """Where more firms are in both groups than there are in one of them."""
        self._overlaps = tuple(self._read_overlaps())

    def group(self, name: str) -> TargetGroup:
        """Return the target group ``name``."""
        return self._groups[name]

    def place(self, name: str) -> Path:
        """Return where the target group ``name`` stands."""
        return ("target_groups", self._places[name])

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of all target groups."""
        return tuple(self._groups)

    def groups_of(self, duty: Obligation, addressee: Addressee) -> tuple[str, ...]:
        """Return the target groups of ``addressee`` that an obligation is laid on."""
        named = [name for name in duty.target_groups if name in self._groups] or self._groups
        return tuple(name for name in named if self._groups[name].addressee is addressee)

    def addressees(self, duty: Obligation) -> tuple[Addressee, ...]:
        """Return who an obligation is laid on."""
        return tuple(a for a in Addressee if self.groups_of(duty, a))

    def count(self, names: Iterable[str], audience: Audience) -> Counted:
        """Return how many the groups ``names`` have in ``audience``, with who is in two of them."""
        firms: list[Variable] = []
        gaps: list[Gap] = []
        wanted = tuple(names)
        for name in wanted:
            found = self._count_one(name, audience)
            if isinstance(found, Gap):
                gaps.append(found)
            else:
                firms.extend(found)
        return Counted(tuple(firms), self.shared(wanted, wanted, audience), tuple(gaps))

    def shared(
        self, names: Iterable[str], others: Iterable[str], audience: Audience
    ) -> tuple[Variable, ...]:
        """Return the overlaps of a group in ``names`` with one in ``others``."""
        first, second = set(names), set(others)
        return tuple(
            overlap
            for pair, size, overlap in self._overlaps
            if size is audience.size_class
            and any(a in first and b in second for a, b in (pair, pair[::-1]))
        )

    def overlapping(self, size: SizeClass) -> Iterator[tuple[str, str]]:
        """Yield the pairs of groups that have firms of a size in common."""
        for pair, own, overlap in self._overlaps:
            if own is size and overlap.high > 0:
                yield pair

    def starters(self, name: str) -> Variable | None:
        """Return the part of the firms of a group that is new each year, if it is known."""
        share = self._groups[name].starters_per_year
        if share is not None and name not in self._starters:
            path = (*self.place(name), "starters_per_year")
            self._starters[name] = variable(share, path, InputKind.STARTERS)
        return self._starters.get(name)

    def _count_one(self, name: str, audience: Audience) -> tuple[Variable, ...] | Gap:
        key = (name, audience)
        if key not in self._firms:
            self._firms[key] = self._look_up(name, audience)
        return self._firms[key]

    def _look_up(self, name: str, audience: Audience) -> tuple[Variable, ...] | Gap:
        group, place = self._groups[name], self.place(name)
        if audience.size_class is not None:
            path = (*place, "sizes", audience.size_class.value, "firms")
            size = _of_size(group, audience.size_class)
            if size is None or size.firms is None:
                return Gap(Need.FIRMS, path_text(path), size_class=audience.size_class)
            return (variable(size.firms, path, InputKind.FIRMS, group.source),)
        if group.number is not None:
            return (variable(group.number, (*place, "number"), InputKind.FIRMS, group.source),)
        counted = [(size.size_class, size.firms) for size in group.sizes if size.firms is not None]
        if not counted or len(counted) < len(group.sizes):
            return Gap(Need.NUMBER, path_text((*place, "number")), addressee=audience.addressee)
        return tuple(
            variable(firms, (*place, "sizes", size.value, "firms"), InputKind.FIRMS, group.source)
            for size, firms in counted
        )

    def _read_overlaps(self) -> Iterator[tuple[tuple[str, str], SizeClass | None, Variable]]:
        seen: set[tuple[frozenset[str], SizeClass | None]] = set()
        # Where two groups contradict each other, their order in the dossier does not decide.
        for name, group in sorted(self._groups.items()):
            for index, overlap in enumerate(group.overlaps):
                other = overlap.group
                known = other in self._groups and other != name and overlap.firms is not None
                key = (frozenset({name, str(other)}), overlap.size_class)
                if not known or key in seen:
                    continue
                seen.add(key)
                assert other is not None
                assert overlap.firms is not None
                path = (*self.place(name), "overlaps", index, "firms")
                if overlap.size_class is None and group.addressee is Addressee.FIRM:
                    self.unsized_overlaps.append(path)
                    continue
                twice = variable(overlap.firms, path, InputKind.OVERLAP)
                audience = Audience(group.addressee, overlap.size_class)
                for member in (name, other):
                    twice = self._bounded(twice, path, self._count_one(member, audience))
                yield (name, other), overlap.size_class, twice

    def _bounded(
        self, twice: Variable, path: Path, members: tuple[Variable, ...] | Gap
    ) -> Variable:
        """Return how many are in two groups: never more than there are in one of them."""
        if isinstance(members, Gap):
            return twice
        low, mid, high = (
            min(getattr(twice, end), sum((getattr(m, end) for m in members), Decimal(0)))
            for end in ("low", "mid", "high")
        )
        if (low, mid, high) == (twice.low, twice.mid, twice.high):
            return twice
        self.excessive_overlaps.append(path)
        return replace(twice, low=low, mid=mid, high=high)


def _of_size(group: TargetGroup, size: SizeClass) -> SizeCount | None:
    return next((count for count in group.sizes if count.size_class is size), None)
