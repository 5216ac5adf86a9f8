"""The kinds of words on the command line: how each is completed and refused."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click
from click.shell_completion import CompletionItem

from specloom.cli import lookup
from specloom.suggest import did_you_mean


class SpecName(click.types.StringParamType):
    """SPEC on the command line, completed by configured and bundled names."""

    name = "spec"

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,
        incomplete: str,
    ) -> list[CompletionItem]:
        names = (*lookup.configuration().clients, *lookup.bundled())
        found = _beginning(dict.fromkeys(names), incomplete)
        return found or [CompletionItem(incomplete, type="file")]


class OperationName(click.types.StringParamType):
    """OPERATION on the command line, completed by the call paths of SPEC."""

    name = "operation"

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,
        incomplete: str,
    ) -> list[CompletionItem]:
        from specloom.cli import operations

        named = ctx.params.get("spec")
        spec = named or next(iter(ctx.args), None)  # an option's value is begun
        if not spec:
            return []
        try:
            api = lookup.load(lookup.spec(spec)).api
        except click.ClickException:
            return []
        calls = (found.call for found in operations.every(api) if found.call)
        return _beginning(calls, incomplete)


class ClientName(click.types.StringParamType):
    """NAME of a configured client, completed by those there are."""

    name = "name"

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,
        incomplete: str,
    ) -> list[CompletionItem]:
        return _beginning(lookup.configuration().clients, incomplete)


class CodeName(click.types.StringParamType):
    """CODE of a diagnostic, completed by those there are."""

    name = "code"

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,
        incomplete: str,
    ) -> list[CompletionItem]:
        from specloom.codes import CODES

        return _beginning(CODES, incomplete.upper())


class Word(click.Choice[str]):
    """One of some words; a wrong one is answered with the nearest."""

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str:
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            hint = did_you_mean(str(value), map(str, self.choices))
            self.fail(error.message.rstrip(".") + (hint or "."), param, ctx)


class ScenarioName(click.types.StringParamType):
    """NAME of a scenario, completed by those there are."""

    name = "scenario"

    def convert(
        self,
        value: Any,
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str:
        from specloom.simulate.scenario import SCENARIOS

        if value not in SCENARIOS:
            hint = did_you_mean(value, SCENARIOS)
            known = f"; known: {', '.join(SCENARIOS)}"
            raise click.UsageError(f"No scenario `{value}`{hint or known}", ctx)
        return str(value)

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,
        incomplete: str,
    ) -> list[CompletionItem]:
        from specloom.simulate.scenario import SCENARIOS

        return _beginning(SCENARIOS, incomplete)


def _beginning(names: Iterable[str], incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in names if name.startswith(incomplete)]
