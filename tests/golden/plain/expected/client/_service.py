"""What all operations share, and where each one is."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from ._runtime._lifecycle import Profile
from ._runtime._operation import Operation, Scheme, Service

SERVICE = Service(
    profile=Profile(
        title="Pet store",
        package="client",
        credentials_env={"key": ("CLIENT_API_KEY",)},
    ),
    version="1.2.0",
    servers=("https://api.example.com/v1",),
    schemes=(Scheme(name="key", kind="apiKey", wire="X-API-Key"),),
    security=(("key",),),
)

_PLACES: dict[str, str] = {
    "DELETE /pets/{petId}": "pets.DELETE",
    "GET /pets": "pets.LIST",
    "GET /pets/{petId}": "pets.GET",
    "GET /pets/{petId}/photo": "pets.GET_PHOTO",
    "POST /pets": "pets.CREATE",
    "createPet": "pets.CREATE",
    "deletePet": "pets.DELETE",
    "getPhoto": "pets.GET_PHOTO",
    "listPets": "pets.LIST",
    "pets.create": "pets.CREATE",
    "pets.delete": "pets.DELETE",
    "pets.get": "pets.GET",
    "pets.get_photo": "pets.GET_PHOTO",
    "pets.list": "pets.LIST",
    "showPetById": "pets.GET",
}


def find(name: str) -> Operation[Any]:
    """Return the operation of this key, call path, operationId or exact name."""
    module, _, constant = _PLACES[name].partition(".")
    resource = import_module(f"{__package__}.resources.{module}")
    found: Operation[Any] = getattr(resource, constant)
    return found
