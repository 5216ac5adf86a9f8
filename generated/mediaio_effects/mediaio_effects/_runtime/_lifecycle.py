"""What a document declares about jobs, errors and envelopes, as plain values.

Every value here is frozen data: read from `x-specloom-*` by the generator, printed
into generated packages, and followed by the runtime. A `Location` is a tuple of
OpenAPI runtime expressions (OpenAPI 3.1, section 4.8.20.3), tried in order; the first
that is present wins. Operations are named by their key, `METHOD /path`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

Location: TypeAlias = tuple[str, ...]
"""Runtime expressions, the first that is present wins; empty: nowhere."""

State: TypeAlias = Literal[
    "queued",
    "running",
    "succeeded",
    "failed",
    "cancelled",
    "expired",
    "unknown",
]
"""The normalised state of a job."""

TERMINAL: frozenset[State] = frozenset({"succeeded", "failed", "cancelled", "expired"})
"""The states in which a job stays."""

_NONE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """An operation and where each of its inputs comes from.

    `bind` maps an input (`id`, or qualified `path.id`, `query.limit`, `header.X`,
    `body.task_id`) to a location. Expressions see `$response` (the answer to the
    create, or the last one), `$request` (the create), `$job.id`, `$captured.NAME` and
    `$kept.NAME`; a value without a leading `$` is a constant.
    """

    operation: str
    bind: Mapping[str, Location] = field(default_factory=dict[str, Location])


@dataclass(frozen=True, slots=True, kw_only=True)
class Idempotency:
    """What makes a create safe to repeat: a header or a body field, and its form."""

    place: str
    """`header.Idempotency-Key` or `body.request_id`."""
    form: str = "uuid"
    """`uuid`, or a template such as `job-{uuid}`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """Failed states after which a new create with a new id is allowed."""

    states: tuple[str, ...] = ()
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """An operation run before the create: keep a value, or require a condition."""

    call: Call
    keep: Mapping[str, Location] = field(default_factory=dict[str, Location])
    require: str | None = None
    message: str | None = None
    category: str = "unknown"
    """Error category when `require` fails: `insufficient_credits`, ..."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where percent, queue position, message, logs and partial results are."""

    percent: Location = ()
    """A number, 0 to 100; a fraction up to 1 is read as such when `scale` is 100."""
    scale: float = 1.0
    """What the number is multiplied with to become percent."""
    queue_position: Location = ()
    message: Location = ()
    logs: Location = ()
    partial: Location = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """Where the result is, and the files it names."""

    location: Location = ()
    """Inside the terminal answer; empty: the whole answer."""
    call: Call | None = None
    """An operation that fetches the details after success."""
    required: bool = False
    """The result must be present: a success without one is asked for again."""
    assets: Location = ()
    """URLs to download; `*` in a pointer matches every member (`#/images/*/url`)."""
    assets_expire: float | None = None
    """Seconds after which the URLs stop working, when known."""
    download: Call | None = None
    """An operation that returns the bytes when the URLs fail."""
    item_state: Location = ()
    """State words of the single outputs, for partial success."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Where a failed job says what went wrong."""

    code: Location = ()
    message: Location = ()
    details: Location = ()
    when: str | None = None
    """A condition under which an answer is a failed job, not a failed request."""
    call: Call | None = None
    """An operation that says why the job failed, when the last answer does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Events:
    """How one stream event is read. Locations see it as `$response.body`."""

    status: Location = ()
    """Empty: the lifecycle's own `status`."""
    names: Mapping[str, State] = field(default_factory=dict[str, State])
    """Event names that are states: `completed` -> `succeeded`."""
    text: Location = ()
    """Text of the frame; becomes the update's message."""
    partial_when: str | None = None
    """A condition: the text is an increment; otherwise it repeats the whole."""
    error: Location = ()
    """Present: the frame is an error."""
    heartbeat: str | None = None
    """A condition: the frame is a keep-alive, no progress."""
    sentinels: tuple[str, ...] = ("[DONE]",)
    """Data that means `stop reading`."""
    ignore: tuple[str, ...] = ()
    """Patterns of trailing text that are noise after good answers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """The event stream: the create itself, or an operation of its own."""

    call: Call | None = None
    """None: the create's own answer is the stream."""
    events: Events = field(default_factory=Events)
    silence: float = 20.0
    """Seconds without any byte after which the stream is given up."""
    idle: float = 30.0
    """Seconds without a state (heartbeats are not one) after which a poll is made."""
    total: float | None = None
    """Seconds a stream may last in all."""
    notice: float | None = None
    """How often a waiting user is told, in seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fallback:
    """What settles a stream that ended early, where there is nothing to poll by id."""

    call: Call
    """The state operation asked after the stream ended."""
    compare: Mapping[str, Location] = field(default_factory=dict[str, Location])
    """Name of a value kept in `before` -> where it is now; changed means done."""
    first: float = 30.0
    """Seconds before the first look after a break (a clean close looks at once)."""
    factor: float = 2.0
    ceiling: float = 60.0
    attempts: int = 5
    clean_close: State | None = None
    """The state after a clean close when nothing changed; None: look again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """The declared pace of polling; seconds."""

    first: float = 0.0
    interval: float = 1.0
    factor: float = 1.5
    ceiling: float = 5.0
    jitter: float = 0.1
    deadline: float = 900.0
    attempts: int | None = None
    hints: Location = ()
    """Where an answer says how long to wait (Retry-After is always read)."""
    grace: float = 30.0
    """Seconds after a create in which 404 means `not yet`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cancel:
    """Cancelling, and in which provider states it is possible (empty: any)."""

    call: Call
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """An operation that finds jobs again after a lost answer."""

    call: Call
    items: Location = ()
    id: Location = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lifecycle:
    """The declaration of one job."""

    name: str
    create: str | None = None
    """Key of the create, or a pattern: `POST /generation/sse/{model+}`."""
    plain: str | None = None
    """The create's non-streaming twin, or a pattern."""
    idempotency: Idempotency | None = None
    refused: tuple[str, ...] = ()
    """Statuses (`503`) and body codes (`BUSY`) that mean `not accepted`."""
    again: Again | None = None
    before: tuple[Before, ...] = ()
    id: Location = ()
    client_id: str | None = None
    """Template of an id chosen by the client: `render_{uuid}`."""
    client_id_place: str = "body.id"
    """Where the chosen id is sent."""
    capture: Mapping[str, Location] = field(default_factory=dict[str, Location])
    poll: Call | None = None
    poll_url: Location = ()
    """Instead of `poll`: a URL from the answer, same origin only."""
    status: Location = ()
    status_http: Mapping[str, State] = field(default_factory=dict[str, State])
    """HTTP status of a poll that is a state by itself: `202` -> `running`."""
    states: Mapping[str, State] = field(default_factory=dict[str, State])
    """Provider words, as written; compared case-folded."""
    done_when: str | None = None
    failed_when: str | None = None
    progress: Progress = field(default_factory=Progress)
    result: Result = field(default_factory=Result)
    error: Problem = field(default_factory=Problem)
    usage: Location = ()
    stream: Stream | None = None
    fallback: Fallback | None = None
    wait: Wait = field(default_factory=Wait)
    cancel: Cancel | None = None
    serial: Location = ()
    """Jobs whose value here is equal run one after another."""
    listing: Listing | None = None
    outcome_names: Mapping[str, str] = field(default_factory=dict[str, str])
    """Renamed keys of the normalised result, for `to_dict(style="wire")`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """Where success, data, code, message and request id are in a body."""

    success: str | None = None
    """A condition that holds when the answer is a success: `$response.body#/code == 0`."""
    data: Location = ()
    code: Location = ()
    message: Location = ()
    request_id: Location = ()


Category: TypeAlias = Literal[
    "authentication",
    "permission_denied",
    "insufficient_credits",
    "not_found",
    "conflict",
    "validation",
    "content_rejected",
    "rate_limited",
    "upstream",
    "unknown",
]
"""The normalised category of an error answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorRule:
    """One rule of an ordered list: the first that matches names the category.

    A field that is not given matches everything.
    """

    category: Category
    status: tuple[str, ...] = ()
    """`402`, `4XX`."""
    code: tuple[str, ...] = ()
    """Body codes, compared as text; `*` is any code."""
    message: str | None = None
    """A regular expression searched in the message, any case."""
    credential: str | None = None
    """Where the credential came from: `environment`, `argument`, `acquired`."""
    guidance: str | None = None
    """What to do next; may hold expressions: `{$response.body#/user_id}`."""
    retry_delay: float | None = None
    """Seconds; with `retry_times` an own retry for this answer."""
    retry_times: int = 0
    stable_code: str | None = None
    """The stable machine code, when the category's own does not fit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """How a list is paged."""

    items: Location
    cursor: Location = ()
    """Where the next cursor is in an answer."""
    cursor_parameter: str | None = None
    """Wire name, qualified when needed (`query.cursor`)."""
    last: str | None = None
    """Instead: where it is in the last item of a page (`/id`)."""
    page_parameter: str | None = None
    first_page: int = 1
    """The number of the first page."""
    offset_parameter: str | None = None
    next_url: Location = ()
    """A URL of the next page, same origin only."""
    stop: str | None = None
    """A condition that ends the listing; else an empty page or no cursor does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Acquire:
    """A value obtained by an operation when the environment has none."""

    call: Call
    value: Location
    expires: Location = ()
    """Where the expiry is (RFC 3339 text, or seconds since the epoch)."""
    lifetime: float | None = None
    """Seconds the value is good for when the answer does not say."""
    keep: Mapping[str, Location] = field(default_factory=dict[str, Location])
    """Further values stored with it (`user_id`)."""
    identity: str | None = None
    """Name of a stored identity (`client_id`, a UUID made once) for `$identity`."""
    identity_env: str | None = None
    """Environment variable whose value is the identity instead of a stored one."""
    renew_on: tuple[str, ...] = ()
    """Body codes or statuses that mean `get a new one`."""
    persist: bool = True
    """Keep the value on disk (0600), so that a second process finds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilePart:
    """What a file part of a body may be."""

    types: tuple[str, ...] = ()
    """File name endings without the dot."""
    max_bytes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyRules:
    """How the caller's fields become the body."""

    wrap: str | None = None
    """The key under which all fields are sent: `data`."""
    empty: str | None = None
    """JSON text sent when there is no field: `{}`."""
    files: Mapping[str, FilePart] = field(default_factory=dict[str, FilePart])
    urls_only: tuple[str, ...] = ()
    """Fields that take public URLs only; a local path is refused before sending."""
    defaults: Mapping[str, Any] = field(default_factory=dict[str, Any])
    """Fields sent with this value when the caller gives none; a text that begins with
    `$kept.` names a value that the lifecycle's `before` kept."""
    acquire: Mapping[str, str] = field(default_factory=dict[str, str])
    """Field -> name of an acquired value (`Service.acquired`), sent when the caller
    gives none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a client is: its environment, origins, headers and guidance.

    Values of the environment are read in the client's constructor only.
    """

    title: str = ""
    package: str = ""
    base_url: str | None = None
    allowed_hosts: tuple[str, ...] = ()
    """Further hosts that may receive credentials."""
    credentials_env: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict[str, tuple[str, ...]],
    )
    """Security scheme name -> environment variables, the first set one wins. Two with a
    colon between them, `USER:PASSWORD`, are a pair: of them, both are set."""
    base_url_env: str | None = None
    timeout_env: str | None = None
    """Milliseconds a request may take."""
    retries_env: str | None = None
    headers_env: Mapping[str, str] = field(default_factory=dict[str, str])
    """Header -> environment variable whose value replaces the default."""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    """Headers of every request. `{version}` is the client's own version."""
    key_url: str | None = None
    """Where to get a key."""
    key_help: tuple[str, ...] = ()
    """Steps to get a key, in order."""
    dashboard_url: str | None = None
    recharge_url: str | None = None
    pricing_url: str | None = None
    credits_operation: str | None = None
    """Key of the operation that tells the balance."""
    notes: tuple[str, ...] = ()
    summary: str | None = None
    """Text template over a result."""
    defaults_note: Mapping[str, str] = field(default_factory=dict[str, str])
    """What the document does not say -> the default that stands in."""
