"""Writing clients: what changes, what does not, and what is never overwritten."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from specloom import __version__

from tests import loopback

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
        (("generate", "pets", "pest"), 2, "did you mean `pets`?"),
        (("generate", "--output", "x"), 2, "need --spec"),
        (("generate", "--only", "pest"), 2, "did you mean `pets`?"),
        (("lint", "pest.yaml"), 2, "did you mean `pets.yaml`?"),
        (("generate", "--spec", "pets.yaml"), 2, "--output DIR"),
        (("lint", "pets.yaml", "--explain", "SPEC999"), 2, "No code"),
        (("init", "pets.yaml"), 1, "is there already"),
    ],
)
def test_a_wrong_command_line_says_what_is_wrong(
    specloom: Specloom,
    project: Path,
    arguments: tuple[str, ...],
    code: int,
    message: str,
) -> None:
    ran = specloom(*arguments)
    assert ran.code == code
    assert message in ran.err
    assert not (project / "out").exists()


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


@pytest.mark.parametrize("words", [("lint", "pets.yaml"), ("generate",)])
def test_a_broken_description_is_told_in_the_format_asked_for(
    specloom: Specloom, project: Path, words: tuple[str, ...]
) -> None:
    (project / "pets.yaml").write_text("openapi: 3.1.0\ninfo: ]\n", "utf-8")
    github = specloom(*words, "--format", "github")
    assert github.code == 1
    assert github.out.startswith("::error file=")
    assert "pets.yaml,line=2,col=7,title=SPEC002::" in github.out
    sarif = specloom(*words, "--format", "sarif")
    (result,) = json.loads(sarif.out)["runs"][0]["results"]
    assert (sarif.code, result["ruleId"]) == (1, "SPEC002")
    rows = specloom(*words, "--json").lines
    validator(words[0]).validate(rows[0])
    assert (rows[0]["code"], rows[0]["line"], rows[0]["column"]) == ("SPEC002", 2, 7)


def test_several_descriptions_are_linted_at_once(
    specloom: Specloom, project: Path
) -> None:
    (project / "other.yaml").write_text("openapi: [\n", "utf-8")
    ran = specloom("lint", "pets.yaml", "other.yaml", "--format", "sarif")
    assert ran.code == 1
    (run,) = json.loads(ran.out)["runs"]
    assert [row["ruleId"] for row in run["results"]] == ["SPEC002"]
    assert "pets: 2 of 2 operations" in ran.err
    assert "other: cannot be read" in ran.err


def test_all_clients_make_one_sarif_document(specloom: Specloom, project: Path) -> None:
    tables = [CONFIG, CONFIG.replace("pets]", "zoo]").replace('"out"', '"zoo"')]
    (project / "specloom.toml").write_text("\n".join(tables), "utf-8")
    broken = SPEC.replace("type: integer, maximum: 30", "type: integr")
    (project / "pets.yaml").write_text(broken, "utf-8")
    for _ in range(2):
        ran = specloom("generate", "--format", "sarif")
        (run,) = json.loads(ran.out)["runs"]
        assert [row["ruleId"] for row in run["results"]] == ["SPEC039", "SPEC039"]


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


def test_sarif_has_what_its_readers_ask_for(specloom: Specloom, project: Path) -> None:
    named = project / "my pets.yaml"
    broken = SPEC.replace("type: integer, maximum: 30", "type: integr")
    named.write_text(broken.replace('version: "1"', "version: 1"), "utf-8")
    found = json.loads(specloom("lint", "my pets.yaml", "--format", "sarif").out)
    assert found["version"] == "2.1.0"
    assert found["$schema"].endswith("sarif-2.1.0.json")
    (run,) = found["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("specloom", __version__)
    rules = [rule["id"] for rule in driver["rules"]]
    assert len(set(rules)) == len(rules) > 0
    assert all(rule["shortDescription"]["text"] for rule in driver["rules"])
    for result in run["results"]:
        assert result["ruleId"] in rules
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "my%20pets.yaml"
        assert min(place["region"].values()) >= 1


def answering(text: str, *, etag: str) -> Callable[[loopback.Exchange], None]:
    """Serve a description; 304 to who has it already."""

    def answer(exchange: loopback.Exchange) -> None:
        if exchange.seen.header("If-None-Match") == etag:
            exchange.answer(b"", 304)
        else:
            exchange.answer(text.encode(), headers={"ETag": etag})

    return answer


def test_a_description_behind_a_url_is_fetched_again_only_when_it_changed(
    specloom: Specloom, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(project / "cache"))
    changed = SPEC.replace("listPets", "allPets")
    one, two = answering(SPEC, etag='"1"'), answering(changed, etag='"2"')
    with loopback.serving(one) as server:
        config = CONFIG.replace("pets.yaml", f"{server.url}/pets.yaml")
        (project / "specloom.toml").write_text(config, "utf-8")
        assert "created" in specloom("generate").err
        before, asked = contents(project / "out"), len(server.seen)
        assert "pets: unchanged" in specloom("generate").err
        assert contents(project / "out") == before
        assert [seen.header("If-None-Match") for seen in server.seen[asked:]] == ['"1"']
        server.reactions[:] = [two]
        assert "changed" in specloom("generate").err
        assert specloom("generate", "--check").code == 0
    offline = specloom("generate")
    assert offline.code == 0
    assert "warning[SPEC009]" in offline.err
    assert "a kept copy is used" in offline.err


def test_init_writes_a_configuration_that_generates(
    specloom: Specloom, project: Path
) -> None:
    (project / "specloom.toml").unlink()
    ran = specloom("init", "pets.yaml", "--name", "zoo", "--json")
    validator("init").validate(ran.last)
    assert specloom("generate").code == 0
    assert (project / "generated" / "zoo").is_dir()


def test_a_template_that_was_added_is_used_in_the_next_run(
    specloom: Specloom, project: Path
) -> None:
    (project / "mine" / "python").mkdir(parents=True)
    (project / "specloom.toml").write_text(f'{CONFIG}templates = "mine"\n', "utf-8")
    assert specloom("generate").code == 0
    (project / "mine" / "python" / "readme.jinja").write_text("Mine", "utf-8")
    assert specloom("generate").code == 0
    assert (project / "out" / "README.md").read_text("utf-8") == "Mine\n"


def test_what_the_lock_lies_in_is_never_committed(
    specloom: Specloom, project: Path
) -> None:
    specloom("generate")
    assert (project / ".specloom" / ".gitignore").read_text("utf-8") == "*\n"


def test_an_interrupted_run_leaves_the_old_output_whole(
    specloom: Specloom, project: Path
) -> None:
    specloom("generate")
    out = project / "out"
    before = {path: path.read_bytes() for path in out.rglob("*.py")}
    (project / "pets.yaml").write_text(SPEC.replace("listPets", "allPets"), "utf-8")
    stage = out / ".specloom-stage"
    stage.mkdir()
    (stage / "0").write_text("half a fi", "utf-8")
    assert {path: path.read_bytes() for path in out.rglob("*.py")} == before
    assert specloom("generate", "--check").code == 1
    assert {path: path.read_bytes() for path in out.rglob("*.py")} == before
    assert specloom("generate").code == 0
    assert not stage.exists()
    assert specloom("generate", "--check").code == 0


def test_a_folder_that_cannot_be_written_is_named(
    specloom: Specloom, project: Path
) -> None:
    (project / "file").write_text("", "utf-8")
    ran = specloom("generate", "--spec", "pets.yaml", "--output", "file/out")
    assert ran.code == 1
    assert "file/out: Not a directory" in ran.err


def test_files_that_are_no_longer_needed_go_and_edited_ones_stay(
    specloom: Specloom, project: Path
) -> None:
    specloom("generate")
    (project / "pets.yaml").write_text(SPEC.replace("[pets]", "[zoo]"), "utf-8")
    old = next((project / "out").rglob("resources/pets.py"))
    assert specloom("generate").code == 0
    assert not old.exists()
    new = next((project / "out").rglob("resources/zoo.py"))
    new.write_text(new.read_text("utf-8") + "# mine\n", "utf-8")
    (project / "pets.yaml").write_text(SPEC, "utf-8")
    assert specloom("generate").code == 0
    assert new.read_text("utf-8").endswith("# mine\n")


@pytest.mark.slow
def test_the_committed_clients_are_what_is_generated(
    specloom: Specloom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert specloom("generate", "--check").code == 0


def test_every_finding_says_what_to_do_and_a_text_says_it_once(
    specloom: Specloom, tmp_path: Path
) -> None:
    schemes = {name: {"type": "http", "scheme": name} for name in ("digest", "hoba")}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "t", "version": "1"},
        "paths": {},
        "components": {"securitySchemes": schemes},
    }
    source = tmp_path / "odd.json"
    source.write_text(json.dumps(document), "utf-8")
    rows = [row for row in specloom("lint", source, "--json").lines if "code" in row]
    assert len(rows) == 2
    assert all(row["hint"] for row in rows)
    assert specloom("lint", source).err.count(rows[0]["hint"]) == 1
