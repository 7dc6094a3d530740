"""The command line: help, usage, errors in words, and that it starts fast."""

from __future__ import annotations

import errno
import gc
import os
import re
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from store.database import Database
from tui.__main__ import main, program

COMMANDS = sorted(program.commands)
posix = pytest.mark.skipif(os.name == "nt", reason="its shell closes streams otherwise")


def run(*arguments: str, **kwargs):
    """Run the program as its users do, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=60,
        check=False,
        **kwargs,
    )


def invoke(*arguments: str):
    return CliRunner().invoke(program, list(arguments))


def said(result) -> str:
    """What is on standard error, on one line."""
    return " ".join(result.stderr.split())


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "quota.txt").write_text("Velmara will raise the quota, its minister said.\n")
    return tmp_path


def test_the_version_is_that_of_the_package():
    result = invoke("--version")
    assert result.output == f"onrecord {version('onrecord')}\n"
    assert result.exit_code == 0


def test_the_help_shows_the_options_of_opening_and_every_command():
    output = invoke("--help").output
    for option in ("--store", "--annotator", "--read-only", "--version"):
        assert option in output
    for command in COMMANDS:
        assert re.search(rf"^  {command} +\S.*\.$", output, re.MULTILINE), command


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command):
    result = invoke(command, "--help")
    assert result.exit_code == 0
    assert "Example: " in result.output
    assert len(result.output.split("\n\n")) >= 4  # usage, a sentence or more, options, example


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_has_help(command):
    for option in program.commands[command].params:
        if isinstance(option, click.Option):
            assert option.help, option.name


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["export", "--help"]])
def test_help_and_version_load_neither_textual_nor_the_store(arguments):
    code = f"""
import sys
from tui.__main__ import main
sys.argv = ["onrecord", *{arguments!r}]
try:
    main()
except SystemExit as left:
    assert not left.code, left.code
heavy = {{"textual", "rich", "yaml", "tinydb", "msgspec", "edtf", "store"}} & set(sys.modules)
sys.exit(f"loaded: {{heavy}}" if heavy else 0)
"""
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert result.returncode == 0, result.stderr


def test_completion_loads_neither_textual_nor_the_store():
    environment = os.environ | {
        "_ONRECORD_COMPLETE": "bash_complete",
        "COMP_WORDS": "onrecord ex",
        "COMP_CWORD": "1",
    }
    code = """
import sys
from tui.__main__ import main
try:
    main()
finally:
    print({"textual", "yaml", "tinydb", "store"} & set(sys.modules))
"""
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False
    )
    assert result.stdout.splitlines() == ["file,ex", "plain,export", "set()"]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("onrecord --rea", "plain,--read-only"),
        ("onrecord articles --st", "plain,--store"),
        ("onrecord export --o", "plain,--output"),
        ("onrecord export anno", "file,anno"),
        ("onrecord completion z", "plain,zsh"),
    ],
)
def test_options_of_commands_and_of_opening_are_completed(words, offered):
    environment = os.environ | {
        "_ONRECORD_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    assert run(env=environment).stdout.splitlines() == [offered]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_for_the_shell(shell):
    result = invoke("completion", shell)
    assert result.exit_code == 0
    assert f"_ONRECORD_COMPLETE={shell}_complete" in result.output


def test_completion_knows_the_users_shell_or_asks_for_one(monkeypatch):
    monkeypatch.setenv("SHELL", "/usr/bin/fish")
    assert "fish_complete" in invoke("completion").output
    monkeypatch.setenv("SHELL", "/bin/tcsh")
    result = invoke("completion")
    assert result.exit_code == 2
    assert "bash, zsh, fish" in said(result)


def test_a_missing_path_is_named(tmp_path):
    result = invoke(str(tmp_path / "nowhere"))
    assert result.exit_code == 2
    assert f"{tmp_path / 'nowhere'} does not exist" in said(result)


def test_a_file_that_is_no_article_is_refused(tmp_path):
    (tmp_path / "report.pdf").touch()
    result = invoke(str(tmp_path / "report.pdf"))
    assert result.exit_code == 2
    assert ".txt or .md" in said(result)


@pytest.mark.parametrize("content", [[], ["table.csv", ".hidden.txt"]])
def test_a_folder_without_articles_says_what_to_put_there(tmp_path, content):
    for name in content:
        (tmp_path / name).write_text("x")
    result = invoke(str(tmp_path))
    assert result.exit_code == 2
    assert f"there is no article in {tmp_path}" in said(result)
    assert ".txt or .md" in said(result)


def test_without_a_path_it_is_the_folder_one_is_in(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert f"there is no article in {tmp_path}" in said(invoke())
    assert f"there is no article in {tmp_path}" in said(invoke("--read-only"))


def test_a_folder_with_the_name_of_a_command_can_be_opened(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "check").mkdir()
    assert f"there is no article in {tmp_path / 'check'}" in said(invoke("open", "check"))


def test_without_a_terminal_it_says_what_works_without_one(folder):
    result = run(str(folder))
    assert result.returncode == 2
    assert "must be a terminal" in result.stderr
    assert "onrecord export STORE" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    assert list(folder.iterdir()) == [folder / "quota.txt"]


def in_shell(command: str):
    """Run the program, called onrecord, by a shell that may redirect its streams."""
    command = command.replace("onrecord", f"{sys.executable} -m tui", 1)
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONUNBUFFERED"}
    return subprocess.run(
        ["sh", "-c", command],
        capture_output=True,
        encoding="utf-8",
        env=environment,
        timeout=60,
        check=False,
    )


@posix
@pytest.mark.parametrize("closed", ["<&-", ">&-", "<&- >&-"])
def test_the_app_is_refused_in_words_when_a_stream_is_closed(folder, closed):
    result = in_shell(f"onrecord {folder} {closed}")
    assert result.returncode == 2
    assert "must be a terminal" in result.stderr
    assert len(result.stderr.splitlines()) == 1


@posix
@pytest.mark.parametrize("arguments", ["--help", "--version", "config", "completion bash"])
def test_what_cannot_be_written_to_a_closed_output_is_said(arguments):
    result = in_shell(f"onrecord {arguments} >&-")
    assert result.returncode == 1
    assert result.stderr.splitlines()[-1].startswith("Error: standard output is closed; ")


@posix
def test_a_command_that_writes_nothing_needs_no_streams(tmp_path):
    made = tmp_path / "config.yaml"
    command = f"export ONRECORD_CONFIG={made}; onrecord config --init <&- >&- 2>&-"
    assert in_shell(command).returncode == 0
    assert made.stat().st_size


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("arguments", ["--help", "--version", "export --help", "completion bash"])
def test_a_full_disk_is_told_in_one_line(arguments):
    result = in_shell(f"onrecord {arguments} >/dev/full")
    assert result.returncode == 1
    assert result.stderr.startswith("Error: No space left on device; ")
    assert len(result.stderr.splitlines()) == 1


def test_an_unknown_option_is_wrong_usage():
    result = invoke("--stroe", "x")
    assert result.exit_code == 2
    assert "--stroe" in said(result)


def test_a_file_name_cannot_act_on_the_terminal(tmp_path):
    result = run(str(tmp_path / "a\x1b[31mb\u202e.txt"))
    assert result.returncode == 2
    assert "\x1b" not in result.stderr
    assert "\u202e" not in result.stderr


@pytest.mark.skipif(os.name == "nt", reason="there, file names are Unicode")
def test_a_file_name_that_is_not_unicode_is_survived(tmp_path):
    result = run(os.fsdecode(os.fsencode(tmp_path) + b"/a\xff.txt"))
    assert result.returncode == 2
    assert "does not exist" in result.stderr


def test_a_locale_that_cannot_write_quotation_marks_is_survived():
    environment = os.environ | {"PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    result = run("config", env=environment)
    assert result.returncode == 0
    assert "\\u201cansi\\u201d" in result.stdout


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PermissionError(errno.EACCES, "Permission denied", "/x"), "/x: Permission denied"),
        (OSError(errno.ENOSPC, "No space left on device"), "No space left on device"),
        (RuntimeError("unforeseen"), "onrecord has a defect: RuntimeError: unforeseen"),
    ],
)
def test_no_traceback_reaches_the_user(folder, tmp_path, monkeypatch, error, sentence):
    def fail(*_):
        raise error

    monkeypatch.setattr("store.folder.Folder.__init__", fail)
    monkeypatch.setattr("tui.commands.failures.user_log_path", lambda *_, **__: tmp_path / "logs")
    result = invoke(str(folder))
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: {sentence}")
    assert len(result.stderr.splitlines()) == 1


def test_a_defect_leaves_its_traceback_in_a_file(folder, tmp_path, monkeypatch):
    def fail(*_):
        raise RuntimeError("unforeseen")

    monkeypatch.setattr("store.folder.Folder.__init__", fail)
    monkeypatch.setattr("tui.commands.failures.user_log_path", lambda *_, **__: tmp_path / "logs")
    report = tmp_path / "logs" / "defect.txt"
    assert str(report) in said(invoke(str(folder)))
    assert "Traceback" in report.read_text(encoding="utf-8")


@pytest.fixture
def app_that_ends(monkeypatch, tmp_path):
    """Have the app end in some way, as if on a terminal."""

    def end(run):
        monkeypatch.setattr("tui.app.OnRecord.run", run)
        monkeypatch.setattr("tui.commands.open.refuse_without_terminal", lambda: None)
        monkeypatch.setattr("tui.commands.failures.user_log_path", lambda *_, **__: tmp_path)

    yield end
    gc.enable()


def test_an_app_that_breaks_is_told_in_one_line_and_its_store_closed(folder, app_that_ends):
    def fail(app):
        assert app.database.writable
        raise RuntimeError("unforeseen")

    app_that_ends(fail)
    result = invoke(str(folder))
    assert result.exit_code == 1
    assert result.stderr.startswith("Error: onrecord has a defect: RuntimeError: unforeseen; ")
    assert len(result.stderr.splitlines()) == 1
    Database(folder / "annotations.json").close()


def test_the_exit_code_is_the_apps_and_its_store_closed(folder, app_that_ends):
    app_that_ends(lambda app: 143)
    result = invoke(str(folder))
    assert (result.exit_code, result.output) == (143, "")
    Database(folder / "annotations.json").close()


def test_ctrl_c_is_quiet(monkeypatch, folder, capsys):
    def interrupted(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("store.folder.Folder.__init__", interrupted)
    monkeypatch.setattr(sys, "argv", ["onrecord", str(folder)])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 130
    assert not capsys.readouterr().err.strip()


def test_a_configuration_is_printed_with_where_it_belongs(tmp_path, monkeypatch):
    path = tmp_path / "config.yaml"
    monkeypatch.setenv("ONRECORD_CONFIG", str(path))
    result = invoke("config")
    assert result.exit_code == 0
    assert "#theme:" in result.stdout
    assert "#  mark-quote: " in result.stdout
    assert str(path) in said(result)


def test_a_configuration_is_made_once(tmp_path, monkeypatch):
    path = tmp_path / "new" / "config.yaml"
    monkeypatch.setenv("ONRECORD_CONFIG", str(path))
    assert invoke("config", "--init").exit_code == 0
    assert path.read_text(encoding="utf-8") == invoke("config").stdout
    path.write_text("theme: nord\n")
    again = invoke("config", "--init")
    assert again.exit_code == 2
    assert "is there already" in said(again)
    assert path.read_text() == "theme: nord\n"


def test_a_configuration_that_is_there_is_checked(tmp_path, monkeypatch):
    path = tmp_path / "config.yaml"
    monkeypatch.setenv("ONRECORD_CONFIG", str(path))
    path.write_text("keys:\n  undo: U\n")
    result = invoke("config")
    assert result.exit_code == 1
    assert f"{path}, line 2: " in said(result)
    path.write_text("keys:\n  undo: ctrl+z\n")
    assert invoke("config").exit_code == 0
