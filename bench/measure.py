"""Runs commands in turn, and says how long they took and how much memory they had."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Task:
    """A command to measure; without one, there is only its name to be told."""

    name: str
    command: Sequence[str]


@dataclass(slots=True)
class Measured:
    """What the runs of a task came to. Seconds are by the clock, CPU seconds by the kernel."""

    name: str
    seconds: list[float] = field(default_factory=list)
    cpu_seconds: list[float] = field(default_factory=list)
    peak_bytes: int = 0
    failure: str = ""

    def figures(self, floor: Measured) -> str:
        """Seconds, how many times the floor they are, CPU seconds and MB, as cells of a row."""
        if self.failure or not self.seconds:
            return f"{self.failure or 'not measured'} | | |"
        typical = median(self.seconds)
        times = f"{typical / median(floor.seconds):.1f}" if floor.seconds else "no floor"
        span = f"{typical:.3f} ({min(self.seconds):.3f}–{max(self.seconds):.3f})"
        return f"{span} | {times} | {median(self.cpu_seconds):.3f} | {self.peak_bytes / 1e6:.0f}"


def measure(tasks: Sequence[Task], runs: int, environment: Mapping[str, str]) -> list[Measured]:
    """Each task once to warm up, then all of them in turn. A run that fails is told, and ends its task."""
    measured = [Measured(task.name) for task in tasks]
    for number in range(runs + 1):
        for task, found in zip(tasks, measured, strict=True):
            if task.command and not found.failure:
                _run(task, found, environment, count=number > 0)
    return measured


def quietly(command: Sequence[str]) -> str:
    """What a command says; it must succeed."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _run(task: Task, found: Measured, environment: Mapping[str, str], *, count: bool) -> None:
    with tempfile.TemporaryFile() as output:
        start = perf_counter()
        process = subprocess.Popen(task.command, stdout=output, stderr=output, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            last = output.read().decode(errors="replace").strip().splitlines()[-1:]
            found.failure = f"failed with exit code {process.returncode}: {' '.join(last).replace('|', '/')}"
        elif count:
            found.seconds.append(seconds)
            found.cpu_seconds.append(usage.ru_utime + usage.ru_stime)
            found.peak_bytes = max(found.peak_bytes, usage.ru_maxrss * 1024)
