"""Without RE2, or with another package of that name, the program says what is needed."""

import runpy
import sys
from types import ModuleType
from unittest.mock import patch

import pytest

from checker.models import linear


@pytest.mark.parametrize("instead", [None, ModuleType("re2")], ids=["none", "another"])
def test_what_is_needed_is_said(instead: ModuleType | None) -> None:
    with (
        patch.dict(sys.modules, {"re2": instead}),
        pytest.raises(ImportError, match="google-re2 is needed"),
    ):
        runpy.run_path(str(linear.__file__))
