"""Waiting for many jobs: every one gets its own end, and none holds up another."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

import httpx
import pytest
from specloom.runtime._errors import JobTimeout
from specloom.runtime._lifecycle import Wait
from specloom.runtime._updates import Outcome

from tests.faults.clients import Client, service
from tests.faults.service import POLLED

QUICK = replace(POLLED, wait=Wait(interval=0.002, factor=1.0, jitter=0.0))
ENDS = {"good": "COMPLETED", "bad": "FAILED", "endless": "IN_PROGRESS"}
Make = Callable[[str], Client]


@pytest.fixture
def make() -> Iterator[Make]:
    """Return what makes a client whose jobs end as they are named, on the third poll."""
    clients: list[Client] = []
    polls: Counter[str] = Counter()

    def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            name = json.loads(request.content)["name"]
            return httpx.Response(200, json={"id": name, "status": "IN_QUEUE"})
        name = request.url.path.rpartition("/")[2]
        polls[name] += 1
        status = ENDS[name.partition("-")[0]] if polls[name] > 2 else "IN_PROGRESS"
        found = {"id": name, "status": status, "data": {"url": f"https://cdn/{name}"}}
        return httpx.Response(200, json=found)

    def made(flavour: str) -> Client:
        clients.append(Client(flavour, service(QUICK), answer))
        return clients[-1]

    yield made
    for client in clients:
        client.close()


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_every_job_of_many_gets_its_own_outcome_in_order(
    make: Make, flavour: str
) -> None:
    client = make(flavour)
    names = [f"{kind}-{number}" for number in range(40) for kind in ("good", "bad")]
    jobs = [client.submit(body={"name": name}) for name in names]
    found = client.run(client.core.jobs.wait_all(jobs))
    assert [(end.job_id, end.ok) for end in found] == [
        (name, name.startswith("good")) for name in names
    ]


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_a_job_over_its_time_is_an_error_beside_the_outcomes(
    make: Make, flavour: str
) -> None:
    client = make(flavour)
    jobs = [client.submit(body={"name": name}) for name in ("endless", "good")]
    late, good = client.run(client.core.jobs.wait_all(jobs, timeout=0.3))
    assert isinstance(late, JobTimeout)
    assert late.job is jobs[0]
    assert isinstance(good, Outcome)
    assert good.ok
