"""What `make` starts and stops on one's own machine."""

import signal
import subprocess
import sys
import time

import pytest

from deploy.local import application, binaries, cluster, environment, packages, paths, processes, supervisor
from deploy.local.steps import Stop


@pytest.fixture(autouse=True)
def run_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(processes, "RUN", tmp_path / "run")
    monkeypatch.setattr(processes, "LOCAL", tmp_path)
    monkeypatch.setattr(paths, "LOCAL", tmp_path)


@pytest.fixture
def sleeper():
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    yield process
    process.kill()
    process.wait()


def test_a_recorded_process_is_known_again(sleeper):
    made = processes.record("tidur", sleeper.pid, "time.sleep(60)")
    assert processes.recorded() == [made]


@pytest.mark.parametrize("change", [{"started": "1"}, {"mark": "gunicorn"}])
def test_an_id_that_belongs_to_another_by_now_is_left_alone(sleeper, change):
    made = processes.record("tidur", sleeper.pid, "time.sleep(60)")
    other = processes.Recorded(**{**vars_of(made), **change})
    processes.end(other)
    assert sleeper.poll() is None


def vars_of(made):
    return {name: getattr(made, name) for name in ("name", "pid", "started", "mark")}


def test_a_recorded_process_is_ended(sleeper):
    processes.end(processes.record("tidur", sleeper.pid, "time.sleep(60)"), patience=0.2)
    assert sleeper.wait(5) == -signal.SIGTERM
    assert processes.recorded() == []


def test_a_torn_record_is_forgotten(tmp_path):
    (tmp_path / "run").mkdir()
    (tmp_path / "run" / "web.json").write_text('{"name": "web", "pi')
    assert processes.recorded() == []
    assert list((tmp_path / "run").iterdir()) == []


def test_a_lock_is_seen_by_others(tmp_path):
    with processes.lock("pg.users", shared=True):
        assert not processes.is_free("pg.users")
    assert processes.is_free("pg.users")


@pytest.mark.parametrize("typed", ["delapan", "0", "70000", "-1"])
def test_a_port_is_a_port(monkeypatch, typed):
    monkeypatch.setenv("PORT", typed)
    with pytest.raises(Stop, match="PORT harus angka"):
        supervisor.port()


def test_a_child_that_falls_at_once_waits_longer_each_time(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(supervisor, "LOG", tmp_path)
    child = supervisor.Child("web", [sys.executable, "-c", "raise SystemExit(3)"], "SystemExit")
    pauses = []
    for _ in range(3):
        child.due_at = 0
        child.look()
        child.process.wait()
        child.look()
        pauses.append(child.pause)
    assert pauses == [2.0, 4.0, 8.0]
    assert "web berakhir (kode 3)" in capsys.readouterr().out


def test_the_clock_runs_again_after_its_pause(tmp_path, monkeypatch):
    monkeypatch.setattr(supervisor, "LOG", tmp_path)
    child = supervisor.Child("clock", [sys.executable, "-c", "pass"], "pass", every=60)
    child.look()
    child.process.wait()
    child.look()
    assert child.process is None
    assert 50 < child.due_at - time.monotonic() <= 60


def test_without_rights_the_line_is_printed(monkeypatch):
    monkeypatch.setattr(packages, "_rights", lambda: None)
    with pytest.raises(Stop, match="sudo apt-get install -y --no-install-recommends qpdf"):
        packages._install(["qpdf"])


def test_a_newer_server_is_preferred(monkeypatch, tmp_path):
    found = [binaries.Server(tmp_path, 15), None, binaries.Server(tmp_path, 17)]
    monkeypatch.setattr(binaries, "_folders", lambda: [0, 1, 2])
    monkeypatch.setattr(binaries, "_look", lambda place: found[place])
    assert (binaries.find().major, binaries.find(15).major, binaries.find(16)) == (17, 15, None)


def test_data_of_another_version_are_not_touched(monkeypatch, tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "PG_VERSION").write_text("99\n")
    with pytest.raises(Stop, match="versi 99"):
        cluster._server(tmp_path)


def test_the_requirements_name_no_index():
    for name in environment.LISTS.values():
        lines = (environment.BASE / name).read_text().splitlines()
        assert [line for line in lines if "://" in line or line.startswith(("-i", "--index", "--extra"))] == []
        assert any("--hash=sha256:" in line for line in lines)


@pytest.mark.parametrize(("user", "mode"), [(1000, 0o700), (0, 0o711)])
def test_others_cannot_list_what_is_kept_here(tmp_path, monkeypatch, user, mode):
    tmp_path.chmod(0o755)
    monkeypatch.setattr(paths.os, "geteuid", lambda: user)
    paths.make_local()
    assert tmp_path.stat().st_mode & 0o777 == mode


def test_incomplete_settings_stop_the_run_with_the_reason(monkeypatch):
    monkeypatch.setattr(application, "PYTHON", sys.executable)
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "kerjasama.settings")
    monkeypatch.setenv("KERJASAMA_ENV", "production")
    monkeypatch.setenv("SECRET_KEY", "")
    with pytest.raises(Stop, match="Setelan belum lengkap.*SECRET_KEY must be set in production"):
        application.require_ready()
