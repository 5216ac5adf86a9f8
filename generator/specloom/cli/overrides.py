"""Templates of the user: what is wrong with one is told with its place."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

from specloom.cli.lookup import ConfigurationFault
from specloom.output import File


def printed(make: Callable[[], Sequence[File]], folder: Path) -> tuple[File, ...]:
    """Return the files that are made with the templates of a folder.

    ConfigurationFault when a template cannot be read or filled in, or prints what is
    no Python.
    """
    try:
        files = tuple(make())
    except TemplateSyntaxError as error:
        where = f"{error.filename or folder / (error.name or '')}:{error.lineno}"
        raise _fault(where, str(error.message)) from error
    except TemplateError as error:
        raise _fault(str(folder), str(error.message or type(error).__name__)) from error
    for file in files:
        if file.path.endswith(".py"):
            _parse(file, folder)
    return files


def _parse(file: File, folder: Path) -> None:
    try:
        ast.parse(file.text, filename=file.path)
    except SyntaxError as error:
        raise _fault(
            str(folder),
            f"{file.path}:{error.lineno} would not be Python: {error.msg}",
        ) from error


def _fault(where: str, what: str) -> ConfigurationFault:
    return ConfigurationFault(
        f"{where}: {what}; nothing written. Compare the template with ours"
    )
