"""NemoVideo as the vendor's skills describe it: tokens, sessions, a chat, exports."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.standins.clock import Job
from tests.standins.nemovideo_chat import CHATS, frames
from tests.standins.serving import Answer, Cut, Frames, Reply, Request

SCENARIOS = CHATS | {
    "no-credits",
    "bad-key",
    "expired-token",
    "session-lost",
    "lost-answer",
    "rate-limit",
    "shape-b",
    "export-failure",
    "export-fails",
    "download-fallback",
}
_FILES = frozenset(
    [
        "mp4",
        "mov",
        "avi",
        "webm",
        "mkv",
        "jpg",
        "png",
        "gif",
        "webp",
        "mp3",
        "wav",
        "m4a",
        "aac",
    ]
)
_LARGEST = 200 * 1024 * 1024
_ATTRIBUTION = ("x-skill-source", "x-skill-version", "x-skill-platform")
_LAMBDA = ["api", "render", "proxy", "lambda"]


@dataclass(slots=True)
class Session:
    """A session: its draft grows by one segment for each finished edit."""

    id: str
    task_id: str
    name: str
    edits: list[Job] = field(default_factory=list)
    uploads: list[str] = field(default_factory=list)

    def segments(self) -> int:
        """Return how many edits are finished."""
        return sum(job.phase() == 2 and not job.cancelled for job in self.edits)

    def busy(self) -> bool:
        """Whether an edit is under way."""
        return any(job.phase() < 2 for job in self.edits)


class NemoVideo:
    """Tokens, sessions and renders."""

    def __init__(self, scenario: str, duration: float) -> None:
        self._scenario, self._duration = scenario, duration
        self._numbers = count(1)
        self._tokens: dict[str, str] = {}
        self._expired: set[str] = set()
        self._sessions: dict[str, Session] = {}
        self._renders: dict[str, Job] = {}
        self._once: set[str] = set()
        self._overlaps = 0

    def state(self) -> dict[str, Any]:
        """Return messages, tokens, renders, and messages sent while one ran."""
        messages = sum(len(session.edits) for session in self._sessions.values())
        return {
            "creates": messages + len(self._renders),
            "messages": messages,
            "overlaps": self._overlaps,
            "renders": list(self._renders),
            "sessions": list(self._sessions),
            "tokens": len(self._tokens),
        }

    def answer(self, request: Request) -> Answer:
        """Route; everything but tokens and files needs a bearer token."""
        parts = request.path.split("/")[1:]
        match request.method, parts:
            case "GET", ["files", _]:
                if self._scenario == "download-fallback":
                    return Reply(404, b"gone", {"content-type": "text/plain"})
                return _video()
            case "POST", ["api", "auth", "anonymous-token"]:
                return self._token(request)
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        return self._refused(token) or self._route(request, parts)

    def _route(self, request: Request, parts: list[str]) -> Answer:
        match request.method, parts:
            case "POST", ["api", "auth", "claim-token"]:
                return _good({"claim_token": "clm_1", "expires_in": 604800})
            case "POST", ["api", "tasks", "me", "with-session", "nemo_agent"]:
                return self._start(request.json() or {})
            case "POST", ["run_sse"]:
                return self._chat(request.json())
            case "POST", ["api", "upload-video", "nemo_agent", "me", session_id]:
                return self._upload(session_id, request)
            case "GET", ["api", "credits", "balance", "simple"]:
                return _good({"available": 80, "frozen": 20, "total": 100})
            case "GET", ["api", "state", "nemo_agent", "me", session_id, "latest"]:
                return self._state(session_id)
            case _, [*head, _] | [*head, _, "cancel"] if head == _LAMBDA:
                return self._render_of(request, parts)
            case "POST", parts if parts == _LAMBDA:
                return self._render(request)
            case "GET", ["api", "render", "proxy", render_id, "download"]:
                return _video() if render_id in self._renders else Reply(404, {})
        return Reply(404, {"message": "no such route"})

    # Tokens.

    def _token(self, request: Request) -> Answer:
        client = request.headers.get("x-client-id", "")
        if not client or len(client) > 64:
            return Reply(400, {"code": 400, "message": "X-Client-Id is missing"})
        held = self._tokens.get(client)
        limited = self._scenario == "rate-limit" and self._first("token")
        if limited or (held is not None and held not in self._expired):
            return Reply(429, {"code": 429, "message": "one token in seven days"})
        self._tokens[client] = token = f"nmv_usr_{next(self._numbers)}"
        data = {
            "token": token,
            "credits": 100,
            "user_id": f"anon_{len(self._tokens)}",
            "expires_at": "2099-01-01T00:00:00Z",
        }
        return _good(data)

    def _refused(self, token: str) -> Answer | None:
        anonymous = token in self._tokens.values()
        if anonymous and self._scenario == "expired-token" and self._first("expiry"):
            self._expired.add(token)
        manual = not token.startswith("nmv_usr_") and self._scenario != "bad-key"
        good = anonymous or (bool(token) and manual and "bad" not in token)
        if not good or token in self._expired:
            return _failed(1001, "token is bad or expired")
        return None

    # Sessions.

    def _start(self, body: dict[str, Any]) -> Answer:
        number = next(self._numbers)
        name = str(body.get("task_name", "project"))
        session = Session(f"19{number:016d}", f"task_{number}", name)
        self._sessions[session.id] = session
        return _good({"task_id": session.task_id, "session_id": session.id})

    def _session(self, session_id: Any) -> Session | None:
        if self._scenario == "session-lost" and self._first("session"):
            self._sessions.pop(str(session_id), None)
        return self._sessions.get(str(session_id))

    def _state(self, session_id: str) -> Answer:
        session = self._session(session_id)
        if session is None:
            return _failed(1002, "session not found")
        data = {
            "session_id": session.id,
            "task_id": session.task_id,
            "task_name": session.name,
            "state": _editor(session),
        }
        return _good(data)

    def _chat(self, body: Any) -> Answer:
        fault = _message_fault(body)
        if fault is not None:
            return Reply(422, {"detail": fault})
        session = self._session(body["session_id"])
        if session is None:
            return _failed(1002, "session not found")
        if self._scenario == "no-credits":
            return _failed(2001, "no credits")
        self._overlaps += session.busy()
        job = Job(f"edit_{len(session.edits) + 1}", body, self._duration)
        job.cancelled = self._scenario in ("failure", "no-change")
        session.edits.append(job)
        if self._scenario == "lost-answer":
            return Cut()
        return Frames(frames(self._scenario, self._duration))

    def _upload(self, session_id: str, request: Request) -> Answer:
        session = self._session(session_id)
        if session is None:
            return _failed(1002, "session not found")
        if request.size > _LARGEST:
            return _failed(4002, "file too large")
        names = _uploaded(request)
        odd = [n for n in names if n.rpartition(".")[2].lower() not in _FILES]
        if not names or odd:
            return _failed(4001, "file type not supported")
        session.uploads += names
        rows = [_file(name) for name in names]
        return _good({"files": rows, "session_state_applied": True})

    # Renders. Their answers have no envelope.

    def _render(self, request: Request) -> Answer:
        if not all(request.headers.get(name) for name in _ATTRIBUTION):
            return Reply(402, {"message": "export is not available"})
        body = request.json()
        fault = _render_fault(body)
        if fault is not None:
            return Reply(400, {"message": fault})
        if body["id"] in self._renders:
            return Reply(409, {"message": "this id was used"})
        job = Job(body["id"], body, self._duration)
        job.cancelled = self._scenario == "export-fails" or (
            self._scenario == "export-failure" and not self._renders
        )
        self._renders[job.id] = job
        return self._rendered(job, request)

    def _render_of(self, request: Request, parts: list[str]) -> Answer:
        job = self._renders.get(parts[4])
        if job is None:
            return Reply(404, {"message": "no such render"})
        if parts[-1] == "cancel":
            job.cancelled = True
            return Reply(200, {"success": True})
        return self._rendered(job, request)

    def _rendered(self, job: Job, request: Request) -> Answer:
        word = ("pending", "processing", "completed")[job.phase()]
        if word == "completed" and job.cancelled:
            word = "failed"
        url = f"{request.origin}/files/{job.id}.mp4" if word == "completed" else None
        progress = job.phase() * 50
        if self._scenario == "shape-b":
            data = {"id": job.id, "status": word, "progress": progress}
            more = {"outputUrl": url, "createdAt": 1, "completedAt": 2} if url else {}
            return Reply(200, {"success": True, "data": data | more})
        shown = {"status": word, "progress": progress, "taskId": job.id}
        output = {"output": {"url": url, "duration": 5, "size": 600}} if url else {}
        return Reply(200, shown | output)

    def _first(self, name: str) -> bool:
        """Return True once for each name."""
        fresh = name not in self._once
        self._once.add(name)
        return fresh


def _good(data: dict[str, Any]) -> Reply:
    return Reply(200, {"code": 0, "data": data})


def _failed(code: int, message: str) -> Reply:
    return Reply(200, {"code": code, "message": message})


def _video() -> Reply:
    return Reply(200, b"video " * 100, {"content-type": "video/mp4"})


def _editor(session: Session) -> dict[str, Any]:
    done = session.segments()
    segment = {"d": 5000, "m": {"title": "clip", "width": 1080, "height": 1920}}
    draft = {
        "t": [{"tt": 0, "sg": [segment] * done}, {"tt": 1, "sg": []}],
        "d": 5000 * done,
        "m": {"title": session.name},
    }
    return {
        "draft": draft if done else None,
        "video_infos": [{"name": f"clip {n}"} for n in range(done)],
        "canvas_config": {"size": "1080x1920", "ratio": "9:16"},
        "generated_media": {},
        "video_analyses": {},
    }


def _message_fault(body: Any) -> str | None:
    if not isinstance(body, dict):
        return "the body is no object"
    if (body.get("app_name"), body.get("user_id")) != ("nemo_agent", "me"):
        return "app_name and user_id are fixed"
    parts = (body.get("new_message") or {}).get("parts") or []
    if not parts or not all(isinstance(part.get("text"), str) for part in parts):
        return "new_message.parts needs texts"
    return None if isinstance(body.get("session_id"), str) else "session_id is text"


def _render_fault(body: Any) -> str | None:
    if not isinstance(body, dict) or not str(body.get("id", "")).startswith("render_"):
        return "id: render_<unique>"
    if not isinstance(body.get("sessionId"), str):
        return "sessionId is missing"
    draft = body.get("draft")
    tracks = draft.get("t") if isinstance(draft, dict) else None
    if not tracks or not any(track.get("sg") for track in tracks):
        return "the draft is empty"
    return None


def _uploaded(request: Request) -> list[str]:
    """Return the names of the files of a form, or of the addresses in JSON."""
    if request.headers.get("content-type", "").startswith("multipart/form-data"):
        pattern = rb'name="files"; filename="([^"]+)"'
        return [found.decode() for found in re.findall(pattern, request.body)]
    body = request.json()
    if not isinstance(body, dict) or body.get("source_type") != "url":
        return []
    return [str(url).rpartition("/")[2] for url in body.get("urls", [])]


def _file(name: str) -> dict[str, Any]:
    return {
        "filename": name,
        "file_type": "video",
        "cdn_url": f"https://cdn.invalid/{name}",
        "duration": 5.0,
        "width": 1080,
        "height": 1920,
        "fps": 30,
        "hash": "0" * 32,
    }
