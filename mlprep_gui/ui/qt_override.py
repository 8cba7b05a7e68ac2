"""`override` marks the methods whose camelCase name is Qt's; `typing` has it from Python 3.12 on."""

import sys

if sys.version_info >= (3, 12):
    from typing import override as override
else:
    from collections.abc import Callable
    from typing import Any, TypeVar

    _Method = TypeVar("_Method", bound=Callable[..., Any])

    def override(method: _Method) -> _Method:
        """Mark a method that replaces one of its base class."""
        return method
