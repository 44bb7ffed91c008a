"""Writes a tree of guide files as large as a whole city's, from the shipped ones: N items, everything else once.

Usage: make_tree.py FOLDER N
"""

import pathlib
import re
import shutil
import sys

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
WEIGHTS = (2, 4, 8, 16)


def product(left: int, right: int) -> int:
    """The product in GF(2^5), x^5+x^2+1."""
    result = 0
    while right:
        if right & 1:
            result ^= left
        right >>= 1
        left <<= 1
        if left & 32:
            left ^= 0b100101
    return result


def code(ordinal: int) -> str:
    digits = [ordinal >> shift & 31 for shift in (15, 10, 5, 0)]
    check = 0
    for weight, digit in zip(WEIGHTS, digits):
        check ^= product(weight, digit)
    return "".join(ALPHABET[digit] for digit in [*digits, check])


def write(folder: pathlib.Path, count: int) -> None:
    root = pathlib.Path(__file__).resolve().parent.parent
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(root / "guides", folder / "guides")
    shutil.copytree(root / "cards", folder / "cards")
    used = {
        match.group(1)
        for path in (folder / "guides").rglob("*.yaml")
        for match in re.finditer(r"^短码: *(\w+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    items = sorted((folder / "guides/items").glob("*.yaml"))
    texts = [(path.stem, path.read_text(encoding="utf-8")) for path in items]
    ordinal = 0
    for number in range(count - len(texts)):
        while code(ordinal) in used:
            ordinal += 1
        stem, text = texts[number % len(texts)]
        text = re.sub(r"^短码:.*$", f"短码: {code(ordinal)}", text, count=1, flags=re.MULTILINE)
        text = re.sub(r"^名称:(.*)$", rf"名称:\1（{number}）", text, count=1, flags=re.MULTILINE)
        # A city's items have names of their own, and so aliases of their own.
        text = re.sub(r"^别名: \[(.*)\]$", lambda match: "别名: [" + ", ".join(
            f"{alias}{number}" for alias in match.group(1).split(", ")) + "]", text, count=1, flags=re.MULTILINE)
        (folder / "guides/items" / f"{stem}{number}.yaml").write_text(text, encoding="utf-8")
        ordinal += 1


if __name__ == "__main__":
    write(pathlib.Path(sys.argv[1]), int(sys.argv[2]))
