"""The layers of docs/architecture.md, enforced on the imports that are written."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "generator" / "specloom"

# package -> what it may import of ours; a file may be named for an exception
ALLOWED: dict[str, tuple[str, ...]] = {
    "runtime": (),
    "spec": ("ir", "diagnostics", "location", "suggest", "runtime", "spec"),
    "python": ("ir", "runtime", "python", "output", "resources", "suggest"),
    "simulate": ("ir", "runtime", "python.binding", "simulate"),
}
# third-party module -> the only places that may import it
ONLY: dict[str, tuple[str, ...]] = {
    "httpx": ("runtime/_transport.py", "spec/document.py", "spec/fetch.py"),
    "jinja2": ("python/render.py", "cli/overrides.py"),
    "click": ("cli/",),
    "rich": ("cli/",),
    "openapi_pydantic": ("spec/",),
    "h11": ("simulate/", "runtime/_transport.py"),
    "httpcore": ("runtime/_transport.py",),
    "jsonpath_rfc9535": ("spec/overlay.py",),
}
PROVIDERS = (
    *("skills_video", "skills.video", "mediaio", "media.io", "aivideo", "nemo"),
    *("kling", "imagen 4", "374004", "490505", "x-api-key", "taskid", "run_sse"),
)
"""The five systems, and models, codes, headers and paths of theirs."""
STANDINS = ROOT / "tests" / "standins"


def _files() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def _imports(name: str, tree: ast.Module) -> Iterator[str]:
    """Yield absolute module names; relative imports are resolved."""
    package = ["specloom", *name.split("/")[:-1]]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*base, *([node.module] if node.module else [])])
            yield from (f"{module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("layer", sorted(ALLOWED))
def test_a_layer_imports_only_what_its_row_allows(layer: str) -> None:
    allowed = tuple(f"specloom.{part}" for part in (*ALLOWED[layer], layer))
    wrong = [
        f"{name}: {module}"
        for name, tree in _files()
        if name.startswith(f"{layer}/")
        for module in _imports(name, tree)
        if module.startswith("specloom.") and not module.startswith(allowed)
    ]
    assert wrong == []


@pytest.mark.parametrize("library", sorted(ONLY))
def test_a_library_is_imported_in_its_own_place_only(library: str) -> None:
    wrong = [
        name
        for name, tree in _files()
        for module in _imports(name, tree)
        if module.split(".")[0] == library and not name.startswith(ONLY[library])
    ]
    assert wrong == []


def test_a_stand_in_knows_nothing_of_what_it_is_a_judge_of() -> None:
    foreign = [
        f"{path.name}: {module}"
        for path in sorted(STANDINS.glob("*.py"))
        for module in _imports("", ast.parse(path.read_text(encoding="utf-8")))
        if module.split(".")[0] in ("specloom", *_generated())
    ]
    assert not foreign


def _generated() -> tuple[str, ...]:
    return tuple(path.name for path in (ROOT / "generated").iterdir())


def test_no_provider_is_named_in_the_generator_or_its_templates() -> None:
    sources = [*SOURCE.rglob("*.py"), *(ROOT / "templates").rglob("*.jinja")]
    named = [
        f"{path.relative_to(ROOT)}: {provider}"
        for path in sources
        for provider in PROVIDERS
        if provider in path.read_text(encoding="utf-8").lower()
    ]
    assert named == []


def test_the_runtime_imports_itself_relatively() -> None:
    absolute = [
        name
        for name, tree in _files()
        if name.startswith("runtime/")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        and node.level == 0
        and (node.module or "").startswith("specloom")
    ]
    assert absolute == []
