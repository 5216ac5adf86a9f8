"""The `chat` operations."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._runtime._lifecycle import Pages
from .._runtime._omit import OMIT
from .._runtime._operation import TEXT, Body, Operation, Response, Types, in_query

if TYPE_CHECKING:
    from .._runtime._client import AsyncCore, Core
    from .._runtime._omit import Omit
    from .._runtime._options import CallOptions
    from .._runtime._pages import AsyncPager, Pager
    from .._runtime._stream import AsyncEventStream, EventStream
    from ..models.chat import Answer, Delta
    from .chat_files import AsyncChatFiles, ChatFiles

types = Types(__name__)

ANSWER: Operation[Answer] = Operation(
    key="POST /chat",
    name="createChat",
    bodies=(
        Body(
            types("params.chat", "AnswerChatBody"),
            required=True,
            defaults={"stream": False},
        ),
    ),
    responses=(Response("200", types("models.chat", "Answer")),),
)

ANSWER_STREAM: Operation[Delta] = Operation(
    key="POST /chat",
    name="createChat",
    kind="stream",
    bodies=(
        Body(
            types("params.chat", "AnswerChatBody"),
            required=True,
            defaults={"stream": True},
        ),
    ),
    responses=(
        Response(
            "200",
            types("models.chat", "Delta"),
            media_type="text/event-stream",
            reads="events",
        ),
    ),
    result=types("models.chat", "Delta"),
    streams=True,
)

LIST: Operation[Answer] = Operation(
    key="GET /chats",
    name="listChats",
    kind="pages",
    parameters=(in_query("cursor", TEXT),),
    responses=(Response("200"),),
    result=types("models.chat", "Answer"),
    pages=Pages(
        items=("$response.body#/data",),
        cursor=("$response.body#/next",),
        cursor_parameter="cursor",
    ),
)

WATCH: Operation[Delta] = Operation(
    key="GET /events",
    name="watch",
    kind="stream",
    responses=(
        Response(
            "200",
            types("models.chat", "Delta"),
            media_type="text/event-stream",
            reads="events",
        ),
    ),
    accept="text/event-stream",
    result=types("models.chat", "Delta"),
)


class Chat:
    """The `chat` operations."""

    def __init__(self, core: Core) -> None:
        self._core = core

    @cached_property
    def files(self) -> ChatFiles:
        """The `files` operations."""
        from .chat_files import ChatFiles

        return ChatFiles(self._core)

    def answer(self, *, prompt: str, options: CallOptions | None = None) -> Answer:
        """Answer a prompt.

        Returns:
            The answer.
        """
        return self._core.call(ANSWER, body={"prompt": prompt}, options=options)

    def answer_stream(
        self,
        *,
        prompt: str,
        options: CallOptions | None = None,
    ) -> EventStream[Delta]:
        """Answer a prompt.

        Returns:
            The events, as they come.
        """
        return self._core.stream(
            ANSWER_STREAM,
            body={"prompt": prompt},
            options=options,
        )

    def list(
        self,
        *,
        cursor: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> Pager[Answer]:
        """List chats.

        Returns:
            The items, page after page.
        """
        return self._core.pages(LIST, query={"cursor": cursor}, options=options)

    def watch(self, *, options: CallOptions | None = None) -> EventStream[Delta]:
        """Watch.

        Returns:
            The events, as they come.
        """
        return self._core.stream(WATCH, options=options)


class AsyncChat:
    """The `chat` operations. Awaited."""

    def __init__(self, core: AsyncCore) -> None:
        self._core = core

    @cached_property
    def files(self) -> AsyncChatFiles:
        """The `files` operations."""
        from .chat_files import AsyncChatFiles

        return AsyncChatFiles(self._core)

    async def answer(
        self,
        *,
        prompt: str,
        options: CallOptions | None = None,
    ) -> Answer:
        """Answer a prompt."""
        return await self._core.call(ANSWER, body={"prompt": prompt}, options=options)

    def answer_stream(
        self,
        *,
        prompt: str,
        options: CallOptions | None = None,
    ) -> AsyncEventStream[Delta]:
        """Answer a prompt."""
        return self._core.stream(
            ANSWER_STREAM,
            body={"prompt": prompt},
            options=options,
        )

    def list(
        self,
        *,
        cursor: str | Omit = OMIT,
        options: CallOptions | None = None,
    ) -> AsyncPager[Answer]:
        """List chats."""
        return self._core.pages(LIST, query={"cursor": cursor}, options=options)

    def watch(self, *, options: CallOptions | None = None) -> AsyncEventStream[Delta]:
        """Watch."""
        return self._core.stream(WATCH, options=options)
