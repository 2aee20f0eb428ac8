"""What is wrong with a file, in the words that the command line uses too."""

from collections.abc import Sequence

from checker.content import say
from checker.content.messages import problem_text
from checker.models.problem import Problem
from checker.ui import state
from checker.ui.components.markup import bullets, html, paragraph

_MOST = 25


def show_problems(title: str, problems: Sequence[Problem], most: int = _MOST) -> None:
    """Draw ``title`` with the first problems below it, and how many more there are."""
    language = state.language()
    told = [problem_text(problem, language) for problem in problems[:most]]
    more = len(problems) - len(told)
    rest = [say(language, "ui/more_problems", count=more)] if more else []
    html(
        '<div class="note warning" role="alert">',
        paragraph(title),
        bullets([*told, *rest], "problems"),
        "</div>",
    )
