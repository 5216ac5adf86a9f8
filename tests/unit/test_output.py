"""Writing a client: whole or not at all, only what changed, never over edits."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from specloom import output
from specloom.output import (
    STAGE,
    Changes,
    EditedFilesError,
    File,
    OutputError,
    UnsafePathError,
    compare,
    digest,
    write,
)


def client(**texts: str) -> tuple[File, ...]:
    """Return files of a client `pkg` with their manifest; `a__b` is `a/b.py`."""
    files = [
        File(f"pkg/{name.replace('__', '/')}.py", text) for name, text in texts.items()
    ]
    hashes = {file.path: digest(file.text) for file in files}
    manifest = json.dumps({"files": hashes})
    return (*files, File("pkg/specloom.json", manifest))


def tree(directory: Path) -> dict[str, str]:
    """Return every file below a folder."""
    return {
        path.relative_to(directory).as_posix(): path.read_text("utf-8")
        for path in directory.rglob("*")
        if path.is_file()
    }


def test_a_first_run_creates_every_file(tmp_path: Path) -> None:
    files = client(a="x = 1\n", sub__b="y = 2\n")
    changes = write(files, tmp_path / "out")
    assert changes.created == ("pkg/a.py", "pkg/specloom.json", "pkg/sub/b.py")
    assert tree(tmp_path / "out") == {file.path: file.text for file in files}


def test_a_second_run_of_the_same_files_touches_nothing(tmp_path: Path) -> None:
    files = client(a="x = 1\n")
    write(files, tmp_path)
    before = (tmp_path / "pkg/a.py").stat()
    changes = write(files, tmp_path)
    assert not changes
    assert changes.unchanged == ("pkg/a.py", "pkg/specloom.json")
    assert (tmp_path / "pkg/a.py").stat().st_mtime_ns == before.st_mtime_ns
    assert (tmp_path / "pkg/a.py").stat().st_ino == before.st_ino


def test_compare_says_what_write_does_and_changes_nothing(tmp_path: Path) -> None:
    write(client(a="x = 1\n", b="y = 1\n"), tmp_path)
    before = tree(tmp_path)
    later = client(a="x = 2\n", c="z = 1\n")
    said = compare(later, tmp_path)
    assert tree(tmp_path) == before
    assert write(later, tmp_path) == said
    assert said == Changes(
        created=("pkg/c.py",),
        changed=("pkg/a.py", "pkg/specloom.json"),
        removed=("pkg/b.py",),
    )


def test_a_file_edited_by_hand_stops_the_run_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    write(client(a="x = 1\n", b="y = 1\n"), tmp_path)
    (tmp_path / "pkg/a.py").write_text("x = 'mine'\n")
    before = tree(tmp_path)
    with pytest.raises(EditedFilesError, match=r"pkg/a\.py") as caught:
        write(client(a="x = 2\n", b="y = 2\n"), tmp_path)
    assert caught.value.changes.edited == ("pkg/a.py",)
    assert tree(tmp_path) == before


def test_force_replaces_an_edited_file(tmp_path: Path) -> None:
    write(client(a="x = 1\n"), tmp_path)
    (tmp_path / "pkg/a.py").write_text("x = 'mine'\n")
    write(client(a="x = 2\n"), tmp_path, force=True)
    assert tree(tmp_path)["pkg/a.py"] == "x = 2\n"


def test_an_edit_that_equals_the_new_text_is_no_conflict(tmp_path: Path) -> None:
    write(client(a="x = 1\n"), tmp_path)
    (tmp_path / "pkg/a.py").write_text("x = 2\n")
    assert "pkg/a.py" in write(client(a="x = 2\n"), tmp_path).unchanged


def test_a_file_that_was_there_before_us_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "pkg").mkdir()
    (tmp_path / "pkg/a.py").write_text("mine = 1\n")
    with pytest.raises(EditedFilesError):
        write(client(a="x = 1\n"), tmp_path)


def test_files_of_the_user_beside_ours_stay(tmp_path: Path) -> None:
    write(client(a="x = 1\n"), tmp_path)
    (tmp_path / "pkg/mine.py").write_text("mine = 1\n")
    write(client(b="x = 1\n"), tmp_path)
    assert set(tree(tmp_path)) == {"pkg/b.py", "pkg/mine.py", "pkg/specloom.json"}


def test_a_file_no_longer_generated_goes_with_its_empty_folder(tmp_path: Path) -> None:
    write(client(a="x = 1\n", old__b="y = 1\n"), tmp_path)
    assert write(client(a="x = 1\n"), tmp_path).removed == ("pkg/old/b.py",)
    assert not (tmp_path / "pkg/old").exists()


def test_an_edited_file_no_longer_generated_is_kept_and_said(tmp_path: Path) -> None:
    write(client(a="x = 1\n", b="y = 1\n"), tmp_path)
    (tmp_path / "pkg/b.py").write_text("y = 'mine'\n")
    assert write(client(a="x = 1\n"), tmp_path).kept == ("pkg/b.py",)
    assert tree(tmp_path)["pkg/b.py"] == "y = 'mine'\n"


def test_line_ends_changed_by_a_checkout_are_no_edit(tmp_path: Path) -> None:
    write(client(a="x = 1\ny = 2\n"), tmp_path)
    (tmp_path / "pkg/a.py").write_bytes(b"x = 1\r\ny = 2\r\n")
    assert write(client(a="x = 3\n"), tmp_path).changed


@pytest.mark.parametrize(
    "path",
    [
        "../evil.py",
        "/etc/evil",
        "a/../../evil",
        "a//b",
        "./a",
        "a\\b",
        "C:/evil",
        "a\x00b",
        "a\nb",
        "",
        f"{STAGE}/commit.json",
        "x" * 300,
    ],
)
def test_a_path_that_leaves_the_folder_is_refused(path: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(UnsafePathError):
        write([File(path, "x")], out)
    assert not out.exists()


def test_two_files_that_differ_in_case_only_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsafePathError, match="share"):
        write([File("pkg/A.py", ""), File("pkg/a.py", "")], tmp_path)


def test_a_symbolic_link_is_never_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    out = tmp_path / "out"
    out.mkdir()
    (out / "pkg").symlink_to(outside, target_is_directory=True)
    with pytest.raises(UnsafePathError, match="symbolic link"):
        write(client(a="x = 1\n"), out)
    assert list(outside.iterdir()) == []


def test_a_manifest_on_disk_cannot_name_files_outside(tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("mine")
    out = tmp_path / "out"
    (out / "pkg").mkdir(parents=True)
    hashes = {"../victim.txt": digest("mine"), str(victim): digest("mine")}
    (out / "pkg/specloom.json").write_text(json.dumps({"files": hashes}))
    write(client(a="x = 1\n"), out)
    assert victim.read_text() == "mine"


def test_a_run_that_dies_while_staging_leaves_the_old_output_whole(
    tmp_path: Path,
) -> None:
    write(client(a="x = 1\n"), tmp_path)
    stage = tmp_path / STAGE
    stage.mkdir()
    (stage / "0").write_text("x = 'half")
    assert tree(tmp_path)["pkg/a.py"] == "x = 1\n"
    assert not write(client(a="x = 1\n"), tmp_path)
    assert not stage.exists()


def test_a_run_that_dies_while_moving_is_finished_by_the_next(tmp_path: Path) -> None:
    write(client(a="x = 1\n", b="y = 1\n", old="z = 1\n"), tmp_path)
    new = client(a="x = 2\n", b="y = 2\n")
    stage = tmp_path / STAGE
    stage.mkdir()
    for index, file in enumerate(new):
        (stage / str(index)).write_text(file.text)
    plan = {"write": [file.path for file in new], "remove": ["pkg/old.py"]}
    (stage / "commit.json").write_text(json.dumps(plan))
    (stage / "0").replace(tmp_path / "pkg/a.py")  # the move that was done already
    output.recover(tmp_path)
    assert tree(tmp_path) == {file.path: file.text for file in new}
    assert not write(new, tmp_path)


def test_python_that_does_not_parse_is_never_written(tmp_path: Path) -> None:
    with pytest.raises(SyntaxError):
        write(client(a="x = (\n"), tmp_path)
    assert tree(tmp_path) == {}


def test_a_folder_in_the_place_of_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "pkg/a.py").mkdir(parents=True)
    with pytest.raises(OutputError, match="folder"):
        write(client(a="x = 1\n"), tmp_path)


def test_diff_shows_added_changed_and_removed_lines(tmp_path: Path) -> None:
    write(client(a="x = 1\n", b="y = 1\n"), tmp_path)
    lines = list(output.diff(client(a="x = 2\n", c="z = 1\n"), tmp_path))
    assert {"-x = 1", "+x = 2", "-y = 1", "+z = 1"} <= set(lines)


def test_a_broken_manifest_makes_every_difference_a_conflict(tmp_path: Path) -> None:
    write(client(a="x = 1\n"), tmp_path)
    (tmp_path / "pkg/specloom.json").write_text("[[[")
    with pytest.raises(EditedFilesError):
        write(client(a="x = 2\n"), tmp_path)
