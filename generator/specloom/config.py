"""The configuration: `specloom.toml`, or `[tool.specloom]` in pyproject.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, TypeAlias

from specloom.suggest import did_you_mean

FILE = "specloom.toml"
PYPROJECT = "pyproject.toml"
MAX_BYTES = 1 << 20

Layout: TypeAlias = Literal["project", "package"]
LAYOUTS = ("project", "package")


class ConfigError(Exception):
    """A configuration that cannot be used; the message names file and line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientConfig:
    """One client: what is read and where its package is written.

    Relative paths are relative to the folder of the configuration file.
    """

    name: str
    spec: tuple[str, ...]
    """Candidates: the first that exists is read (URLs always exist)."""
    output: str = ""
    """Folder of the client; empty: `generated/<name>`."""
    overlays: tuple[str, ...] = ()
    package: str | None = None
    layout: Layout = "project"
    only: tuple[str, ...] = ()
    """Tags or globs of call paths, operationIds and paths."""
    exclude: tuple[str, ...] = ()
    catalogue: str | Mapping[str, Any] | None = None
    """When the document is an endpoint catalogue: the names of its keys, as a table, or
    as a file that holds them."""
    allow_remote_refs: bool = False
    templates: str | None = None
    """A folder whose templates stand in front of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """All clients of one configuration file."""

    path: Path | None = None
    clients: Mapping[str, ClientConfig] = field(default_factory=dict)

    @property
    def directory(self) -> Path:
        """The folder that relative paths start from."""
        return self.path.parent if self.path else Path.cwd()


def find(start: Path | None = None) -> Config:
    """Return the nearest configuration at or above `start`; an empty one when none."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        if (folder / FILE).is_file():
            return read(folder / FILE)
        candidate = folder / PYPROJECT
        if candidate.is_file() and (found := _read_pyproject(candidate)):
            return found
    return Config()


def read(path: Path) -> Config:
    """Read one configuration file; ConfigError when it says something unknown."""
    text, data = _load(path)
    return _config(path, text, data)


def _read_pyproject(path: Path) -> Config | None:
    if "tool.specloom" not in path.read_text("utf-8", errors="replace"):
        return None
    text, data = _load(path)
    table = data.get("tool", {}).get("specloom")
    return None if table is None else _config(path, text, table)


def _load(path: Path) -> tuple[str, dict[str, Any]]:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ConfigError(f"{path}: larger than {MAX_BYTES} bytes")
        text = path.read_text("utf-8")
        return text, tomllib.loads(text)
    except (OSError, UnicodeDecodeError) as cause:
        raise ConfigError(f"{path}: cannot be read: {cause}") from cause
    except tomllib.TOMLDecodeError as cause:
        raise ConfigError(f"{path}: not valid TOML: {cause}") from cause


def _config(path: Path, text: str, data: Mapping[str, Any]) -> Config:
    place = _Place(path, text)
    for key in data:
        if key != "clients":
            raise place.error(key, _unknown(key, ("clients",)))
    tables = data.get("clients", {})
    if not isinstance(tables, dict):
        raise place.error("clients", "`clients` must hold one table for each client")
    clients = {name: _client(name, table, place) for name, table in tables.items()}
    return Config(path=path, clients=clients)


def _client(name: str, table: Any, place: _Place) -> ClientConfig:
    if not isinstance(table, dict):
        raise place.error(name, f"`clients.{name}` must be a table")
    values: dict[str, Any] = {}
    for key, value in table.items():
        if key not in _FIELDS:
            raise place.error(key, _unknown(key, tuple(_FIELDS)))
        expected, convert = _FIELDS[key]
        converted = convert(value)
        if converted is None:
            near = did_you_mean(str(value), LAYOUTS) if key == "layout" else ""
            found = f"expected {expected}, found {_shown(value)}{near}"
            raise place.error(key, f"`clients.{name}.{key}`: {found}")
        values[key] = converted
    if "spec" not in values:
        raise place.error(name, f"`clients.{name}` has no `spec`: a path or a URL")
    values.setdefault("output", f"generated/{name}")
    return ClientConfig(name=name, **values)


def _unknown(key: str, known: tuple[str, ...]) -> str:
    hint = did_you_mean(key, known)
    listed = ", ".join(f"`{item}`" for item in known)
    return f"unknown key `{key}`{hint or f'; known are {listed}'}"


def _shown(value: Any) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _texts(value: Any) -> tuple[str, ...] | None:
    if isinstance(value, list) and all(_text(item) for item in value):
        return tuple(value)
    return None


def _candidates(value: Any) -> tuple[str, ...] | None:
    return (value,) if _text(value) else (_texts(value) or None)


def _layout(value: Any) -> str | None:
    return value if value in LAYOUTS else None


def _package(value: Any) -> str | None:
    good = isinstance(value, str) and re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", value)
    return value if good else None


def _mapping(value: Any) -> str | Mapping[str, Any] | None:
    return value if isinstance(value, dict) and value else _text(value)


def _flag(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None


_FIELDS: Mapping[str, tuple[str, Callable[[Any], Any]]] = {
    "spec": ("a path or a URL, or a list of them", _candidates),
    "overlays": ("a list of paths", _texts),
    "output": ("a path", _text),
    "package": ("a Python package name", _package),
    "layout": ('"project" or "package"', _layout),
    "only": ("a list of tags or globs", _texts),
    "exclude": ("a list of tags or globs", _texts),
    "catalogue": ("a table of key names, or a path", _mapping),
    "allow_remote_refs": ("true or false", _flag),
    "templates": ("a path", _text),
}
"""Key of a client -> what is expected there, and its reader (None: refused)."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Names the line of a key; the TOML reader keeps no positions."""

    path: Path
    text: str

    def error(self, key: str, message: str) -> ConfigError:
        pattern = re.compile(
            rf"^\s*\[?[\w.\"'-]*?[\"']?{re.escape(key)}\b", re.MULTILINE
        )
        found = pattern.search(self.text)
        line = self.text.count("\n", 0, found.end()) + 1 if found else 1
        return ConfigError(f"{self.path}:{line}: {message}")
