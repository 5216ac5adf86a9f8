"""operationIds as frameworks write them give the names a person would choose."""

from __future__ import annotations

import pytest
from specloom.python import calls

from tests import apis

CASES = [
    # framework, operation, tag, operationId, call
    ("FastAPI", "GET /items/{item_id}", "items", "read_item_items__item_id__get", "items.get"),
    ("FastAPI", "GET /items/", "items", "list_items_items__get", "items.list"),
    ("FastAPI", "GET /users/me", None, "get_current_user_users_me_get", "users.get_current"),
    ("FastAPI", "GET /api/v1/items/{id}", "items", "items-read_item", "items.get"),
    ("NestJS", "GET /cats", "cats", "CatsController_findAll", "cats.list"),
    ("NestJS", "GET /cats/{id}", "cats", "CatsController_findOne", "cats.get"),
    ("NestJS", "DELETE /cats/{id}", "cats", "CatsController_remove_v1", "cats.delete"),
    ("NestJS", "POST /cats", None, "CatsController_create[0]", "cats.create"),
    (".NET", "GET /api/v1/Products", "Products", "Products_GetAll", "products.list"),
    (".NET", "GET /Products/{id}", "Products", "GetProductByIdAsync", "products.get"),
    (".NET", "PUT /api/v1/Products/{id}/stock", "Products", "ApiV1ProductsByIdStockPut", "products.update_stock"),
    (".NET", "GET /weatherforecast", "Weather", "GetWeatherForecast", "weather.get_forecast"),
    ("Spring", "GET /owners", "owner-controller", "listOwnersUsingGET", "owner.list"),
    ("Spring", "POST /owners", "owner-controller", "addOwnerUsingPOST_1", "owner.create"),
    ("Spring", "GET /owners/{id}", "owner-controller", "getOwner_1", "owner.get"),
    ("Spring", "GET /api/pets", "PetRestController", "findAll_3", "pet.list"),
    ("Go swag", "GET /books/{id}", "books", "get-books-id", "books.get"),
    ("Go swag", "GET /books", "books", "get-books", "books.list"),
    ("Go swag", "PATCH /books/{id}", "books", "books.Update", "books.update"),
    ("Go huma", "GET /users/{id}", "Users", "get-user-by-id", "users.get"),
    ("Go gin", "POST /v1/users", "users", "github.com/me/app/handlers.CreateUser", "users.create"),
    ("gRPC", "GET /v1/pets", "PetService", "PetService_ListPets", "pet_service.list_pets"),
    ("Rails", "GET /articles", "Articles", "articles#index", "articles.list"),
    ("Rails", "GET /articles/{id}", "Articles", "articles#show", "articles.get"),
    ("Rails", "DELETE /articles/{id}", "Articles", "api/v1/articles#destroy", "articles.delete"),
    ("Laravel", "POST /invoices", "Invoice", "invoices.store", "invoice.create"),
    ("Laravel", "POST /api/teams", "Team", "TeamController@store", "team.create"),
    ("Laravel", "GET /api/teams", "Team", "App\\Http\\Controllers\\TeamController::index", "team.list"),
    ("Laravel", "GET /teams/{id}", "Team", "4b1a0c3f9e5d4c0fa8c6b8d7e9f01234", "team.get"),
    ("Django", "GET /users/{id}/", "users", "users_retrieve", "users.get"),
    ("Django", "GET /api/v1/users/", "users", "api_v1_users_list", "users.list"),
    ("Django", "PATCH /users/{id}/", "users", "users_partial_update", "users.partial_update"),
    ("Django", "DELETE /users/{id}/", "users", "users_destroy", "users.delete"),
    ("Flask", "GET /users", "users", "get_user_list", "users.list"),
    ("Flask", "PUT /users/{id}", "users", "put_user", "users.update"),
    ("Connexion", "GET /pets", None, "app.controllers.pets.list_pets", "pets.list"),
    ("Symfony", "GET /api/books", "Book", "api_books_get_collection", "book.list"),
    ("Symfony", "GET /api/books/{id}", "Book", "api_books_id_get", "book.get"),
    ("Symfony", "POST /api/books", "Book", "api_books_post", "book.create"),
    ("Symfony", "GET /books/{id}", "Book", "getBookItem", "book.get"),
    ("Symfony", "GET /books", "Book", "getBookCollection", "book.list"),
    ("Codegen", "GET /pets/{petId}", None, "petsPetIdGet", "pets.get"),
    ("Codegen", "GET /pets", None, "petsGet", "pets.list"),
    ("Codegen", "DELETE /pets/{petId}/photo", None, "petsPetIdPhotoDelete", "pets.delete_photo"),
    ("Strapi", "GET /articles/{id}", "Article", "get/articles/{id}", "article.get"),
    ("Strapi", "POST /articles", "Article", "post/articles", "article.create"),
    ("Hapi", "GET /users/{id}", "users", "getUsersId", "users.get"),
    ("Phoenix", "GET /users/{id}", "users", "MyAppWeb.UserController.show", "users.get"),
    ("LoopBack", "GET /users/{id}", "UserController", "UserController.findById", "user.get"),
    ("Azure", "GET /groups/{g}/machines", "VirtualMachines", "VirtualMachines_ListByResourceGroup", "virtual_machines.list_by_resource_group"),
    ("by hand", "POST /stores", "stores", "openStore", "stores.open"),
    ("by hand", "POST /carts/{id}/store", "carts", "storeCart", "carts.store"),
    ("by hand", "GET /plans/{id}/all", "plans", "getAllOfPlan", "plans.get_all_of"),
]  # fmt: skip


@pytest.mark.parametrize(("framework", "key", "tag", "told", "call"), CASES)
def test_an_operation_id_of_a_framework_gives_a_plain_name(
    framework: str, key: str, tag: str | None, told: str, call: str
) -> None:
    tags = () if tag is None else (tag,)
    found = apis.api(apis.operation(key, operation_id=told, tags=tags))
    assert calls.plan(found)[0].text == call, framework
