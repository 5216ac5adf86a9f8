"""Finds what SPEC names: a configured client, a bundled one, a path, a URL or `-`."""

from __future__ import annotations

import shlex
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from specloom import config, resources
from specloom.cli.exits import Exit
from specloom.config import ClientConfig, Config, ConfigError
from specloom.suggest import did_you_mean

if TYPE_CHECKING:
    from specloom.cli.diagnose import Placed
    from specloom.pipeline import Loaded

DOCUMENTS = ("openapi", "swagger", "catalogue", "catalog")
ENDINGS = ("json", "yaml", "yml")


class ConfigurationFault(click.ClickException):
    """A configuration or document that stops the command."""

    exit_code = Exit.PROBLEMS


class DocumentFault(ConfigurationFault):
    """A description that cannot be read at all; its diagnostics say where and why."""

    def __init__(self, message: str, items: tuple[Placed, ...]) -> None:
        super().__init__(message)
        self.items = items


def reason(error: Exception) -> str:
    """Say why a file could not be read or written, without naming it again."""
    return getattr(error, "strerror", None) or str(error)


@dataclass(frozen=True, slots=True)
class Source:
    """SPEC as it was typed, with the options that belong to it."""

    text: str
    overlays: tuple[str, ...] = ()
    allow_remote_refs: bool = False

    def typed(self) -> str:
        """Return it as a person types it again, with its options, quoted."""
        words = [self.text]
        for overlay in self.overlays:
            words += ["--overlay", overlay]
        if self.allow_remote_refs:
            words.append("--allow-remote-refs")
        return shlex.join(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """A source with all that belongs to it."""

    name: str
    source: str
    overlays: tuple[str, ...] = ()
    client: ClientConfig | None = None
    catalogue: str | Mapping[str, Any] | None = None
    allow_remote_refs: bool = False


def configuration() -> Config:
    """Return the nearest configuration; a faulty one ends the command."""
    try:
        return config.find()
    except ConfigError as error:
        raise ConfigurationFault(str(error)) from error


def spec(source: Source | str) -> Spec:
    """Return what SPEC names; a usage error with the nearest names when nothing."""
    source = Source(source) if isinstance(source, str) else source
    found = _named(source.text) or _located(source.text)
    if found is None:
        raise click.UsageError(_missing(source.text))
    return replace(
        found,
        overlays=(*found.overlays, *source.overlays),
        allow_remote_refs=found.allow_remote_refs or source.allow_remote_refs,
    )


def of_client(client: ClientConfig, directory: Path) -> Spec:
    """Return the source of a configured client: its first candidate that exists."""
    chosen = _first_existing(client.spec, directory)
    if chosen is None:
        tried = ", ".join(client.spec)
        raise ConfigurationFault(
            f"clients.{client.name}.spec: none of these exists below {directory}: {tried}"
        )
    return Spec(
        name=client.name,
        source=chosen,
        overlays=tuple(_below(directory, item) for item in client.overlays),
        client=client,
        catalogue=_mapping(client.catalogue, directory),
        allow_remote_refs=client.allow_remote_refs,
    )


def load(found: Spec) -> Loaded:
    """Read the document; faults that stop it are shown with their places."""
    from specloom.cli.diagnose import stopped
    from specloom.diagnostics import SpecError
    from specloom.pipeline import ReadOptions, read_api
    from specloom.python import environment

    options = ReadOptions(mapping=found.catalogue, remote_refs=found.allow_remote_refs)
    try:
        loaded = read_api(found.source, found.overlays, options=options)
    except SpecError as error:
        raise stopped(error, found) from error
    package = None if found.client is None else found.client.package
    return replace(loaded, api=environment.told(loaded.api, package))


def bundled() -> tuple[str, ...]:
    """Return the names of the descriptions that come with specloom."""
    folder = resources.directory("specs")
    if not folder.is_dir():
        return ()
    return tuple(sorted(item.name for item in folder.iterdir() if _document(item)))


def bundle(folder: Path) -> Spec | None:
    """Return the description in a folder with its overlay; None when there is none."""
    document = _document(folder)
    if document is None:
        return None
    overlay, mapping = folder / "overlay.yaml", folder / "mapping.yaml"
    return Spec(
        name=folder.name,
        source=shown(document),
        overlays=(shown(overlay),) if overlay.is_file() else (),
        catalogue=shown(mapping) if mapping.is_file() else None,
    )


def _named(text: str) -> Spec | None:
    configured = configuration()
    if text in configured.clients:
        return of_client(configured.clients[text], configured.directory)
    if "/" in text or "\\" in text or text in (".", "..", "-"):
        return None
    return bundle(resources.directory("specs") / text)


def _located(text: str) -> Spec | None:
    if text == "-":
        return Spec(name="stdin", source="-")
    if "://" in text:
        return Spec(name=text.rstrip("/").rsplit("/", 1)[-1], source=text)
    path = Path(text)
    if path.is_dir():
        return bundle(path)
    return Spec(name=path.stem, source=text) if path.is_file() else None


def _document(folder: Path) -> Path | None:
    """Return the document of a folder: the one origin.toml names, or a usual name."""
    origin = folder / "origin.toml"
    named = _named_document(origin) if origin.is_file() else None
    usual = (f"{name}.{end}" for name in DOCUMENTS for end in ENDINGS)
    paths = (folder / name for name in ([named] if named else usual))
    return next((path for path in paths if path.is_file()), None)


def _named_document(origin: Path) -> str | None:
    try:
        named = tomllib.loads(origin.read_text("utf-8")).get("document")
    except (OSError, ValueError) as error:
        raise ConfigurationFault(f"{origin}: {error}") from error
    return Path(named).name if isinstance(named, str) else None


def _first_existing(candidates: Iterable[str], directory: Path) -> str | None:
    for text in candidates:
        if "://" in text:
            return text
        if (directory / text).is_file():
            return shown(directory / text)
    return None


def _mapping(
    catalogue: str | Mapping[str, Any] | None, directory: Path
) -> str | Mapping[str, Any] | None:
    return _below(directory, catalogue) if isinstance(catalogue, str) else catalogue


def _below(directory: Path, text: str) -> str:
    return text if "://" in text else shown(directory / text)


def shown(path: Path) -> str:
    """Return a path as a person would write it here: relative when it is below."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _beside(text: str) -> list[str]:
    """Return the descriptions in the folder that a wrong path names."""
    folder = Path(text).parent
    if "://" in text or not folder.is_dir():
        return []
    files = (path for path in folder.iterdir() if path.suffix.lstrip(".") in ENDINGS)
    return [str(path) for path in files]


def _missing(text: str) -> str:
    known = (*configuration().clients, *bundled())
    hint = did_you_mean(text, (*known, *_beside(text)))
    listed = ", ".join(dict.fromkeys(known))
    return (
        f"No client, bundled description or file `{text}`{hint or f'; known: {listed}'}"
    )
