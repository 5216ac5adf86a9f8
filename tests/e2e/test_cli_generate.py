"""Writing clients: what changes, what does not, and what is never overwritten."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from .conftest import ROOT, Specloom, validator

SPEC = """
openapi: 3.1.0
info: {title: Pets, version: "1"}
servers: [{url: "https://pets.example.com"}]
paths:
  /pets:
    get:
      operationId: listPets
      tags: [pets]
      responses: {"200": {description: All., content: {application/json: {schema: {}}}}}
    post:
      operationId: createPet
      tags: [pets]
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [name]
              properties: {name: {type: string}, age: {type: integer, maximum: 30}}
      responses: {"201": {description: Made.}}
"""
CONFIG = '[clients.pets]\nspec = "pets.yaml"\noutput = "out"\n'


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "pets.yaml").write_text(SPEC, "utf-8")
    (tmp_path / "specloom.toml").write_text(CONFIG, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def contents(folder: Path) -> dict[str, int]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): path.stat().st_mtime_ns for path in files}


def test_a_second_run_touches_nothing_and_reads_no_description(
    specloom: Specloom, project: Path
) -> None:
    first = specloom("generate")
    assert first.code == 0
    assert "2 of 2 operations" in first.err
    before = contents(project / "out")
    second = specloom("generate", "--json")
    validator("generate").validate(second.last)
    assert (second.code, second.last["changed"]) == (0, False)
    assert contents(project / "out") == before


def test_unchanged_clients_cost_little(specloom: Specloom, project: Path) -> None:
    tables = [
        CONFIG.replace("pets]", f"p{n}]").replace('"out"', f'"o{n}"') for n in range(5)
    ]
    (project / "specloom.toml").write_text("\n".join(tables), "utf-8")
    assert specloom("generate").code == 0

    def cost() -> float:
        begun = time.process_time()
        assert specloom("generate").code == 0
        return time.process_time() - begun

    assert min(cost() for _ in range(3)) <= 0.3


def test_only_what_changed_is_written(specloom: Specloom, project: Path) -> None:
    specloom("generate")
    before = contents(project / "out")
    (project / "pets.yaml").write_text(
        SPEC.replace("maximum: 30", "maximum: 40"), "utf-8"
    )
    assert specloom("generate", "--check").code == 1
    assert contents(project / "out") == before
    shown = specloom("generate", "--diff")
    assert shown.code == 0
    assert "-" in shown.out
    assert "40" in shown.out
    assert specloom("generate").code == 0
    after = contents(project / "out")
    changed = {path for path in after if after[path] != before.get(path)}
    assert 0 < len(changed) < len(after) / 4
    assert specloom("generate", "--check").code == 0


def test_a_file_edited_by_hand_stops_the_run_with_its_diff(
    specloom: Specloom, project: Path
) -> None:
    specloom("generate")
    edited = project / "out" / "pets" / "__init__.py"
    edited.write_text(edited.read_text("utf-8") + "# mine\n", "utf-8")
    ran = specloom("generate")
    assert ran.code == 1
    assert "edited since they were generated" in ran.err
    assert "-# mine" in ran.err
    assert edited.read_text("utf-8").endswith("# mine\n")
    assert specloom("generate", "--force").code == 0
    assert not edited.read_text("utf-8").endswith("# mine\n")


def test_files_of_the_user_stay(specloom: Specloom, project: Path) -> None:
    specloom("generate")
    own = project / "out" / "pets" / "mine.py"
    own.write_text("# mine\n", "utf-8")
    (project / "pets.yaml").write_text(SPEC.replace("listPets", "allPets"), "utf-8")
    assert specloom("generate").code == 0
    assert own.read_text("utf-8") == "# mine\n"


def test_one_client_without_a_configuration_is_written_where_it_is_told(
    specloom: Specloom, project: Path
) -> None:
    where = ("--spec", "pets.yaml", "--output", "embedded", "--layout", "package")
    ran = specloom("generate", *where, "--package", "zoo", "--json")
    assert ran.code == 0
    assert [path.name for path in (project / "embedded").iterdir()] == ["zoo"]


def test_templates_of_the_user_stand_in_front_of_ours(
    specloom: Specloom, project: Path
) -> None:
    own = project / "mine" / "python" / "readme.jinja"
    own.parent.mkdir(parents=True)
    own.write_text("Mine: {{ package.name }}", "utf-8")
    (project / "specloom.toml").write_text(f'{CONFIG}templates = "mine"\n', "utf-8")
    assert specloom("generate").code == 0
    readme = project / "out" / "README.md"
    assert readme.read_text("utf-8") == "Mine: pets\n"
    own.write_text("Ours: {{ package.name }}", "utf-8")
    assert specloom("generate").code == 0
    assert readme.read_text("utf-8") == "Ours: pets\n"


def test_an_unreadable_lock_costs_a_run_and_nothing_else(
    specloom: Specloom, project: Path
) -> None:
    specloom("generate")
    before = contents(project / "out")
    lock = project / ".specloom" / "lock.json"
    for text in ("", "{", '{"format": 1, "clients": {"pets": {}}}', '{"format": 9}'):
        lock.write_text(text, "utf-8")
        assert specloom("generate").code == 0
        assert contents(project / "out") == before
        assert specloom("generate", "--check").code == 0


def test_operations_are_chosen_by_glob(specloom: Specloom, project: Path) -> None:
    where = ("--spec", "pets.yaml", "--output", "some")
    assert specloom("generate", *where, "--exclude", "list*").code == 0
    (manifest,) = (project / "some").rglob("specloom.json")
    found = json.loads(manifest.read_text("utf-8"))
    assert [row["name"] for row in found["operations"]] == ["createPet"]
    assert specloom("generate", *where, "--only", "nothing").code == 2


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("generate", "pest"), 2, "did you mean `pets`?"),
        (("generate", "--output", "x"), 2, "need --spec"),
        (("generate", "--spec", "pets.yaml"), 2, "--output DIR"),
        (("lint", "pets.yaml", "--explain", "SPEC999"), 2, "No code"),
        (("init", "pets.yaml"), 1, "is there already"),
    ],
)
def test_a_wrong_command_line_says_what_is_wrong(
    specloom: Specloom, arguments: tuple[str, ...], code: int, message: str
) -> None:
    ran = specloom(*arguments)
    assert ran.code == code
    assert message in ran.err


def test_a_broken_description_is_shown_with_its_place(
    specloom: Specloom, project: Path
) -> None:
    (project / "pets.yaml").write_text("openapi: 3.1.0\ninfo: [\n", "utf-8")
    ran = specloom("generate")
    assert ran.code == 1
    assert "pets.yaml:" in ran.err
    assert "error[SPEC002]" in ran.err
    assert not (project / "out").exists()


def test_an_overlay_that_matches_nothing_points_into_the_overlay(
    specloom: Specloom, project: Path
) -> None:
    overlay = "overlay: 1.0.0\ninfo: {title: x, version: '1'}\nactions:\n"
    overlay += "  - target: $.paths['/nowhere']\n    update: {}\n"
    (project / "o.yaml").write_text(overlay, "utf-8")
    ran = specloom("lint", "pets.yaml", "--overlay", "o.yaml")
    assert ran.code == 1
    assert "o.yaml:4:5: error[SPEC021]" in ran.err
    assert "4 |   - target: $.paths['/nowhere']" in ran.err


@pytest.mark.parametrize("form", ["json", "github", "sarif"])
def test_diagnostics_are_written_for_machines(
    specloom: Specloom, project: Path, form: str
) -> None:
    broken = SPEC.replace("type: integer, maximum: 30", "type: integr")
    (project / "pets.yaml").write_text(broken, "utf-8")
    ran = specloom("lint", "pets.yaml", "--format", form)
    assert ran.code == 0
    match form:
        case "json":
            validator("lint").validate(ran.lines[0])
            assert ran.lines[0]["line"] == 21
        case "github":
            assert ran.out.startswith("::warning file=pets.yaml,line=21,col=")
        case _:
            (run,) = json.loads(ran.out)["runs"]
            region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
            assert region["startLine"] == 21
    assert specloom("lint", "pets.yaml", "--strict").code == 1


def test_init_writes_a_configuration_that_generates(
    specloom: Specloom, project: Path
) -> None:
    (project / "specloom.toml").unlink()
    ran = specloom("init", "pets.yaml", "--name", "zoo", "--json")
    validator("init").validate(ran.last)
    assert specloom("generate").code == 0
    assert (project / "generated" / "zoo").is_dir()


@pytest.mark.slow
def test_the_committed_clients_are_what_is_generated(
    specloom: Specloom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert specloom("generate", "--check").code == 0
