"""The runtime's client as the command line uses it: every fact is told."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from specloom.runtime._checking import check
from specloom.runtime._client import Core
from specloom.runtime._errors import InvalidPayloadError
from specloom.runtime._hooks import Hooks
from specloom.runtime._operation import Find, Operation, Service
from specloom.runtime._policy import Poll

if TYPE_CHECKING:
    from specloom.cli.events import Teller
    from specloom.cli.settings import Settings
    from specloom.runtime._job_state import Setup
    from specloom.runtime._options import Arguments
    from specloom.runtime._wire import Tell


class Connection(Core):
    """A client whose pace, carrier and watcher the command line chooses."""

    def __init__(
        self,
        service: Service,
        find: Find,
        settings: Settings,
        teller: Teller,
        hooks: Hooks,
    ) -> None:
        self._choices = settings
        self._teller = teller
        super().__init__(
            service,
            find,
            base_url=settings.base_url,
            timeout=settings.request_timeout,
            credentials=dict(settings.credentials),
            hooks=hooks,
        )

    def prepared(self, operation: Operation[Any], arguments: Arguments) -> str:
        """Check a call, sending nothing; return where it goes, secrets masked."""
        operation, arguments = self.specific(operation, arguments)
        unknown, supplied = self._choices.allow_unknown, self._supplied(operation)
        check(operation, arguments, allow_unknown=unknown, supplied=supplied)
        security = operation.security
        self._credentials.choose(
            self._service.security if security is None else security
        )
        try:
            url = self._build(operation, arguments).url
        except InvalidPayloadError:
            if not self._lacking(operation, arguments):
                raise
            url = self._site.base_url + operation.path
        return self._redactor.url(url)

    def base_url(self) -> str:
        """Return the base URL, secrets masked."""
        return self._redactor.url(self._site.base_url)

    def _new_setup(self) -> Setup:
        setup, interval = super()._new_setup(), self._choices.poll_interval
        pace = setup.poll
        if interval is not None:
            pace = Poll(first=0.0, interval=interval, factor=1.0, ceiling=interval)
        if self._choices.request_timeout is not None:
            pace = replace(pace, request_timeout=self._choices.request_timeout)
        return replace(setup, poll=pace, streaming=self._choices.stream)

    def _tell(self, fact: Tell) -> None:
        super()._tell(fact)
        self._teller.tell(fact.event, fact.fields)
