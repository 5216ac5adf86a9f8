"""Media.io effects end to end: credits first, then the effect, then its previews."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.systems import Bench, System, package, part

FACE = "https://files.example/face.png"
DANCE = "https://files.example/dance.mp4"
CALLS = {
    "dance": {"image": FACE, "video": DANCE},
    "character": {"images": FACE, "prompt": "a knight", "ratio": "1:1"},
    "hairstyle": {"images": FACE},
    "ghibli": {"images": FACE, "ratio": "16:9", "batch": "2"},
}
REFUSED = {
    "bad-key": ("AUTH_FAILED", "374004"),
    "unknown-code": ("UNKNOWN_ERROR", "555123"),
}


def run(client: Any, effect: str) -> Any:
    return getattr(client.effects, effect)(**CALLS[effect])


@pytest.mark.parametrize("effect", CALLS)
def test_credits_are_asked_for_before_every_effect(bench: Bench, effect: str) -> None:
    system = bench.start("mediaio_effects")
    with system.client() as client:
        job = run(client, effect)
        made = job.wait()
    paths = [item["path"] for item in system.state["requests"]]
    assert paths[0] == "/user/credits"
    assert paths[1].startswith("/generation/effects/")
    assert system.state["requests"][1]["body"] == {"data": CALLS[effect]}
    assert job.id.startswith("effect-")
    assert made[0].preview == job.assets[0]
    assert job.outcome.summary.splitlines() == [item.preview for item in made]


def test_without_credits_nothing_is_started_and_the_message_says_why(
    bench: Bench,
) -> None:
    system = bench.start("mediaio_effects", "no-credits")
    wanted = "no credits left, so nothing was started. Recharge at"
    with (
        system.client() as client,
        pytest.raises(package("mediaio_effects").InsufficientCreditsError) as caught,
    ):
        run(client, "dance")
    assert wanted in caught.value.message
    assert [item["path"] for item in system.state["requests"]] == ["/user/credits"]


@pytest.mark.parametrize("scenario", REFUSED)
def test_a_refusal_has_its_code_and_the_trace_id(bench: Bench, scenario: str) -> None:
    code, own = REFUSED[scenario]
    system = bench.start("mediaio_effects", scenario)
    with (
        system.client() as client,
        pytest.raises(package("mediaio_effects").ApiError) as caught,
    ):
        run(client, "dance")
    assert (caught.value.code, caught.value.provider_code) == (code, own)
    assert len(caught.value.trace_id) == 32
    assert system.creates == 0


@pytest.mark.parametrize("name", ["image", "video"])
@pytest.mark.parametrize("value", ["", "clip.mp4", "/tmp/clip.mp4"])
def test_a_dance_needs_the_addresses_of_both_inputs(
    bench: Bench, name: str, value: str
) -> None:
    system = bench.start("mediaio_effects")
    given = {**CALLS["dance"], name: value}
    with (
        system.client() as client,
        pytest.raises(package("mediaio_effects").InvalidPayloadError) as caught,
    ):
        client.effects.dance(**given)
    assert {issue.field for issue in caught.value.issues} == {name}
    assert system.state["requests"] == []


def test_every_ending_is_told_awaited(bench: Bench) -> None:
    wanted = {
        "success": "succeeded",
        "stream-cut": "succeeded",
        "failure": "failed",
        "timeout": "expired",
    }
    systems = {name: bench.start("mediaio_effects", name) for name in wanted}
    lost = bench.start("mediaio_effects", "lost-answer")

    async def one(system: System) -> Any:
        async with system.async_client() as client:
            job = await run(client, "hairstyle")
            async for _ in job.updates():
                pass
            return job.outcome.state

    async def every() -> list[Any]:
        work = [one(system) for system in (*systems.values(), lost)]
        return await asyncio.gather(*work, return_exceptions=True)

    *states, uncertain = asyncio.run(every())
    assert dict(zip(wanted, states, strict=True)) == wanted
    assert isinstance(uncertain, package("mediaio_effects").SubmissionUncertain)
    assert lost.creates == 1


def test_the_pace_is_that_of_the_vendor() -> None:
    (lifecycle,) = part("mediaio_effects", "_service").SERVICE.lifecycles
    assert 3 <= lifecycle.wait.interval <= lifecycle.wait.ceiling <= 5
    assert lifecycle.wait.attempts


@pytest.mark.parametrize(
    ("scenario", "code"),
    [
        ("success", 0),
        ("failure", 10),
        ("no-credits", 20),
        ("bad-key", 21),
        ("lost-answer", 3),
        ("stream-cut", 0),
    ],
)
def test_the_command_line_runs_the_dance(
    bench: Bench, scenario: str, code: int
) -> None:
    system = bench.start("mediaio_effects", scenario)
    more = ("--poll-interval", "0.01")
    ran = bench.call(system, "effects.dance", CALLS["dance"], *more)
    assert ran.code == code, ran.out
    assert ran.events[-1] == ("terminal" if code in (0, 10) else "error")
