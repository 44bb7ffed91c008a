"""Merely parses the files of a tree with PyYAML's libyaml loader: the peer of `onecard check`.

Usage: parse_pyyaml.py FOLDER
"""

import pathlib
import sys

import yaml


def main() -> None:
    for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.yaml")):
        with path.open("rb") as file:
            yaml.load(file, Loader=yaml.CLoader)


if __name__ == "__main__":
    main()
