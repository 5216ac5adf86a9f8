"""The configuration: what is read, what is refused, and where a fault is shown."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest
from specloom import config
from specloom.config import ClientConfig, ConfigError

ROOT = Path(__file__).resolve().parents[2]
SCHEMA = json.loads((ROOT / "docs/specloom.schema.json").read_text("utf-8"))


def written(folder: Path, text: str, name: str = "specloom.toml") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_a_client_gets_its_defaults_from_its_name(tmp_path: Path) -> None:
    read = config.read(written(tmp_path, '[clients.pets]\nspec = "pets.yaml"\n'))
    expected = ClientConfig(name="pets", spec=("pets.yaml",), output="generated/pets")
    assert read.clients == {"pets": expected}
    assert read.directory == tmp_path


def test_several_candidates_are_kept_in_order(tmp_path: Path) -> None:
    text = '[clients.a]\nspec = ["own.json", "https://example.com/all.json"]\n'
    read = config.read(written(tmp_path, text))
    assert read.clients["a"].spec == ("own.json", "https://example.com/all.json")


def test_the_nearest_file_above_wins(tmp_path: Path) -> None:
    written(tmp_path, '[clients.outer]\nspec = "a"\n')
    inner = tmp_path / "inner" / "deep"
    inner.mkdir(parents=True)
    written(tmp_path / "inner", '[clients.inner]\nspec = "a"\n')
    assert list(config.find(inner).clients) == ["inner"]


def test_pyproject_serves_where_it_has_our_table(tmp_path: Path) -> None:
    text = '[project]\nname = "x"\n[tool.specloom.clients.a]\nspec = "a.json"\n'
    written(tmp_path, text, "pyproject.toml")
    assert list(config.find(tmp_path).clients) == ["a"]


def test_a_pyproject_without_our_table_is_passed_over(tmp_path: Path) -> None:
    written(tmp_path, '[clients.outer]\nspec = "a"\n')
    inner = tmp_path / "inner"
    inner.mkdir()
    written(inner, '[project]\nname = "x"\n', "pyproject.toml")
    assert list(config.find(inner).clients) == ["outer"]


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("[client.a]\nspec = 'x'\n", 1, "did you mean `clients`?"),
        ("[clients.a]\nspec = 'x'\noutptu = 'y'\n", 3, "did you mean `output`?"),
        ("[clients.a]\nspec = 'x'\nlayout = 'flat'\n", 3, '"project" or "package"'),
        ("[clients.a]\nspec = 3\n", 2, "expected a path or a URL"),
        ("[clients.a]\nspec = []\n", 2, "expected a path or a URL"),
        ("[clients.a]\noutput = 'y'\n", 1, "has no `spec`"),
        ("[clients.a]\nspec = 'x'\npackage = 'a-b'\n", 3, "a Python package name"),
        ("clients = 3\n", 1, "one table for each client"),
    ],
)
def test_a_fault_names_its_line_and_what_was_expected(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(ConfigError) as caught:
        config.read(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert message in str(caught.value)


def test_text_that_is_not_toml_is_refused_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"not valid TOML.*line 1"):
        config.read(written(tmp_path, "[clients\n"))


def test_the_published_schema_knows_exactly_the_keys_that_are_read() -> None:
    assert set(SCHEMA["$defs"]["client"]["properties"]) == set(config._FIELDS)


def test_the_configuration_of_this_project_fits_the_published_schema() -> None:
    data = tomllib.loads((ROOT / "specloom.toml").read_text("utf-8"))
    jsonschema.Draft202012Validator(SCHEMA).validate(data)
    config.read(ROOT / "specloom.toml")


@pytest.mark.parametrize(
    "text",
    [
        "[clients.a]\nspec = 'x'\noutptu = 'y'\n",
        "[clients.a]\nspec = 'x'\nlayout = 'flat'\n",
        "[clients.a]\nspec = []\n",
        "[clients.a]\noutput = 'y'\n",
        "[clients.a]\nspec = 'x'\npackage = 'a-b'\n",
        "[clients.a]\nspec = 'x'\nonly = 'y'\n",
        "[clients.a]\nspec = 'x'\nallow_remote_refs = 1\n",
    ],
)
def test_schema_and_reader_refuse_the_same_files(tmp_path: Path, text: str) -> None:
    assert not jsonschema.Draft202012Validator(SCHEMA).is_valid(tomllib.loads(text))
    with pytest.raises(ConfigError):
        config.read(written(tmp_path, text))
