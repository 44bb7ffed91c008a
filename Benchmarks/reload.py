"""How fast a large tree starts, and how fast one changed file is live.

Usage: reload.py ONECARD [ITEMS] [EDITS]

Starts the daemon over a tree of that many items (16000) and prints the cold start: seconds, files per second, cores
used, memory. Then it edits single files, as editors do, and measures from the write to the first answer with the new
words, debouncing included; all other pages must keep their tags. Last it measures how long pages take that nobody
asked for yet, beside those that are ready.
"""

import http.client
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

import make_tree

PORT = 28190
ROOT = pathlib.Path(__file__).resolve().parent.parent


class Daemon:
    def __init__(self, binary: str, folder: pathlib.Path) -> None:
        self.start = time.monotonic()
        self.process = subprocess.Popen(
            [binary, "serve", "--guides", folder / "guides", "--cards", folder / "cards", "--port", str(PORT), "--rate-limit", "1000000"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        while True:
            try:
                self.ask("/healthz")
                break
            except OSError:
                self.connection.close()
                if self.process.poll() is not None:
                    sys.exit("the daemon did not start")
                time.sleep(0.01)
        self.cold = time.monotonic() - self.start
        self.cold_cpu = self.cpu()
        self.cold_memory = self.memory()

    def ask(self, path: str) -> tuple[str, bytes]:
        self.connection.request("GET", path, headers={"Accept-Encoding": "identity"})
        answer = self.connection.getresponse()
        return answer.headers.get("ETag", ""), answer.read()

    def cpu(self) -> float:
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def memory(self, name: str = "VmRSS") -> int:
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(rf"{name}:\s+(\d+)", status).group(1)) // 1024

    def wait_until_idle(self) -> float:
        start = time.monotonic()
        quiet = 0
        while quiet < 4:
            before = self.cpu()
            time.sleep(0.5)
            quiet = quiet + 1 if self.cpu() - before < 0.05 else 0
        # The daemon has let the silent connection go; the next question opens another.
        self.connection.close()
        return time.monotonic() - start - 2


def code_of(path: pathlib.Path) -> str:
    return re.search(r"^短码: *(\w+)", path.read_text(encoding="utf-8"), re.MULTILINE).group(1)


def latencies(daemon: Daemon, codes: list[str]) -> str:
    times = []
    for code in codes:
        start = time.monotonic()
        daemon.ask(f"/c/{code}")
        times.append((time.monotonic() - start) * 1000)
    times.sort()
    return f"median {statistics.median(times):.2f} ms, slowest of {len(times)} {times[-1]:.2f} ms"


def edit(daemon: Daemon, path: pathlib.Path, code: str, number: int, is_atomic: bool) -> float:
    words = f"第{number}次修改"
    text = re.sub(r"^简介:.*$", f"简介: 这是{words}后的话。", path.read_text(encoding="utf-8"), count=1, flags=re.MULTILINE)
    start = time.monotonic()
    if is_atomic:
        new = path.with_name("." + path.name + ".new")
        new.write_text(text, encoding="utf-8")
        new.rename(path)
    else:
        path.write_text(text, encoding="utf-8")
    while words.encode() not in daemon.ask(f"/c/{code}")[1]:
        if time.monotonic() - start > 60:
            sys.exit("the edit never came")
        time.sleep(0.002)
    return (time.monotonic() - start) * 1000


def main() -> None:
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 16_000
    edits = int(sys.argv[3]) if len(sys.argv) > 3 else 12
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_tree.write(folder, count)
        files = len(list((folder / "guides").rglob("*.yaml")))
        items = sorted((folder / "guides/items").glob("*.yaml"))
        step = max(1, len(items) // 400)
        sample = [(path, code_of(path)) for path in items[::step]]
        daemon = Daemon(binary, folder)
        try:
            print(
                f"cold start of {files} files: {daemon.cold:.2f} s, {files / daemon.cold:.0f} files/s, "
                f"{daemon.cold_cpu / daemon.cold:.2f} cores, {daemon.cold_memory} MB", flush=True)
            print(f"pages never asked for: {latencies(daemon, [code for _, code in sample[:200]])}", flush=True)
            other, other_code = sample[1]
            tag = daemon.ask(f"/c/{other_code}")[0]
            edit(daemon, *sample[0], 0, False)
            busy = [edit(daemon, *sample[2 + n], n + 1, n % 2 == 1) for n in range(edits)]
            print(f"one file live, pages still being made ahead: median {statistics.median(busy):.0f} ms, slowest {max(busy):.0f} ms", flush=True)
            waited = daemon.wait_until_idle()
            print(f"all pages ready {waited:.0f} s later: {daemon.memory()} MB, peak {daemon.memory('VmHWM')} MB", flush=True)
            idle = []
            for number in range(edits):
                idle.append(edit(daemon, *sample[30 + number], 1000 + number, number % 2 == 1))
                time.sleep(0.3)
            print(f"one file live, idle: median {statistics.median(idle):.0f} ms, slowest {max(idle):.0f} ms (goal: under 300)", flush=True)
            assert daemon.ask(f"/c/{other_code}")[0] == tag, "the tag of a page that did not change"
            before = daemon.cpu()
            edit(daemon, *sample[60], 9999, False)
            daemon.wait_until_idle()
            print(f"CPU for one edit with everything behind it: {daemon.cpu() - before:.2f} s")
            print(f"pages that are ready: {latencies(daemon, [code for _, code in sample])}")
        finally:
            daemon.process.terminate()
            daemon.process.wait()


if __name__ == "__main__":
    main()
