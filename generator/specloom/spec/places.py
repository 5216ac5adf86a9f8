"""Report faults below one place of the document: expressions, conditions, names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from specloom.diagnostics import Diagnostic, Report, Severity
from specloom.location import join
from specloom.runtime._conditions import ExpressionError, compile_condition
from specloom.spec.expressions import problem


@dataclass(frozen=True, slots=True)
class Places:
    """Reports faults below one place."""

    pointer: str
    report: Report
    code_of: str = "JOB008"
    """Code of a location or condition that cannot be read."""

    def expressions(self, location: Iterable[str], where: str) -> None:
        for expression in location:
            reason = problem(expression)
            if reason is not None:
                self.error(self.code_of, f"`{expression}`: {reason}.", where)

    def condition(self, condition: str | None, where: str) -> None:
        if condition is None:
            return
        try:
            compile_condition(condition)
        except ExpressionError as cause:
            self.error(self.code_of, f"`{condition}` is no condition: {cause}.", where)

    def error(self, code: str, message: str, where: str) -> None:
        self._add(code, message, where, "error", None)

    def warn(
        self, code: str, message: str, where: str, hint: str | None = None
    ) -> None:
        self._add(code, message, where, "warning", hint)

    def _add(
        self, code: str, message: str, where: str, severity: Severity, hint: str | None
    ) -> None:
        parts = [part for part in where.split("/") if part]
        self.report.add(
            Diagnostic(
                code=code,
                message=message,
                pointer=join(self.pointer, *parts),
                severity=severity,
                hint=hint,
            )
        )
