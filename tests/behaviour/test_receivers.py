"""What an API sends is read as a model: webhooks by their tag, callbacks each alone."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

import pytest

from tests.behaviour.packages import generated
from tests.golden.cases import ROOT

DOCUMENT = (ROOT / "webhooks" / "document.yaml").read_text("utf-8")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    folder = tmp_path_factory.mktemp("client")
    with generated(DOCUMENT, folder, "orders_demo") as made:
        yield made


def test_a_webhook_is_told_apart_and_an_unknown_one_is_kept(
    package: ModuleType,
) -> None:
    event = package.parse_webhook('{"type": "order.deleted", "id": "7"}')
    assert type(event).__name__ == "WebhookEventOrderDeleted"
    assert event.id == "7"
    other = package.parse_webhook(b'{"type": "order.paid"}')
    assert isinstance(other, package.Unknown)


def test_a_callback_is_read_as_its_operation_declares_it(package: ModuleType) -> None:
    event = package.parse_create_order_on_shipped(b'{"parcel": "p1"}')
    assert event.parcel == "p1"


def test_a_body_that_is_no_json_is_told_so(package: ModuleType) -> None:
    with pytest.raises(package.BadResponseError, match="no JSON"):
        package.parse_webhook(b"<event/>")


def test_callbacks_need_no_webhooks(tmp_path_factory: pytest.TempPathFactory) -> None:
    alone = DOCUMENT.partition("webhooks:")[0]
    folder = tmp_path_factory.mktemp("alone")
    with generated(alone, folder, "alone_demo") as made:
        event = made.parse_create_order_on_shipped(b'{"parcel": "p1"}')
        assert event.parcel == "p1"
        assert not hasattr(made, "unwrap_webhook")
