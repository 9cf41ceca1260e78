"""What the figures were measured on."""

from __future__ import annotations

import os
import platform
import shutil
from importlib.metadata import version
from pathlib import Path

import yaml

from measure import quietly


def machine() -> str:
    """The machine and the versions of everything measured, as a Markdown table."""
    facts = {
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB",
        "system": f"{platform.system()} {platform.release()}",
        "load when it began": f"{os.getloadavg()[0]:.1f} processes",
        "Python": f"{platform.python_implementation()} {platform.python_version()}",
        "refertext": version("refertext"),
        "click": version("click"),
        "pydantic": version("pydantic"),
        "PyYAML": f"{version('PyYAML')}, {'with' if yaml.__with_libyaml__ else 'without'} libyaml",
        "hledger": quietly(["hledger", "--version"]) if shutil.which("hledger") else "not installed",
    }
    return "\n".join(["| machine | |", "| --- | --- |", *(f"| {name} | {said} |" for name, said in facts.items()), ""])


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()
