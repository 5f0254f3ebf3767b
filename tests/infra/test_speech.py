"""The voice: what is said, in what order, and that it can be silenced."""

import contextlib
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from paperdesk.domain.errors import Cancelled, Refused
from paperdesk.infra import speech
from paperdesk.infra.jobs import Job
from tests.clock import once, own_time
from tests.infra.speechserver import SpeechServer


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SpeechServer]:
    server = SpeechServer(tmp_path / "speechd.sock")
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path}/speechd.sock")
    yield server
    server.close()


@pytest.fixture
def voice(server: SpeechServer) -> Iterator[speech.Voice]:
    made = speech.voice()
    yield made
    made.close()


def job() -> Job:
    return Job(1, "Reading aloud")


def stop_soon(job: Job, seconds: float = 0.1) -> None:
    threading.Timer(seconds, job.cancel).start()


def test_sentences_are_spoken_one_after_the_other(
    server: SpeechServer, voice: speech.Voice
) -> None:
    started = time.monotonic()
    for sentence in ("One.", "Zwei – drei.", "Three."):
        voice.say(sentence, job())
    assert server.said == ["One.", "Zwei – drei.", "Three."]
    assert time.monotonic() - started >= 3 * server.seconds
    assert server.commands[0].startswith("SET SELF CLIENT_NAME ")


def test_a_line_that_is_a_dot_is_no_end(server: SpeechServer, voice: speech.Voice) -> None:
    voice.say("One\n.\n.5 and more", job())
    assert server.said == ["One\n.\n.5 and more"]


def test_a_sentence_can_be_silenced(server: SpeechServer, voice: speech.Voice) -> None:
    server.seconds = 30
    long = job()
    once(lambda: server.speaking, long.cancel)
    with pytest.raises(Cancelled):
        voice.say("A very long sentence.", long)
    assert server.cancelled == 1
    server.seconds = 0.01
    voice.say("And on.", job())
    assert server.said[-1] == "And on."


def test_a_server_that_hangs_up_is_said_so_and_the_next_time_tried_again(
    server: SpeechServer, voice: speech.Voice
) -> None:
    server.seconds = 30
    once(lambda: server.speaking, server.hang_up)
    with pytest.raises(Refused, match="does not answer"):
        voice.say("Cut off.", job())
    server.seconds = 0.01
    voice.say("Again.", job())
    assert server.said[-1] == "Again."


def test_without_any_voice_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    monkeypatch.delenv("SPEECHD_ADDRESS", raising=False)
    with pytest.raises(Refused, match="sudo apt install speech-dispatcher"):
        speech.voice()


def test_elsewhere_a_program_speaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tool = tmp_path / "say"
    tool.write_text(f"#!/bin/sh\ncat > {tmp_path}/said\n")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(sys, "platform", "darwin")
    speech.voice().say("Hello.", job())
    assert (tmp_path / "said").read_text() == "Hello."


def test_a_program_is_ended_when_it_is_to_be_silent(tmp_path: Path) -> None:
    long = job()
    stop_soon(long)
    started = own_time()
    with pytest.raises(Cancelled):
        speech.Program(("sleep", "30")).say("Hello.", long)
    assert own_time() - started < 5


def test_a_program_that_is_gone_is_said_so() -> None:
    with pytest.raises(Refused, match="Install"):
        speech.Program(("no-such-voice",)).say("Hello.", job())


@pytest.mark.skipif(
    not (shutil.which("speech-dispatcher") and shutil.which("espeak-ng")),
    reason="speech-dispatcher and espeak-ng are not installed",
)
def test_the_real_speech_dispatcher_understands_us(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "speech-dispatcher"
    settings.mkdir()
    (settings / "speechd.conf").write_text(
        'AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"\n'
        'DefaultModule espeak-ng\nAudioOutputMethod "libao"\n'
    )
    path = tmp_path / "real.sock"
    command = ["speech-dispatcher", "--run-single", "-c", "unix_socket", "-S", str(path)]
    daemon = subprocess.Popen(
        [*command, "-C", str(settings), "-L", str(tmp_path), "-P", str(tmp_path / "pid")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{path}")
    try:
        deadline = time.monotonic() + 10
        while not path.is_socket() and time.monotonic() < deadline:
            time.sleep(0.05)
        stopped, voice = job(), speech.voice()
        stop_soon(stopped, 2.0)
        # Without a sound card it may never end; it was taken, and could be silenced.
        with contextlib.suppress(Cancelled):
            voice.say("Hello from PaperDesk.", stopped)
        voice.close()
    finally:
        daemon.kill()
        daemon.wait()
