"""Copies the guides and cards of this repository and adds what a young tree does not have yet: a code that was
printed and retired since, and a card that was printed before its guide changed.

Usage: tree.py FOLDER    writes FOLDER/guides and FOLDER/cards
"""

import hashlib
import pathlib
import shutil
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
# Of no guide; its check character fits.
RETIRED = "7Z7QJ"
# The guide 施工许可, whose 更新记录 begins on 2026-11-23.
PRINTED, PRINTED_ON = "CY7MN", "2026-11-01"
SUCCESSOR = "施工许可"

COLUMNS = ["批次", "日期", "短码", "网址", "版式", "份数", "版本日期", "图片SHA-256", "校验"]


def seal(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def ledger() -> str:
    """One row each, sealed as `LedgerRow.seal(after:)` does."""
    lines, last = [",".join(COLUMNS)], seal(",".join(COLUMNS))
    for code in (RETIRED, PRINTED):
        row = ",".join(["旧卡", PRINTED_ON, code, f"https://yikatong.example/c/{code}", "口袋卡", "100", "", seal(code)])
        last = seal(last, row)
        lines.append(f"{row},{last}")
    return "\n".join(lines) + "\n"


def write(folder: pathlib.Path) -> None:
    for name in ("guides", "cards"):
        shutil.copytree(REPOSITORY / name, folder / name, dirs_exist_ok=True)
    with open(folder / "guides" / "retired.yaml", "a", encoding="utf-8") as retired:
        if retired.tell() == 0:
            retired.write("退役:\n")
        retired.write(
            f"  - {{短码: {RETIRED}, 名称: 旧的办事指南, 日期: 2026-11-02, 原因: 两个事项合并成一个。, 接替: {SUCCESSOR}}}\n")
    (folder / "cards" / "ledger.csv").write_text(ledger(), encoding="utf-8")


if __name__ == "__main__":
    write(pathlib.Path(sys.argv[1]))
