"""Work shared out to a process for each core, going on after a process that dies; and a bar that shows how far it is."""

import os
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import click

from lawkit.messages import say

_CHUNK = 16  # the most that a process is given at once, and that is done again after a process has died
Work = Callable[[Any, Sequence[Path]], list[Any]]
Died = Callable[[Path], Any]


def in_processes(work: Work, job: Any, cases: Sequence[Path], died: Died) -> Iterator[Any]:
    """Yield what `work` makes of each case, in their order, from a process for each core.

    A process that dies takes down what it was given; each of those is tried again alone, and one that takes its process
    down once more is answered by `died`.
    """
    cores = os.cpu_count() or 1
    size = max(1, min(_CHUNK, len(cases) // (cores * 4) or 1))
    chunks = [(start, cases[start : start + size]) for start in range(0, len(cases), size)]
    done: dict[int, Any] = {}
    shown = 0
    for start, outcomes in _outcomes(work, job, deque(chunks), died, cores):
        done.update(enumerate(outcomes, start))
        while shown in done:
            yield done.pop(shown)
            shown += 1


def _outcomes(
    work: Work, job: Any, chunks: deque[tuple[int, Sequence[Path]]], died: Died, cores: int
) -> Iterator[tuple[int, list[Any]]]:
    while chunks:
        suspects: list[tuple[int, Sequence[Path]]] = []
        with _pool(cores) as pool:
            running: dict[Future[list[Any]], tuple[int, Sequence[Path]]] = {}
            try:
                while (chunks or running) and not suspects:
                    while chunks and len(running) < 2 * cores:
                        chunk = chunks.popleft()
                        running[pool.submit(work, job, chunk[1])] = chunk
                    for future in wait(running, return_when=FIRST_COMPLETED).done:
                        chunk = running.pop(future)
                        try:
                            yield chunk[0], future.result()
                        except BrokenProcessPool:
                            suspects.append(chunk)
            except BrokenProcessPool:  # it broke while it was given more
                suspects.append(chunk)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
            suspects += running.values()
        for start, cases in sorted(suspects, key=lambda each: each[0]):
            yield start, [_alone(work, job, case, died) for case in cases]


def _alone(work: Work, job: Any, case: Path, died: Died) -> Any:
    """Return what becomes of one case in a process of its own."""
    with _pool(1) as pool:
        try:
            return pool.submit(work, job, [case]).result()[0]
        except BrokenProcessPool:
            return died(case)


def _pool(cores: int) -> ProcessPoolExecutor:
    # forked, so that what was read and compiled before is there already
    context = get_context("fork") if sys.platform == "linux" else None
    return ProcessPoolExecutor(cores, mp_context=context, initializer=_begin, initargs=(os.getpid(),))


def _begin(parent: int) -> None:
    """Let a worker leave the keyboard to its parent, and end when the parent is gone."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(0.5)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


class Progress:
    """A bar on the terminal's remarks; nothing where remarks go to a file."""

    def __init__(self, length: int) -> None:
        self.on = sys.stderr.isatty()
        self._bar: Any = None
        if self.on:
            self._bar = click.progressbar(length=length, file=sys.stderr, show_pos=True, label=say("Drafting"))
            self._bar.__enter__()

    def step(self) -> None:
        """One more is done."""
        if self._bar is not None:
            self._bar.update(1)

    def end(self) -> None:
        """Leave the line."""
        if self._bar is not None:
            self._bar.__exit__(None, None, None)
