"""What a cell's clock counts, and when it interrupts."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from gradbook.grading.sandbox import frames
from gradbook.grading.sandbox.inside import child
from gradbook.grading.sandbox.inside.clock import Clock
from gradbook.grading.sandbox.walls.linux import starved


@pytest.fixture
def clock() -> Iterator[Clock]:
    before = {number: signal.getsignal(number) for number in (signal.SIGALRM, signal.SIGXCPU)}
    made = Clock()
    yield made
    made.stop()
    for number, handler in before.items():
        signal.signal(number, handler)


def test_it_interrupts_what_takes_too_long(clock: Clock) -> None:
    with pytest.raises(KeyboardInterrupt):
        clock.start(0.02)
        time.sleep(5)
    assert clock.rung and not clock.spent


def test_waiting_for_a_processor_is_made_good(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    waited = iter([3.0, 3.6, 3.7])  # when it starts, when it rings, and when it rings again
    monkeypatch.setattr("gradbook.grading.sandbox.inside.clock.starved", lambda: next(waited))
    clock.start(0.05)
    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        time.sleep(5)
    assert time.monotonic() - began > 0.6 and next(waited, None) is None


def test_a_process_that_waits_for_a_processor_is_told_from_one_that_sleeps() -> None:
    busy = "import time\nwhile time.thread_time() < {}: pass"
    before = starved(os.getpid())
    many = [subprocess.Popen([sys.executable, "-c", busy.format(0.3)]) for _ in range(4 * (os.cpu_count() or 1))]
    time.sleep(0.5)
    assert starved(os.getpid()) > before  # those below are counted
    assert [process.wait() for process in many] == [0] * len(many)
    assert starved(-1) == 0


def test_it_interrupts_nothing_once_it_is_stopped(clock: Clock) -> None:
    clock.start(0.02)
    clock.stop()
    time.sleep(0.05)
    signal.raise_signal(signal.SIGXCPU)  # the kernel sends it again each second
    assert clock.spent
    clock.start(5)
    assert not clock.rung and clock.spent


def test_it_stands_still_while_it_is_held(clock: Clock) -> None:
    clock.start(0.05)
    with clock.held():
        time.sleep(0.2)
    assert not clock.rung
    with pytest.raises(KeyboardInterrupt):
        time.sleep(5)


def test_what_rings_while_it_is_held_interrupts_afterwards(clock: Clock) -> None:
    clock.start(5)
    went_on = False
    with pytest.raises(KeyboardInterrupt), clock.held():
        signal.raise_signal(signal.SIGXCPU)
        went_on = True
    assert went_on and clock.rung and clock.spent


def test_a_frame_that_is_read_late_is_whole_and_costs_no_time(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    reading, writing = os.pipe()
    body, found = os.urandom(300_000), bytearray()

    def read() -> None:
        time.sleep(0.3)
        while data := os.read(reading, 1 << 16):
            found.extend(data)

    monkeypatch.setattr(child, "REPLY", writing)
    monkeypatch.setattr(child, "_clock", clock)
    reader = threading.Thread(target=read)
    reader.start()
    try:
        clock.start(0.1)
        child._send_picture(body)
        clock.stop()
    finally:
        os.close(writing)
        reader.join()
        os.close(reading)
    assert not clock.rung
    assert list(frames.FrameReader(1 << 20).feed(bytes(found))) == [(frames.PICTURE, body)]
