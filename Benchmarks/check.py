"""Measures `onecard check` on a tree of 16,000 items beside PyYAML, which merely parses the same files.

Usage: check.py ONECARD [ITEMS] [ROUNDS]
Whole processes, in turn, on one core and on all; medians, and the ratio within each round.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


def run(command: list[str], cores: set[int], environment: dict[str, str] | None = None) -> tuple[float, float, float]:
    """Wall seconds, CPU seconds and peak memory in MB of a process."""
    started = time.monotonic()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        env={**os.environ, **(environment or {})},
        preexec_fn=lambda: os.sched_setaffinity(0, cores),
    )
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - started
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        sys.exit(f"{command[0]} ended with {code}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    onecard = str(pathlib.Path(sys.argv[1]).resolve())
    items = int(sys.argv[2]) if len(sys.argv) > 2 else 16_000
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, HERE / "make_tree.py", folder, str(items)], check=True)
        files = list(pathlib.Path(folder).rglob("*.yaml"))
        size = sum(path.stat().st_size for path in files) / 1e6
        print(f"{len(files)} files, {size:.0f} MB")
        check = [onecard, "check", "--guides", f"{folder}/guides", "--cards", f"{folder}/cards"]
        parse = [sys.executable, str(HERE / "parse_pyyaml.py"), folder]
        every = os.sched_getaffinity(0)
        one = {min(every)}
        kinds = {
            "onecard check, 1 core": (check, one),
            f"onecard check, {len(every)} cores": (check, every),
            "PyYAML CLoader, 1 core": (parse, one),
        }
        results: dict[str, list[tuple[float, float, float]]] = {kind: [] for kind in kinds}
        for _ in range(rounds):
            for kind, (command, cores) in kinds.items():
                results[kind].append(run(command, cores))
        for kind, values in results.items():
            wall, cpu, memory = (statistics.median(column) for column in zip(*values))
            print(
                f"{kind:26} {wall:7.2f} s wall {cpu:7.2f} s CPU {len(files) / wall:8.0f} files/s"
                f" {size / wall:6.1f} MB/s {memory:6.0f} MB peak ({memory / size:.1f} times the files)"
            )
        names = list(kinds)
        for slow, fast in ((names[2], names[0]), (names[2], names[1]), (names[0], names[1])):
            ratio = statistics.median(a[0] / b[0] for a, b in zip(results[slow], results[fast]))
            print(f"{slow} takes {ratio:.2f} times as long as {fast}")


if __name__ == "__main__":
    main()
