"""Views -> files: the one place that knows Jinja."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from specloom import resources
from specloom.output import File

from . import manifest, vendor
from .view import Package


def render(package: Package, *, templates: Path | None = None) -> tuple[File, ...]:
    """Return every file of a client but its runtime, with the hashes of all of them.

    `templates` is a folder whose templates stand in front of ours.
    """
    environment = _ours() if templates is None else _environment(templates)
    own = tuple(_files(package, environment))
    hashed = (*own, *vendor.files(package))
    return (*own, manifest.file(package, hashed))


def _files(package: Package, environment: Environment) -> Iterator[File]:
    def printed(path: str, template: str, **values: Any) -> File:
        text = environment.get_template(f"python/{template}.jinja").render(
            package=package, **values
        )
        return File(path, _ended(text))

    name = package.name
    if package.layout == "project":
        yield printed("pyproject.toml", "pyproject")
        yield printed("README.md", "readme")
        for path, text in package.payloads:
            yield File(f"payloads/{path}", text)
    yield printed(f"{name}/__init__.py", "init")
    yield printed(f"{name}/_client.py", "client")
    yield printed(f"{name}/_service.py", "service")
    if package.webhooks is not None:
        yield printed(f"{name}/webhooks.py", "webhooks")
    yield File(f"{name}/py.typed", "")
    yield File(f"{name}/resources/__init__.py", '"""Operations, grouped."""\n')
    for resource in package.resources:
        path = f"{name}/resources/{resource.module}.py"
        yield printed(path, "resource", resource=resource)
    yield from _types(package, printed)


def _types(package: Package, printed: Any) -> Iterator[File]:
    for module in package.types:
        folder, _, _ = module.module.partition(".")
        path = module.module.replace(".", "/")
        yield printed(f"{package.name}/{path}.py", folder, module=module)


@cache
def _ours() -> Environment:
    return _environment()


def _environment(*folders: Path) -> Environment:
    """Return an environment that looks into the folders first, then into ours."""
    return Environment(
        loader=FileSystemLoader([*folders, resources.directory("templates")]),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _ended(text: str) -> str:
    return text.rstrip("\n") + "\n"
