"""Validates every file of a tree against the JSON Schemas that onecard wrote, with an independent validator.

Usage: validate.py SCHEMAS TREE
Prints one line a violation and, last, how many files were validated.
"""

import json
import pathlib
import sys

import jsonschema
import yaml

PLACES = {
    "site": "guides/site.yaml",
    "item": "guides/items/*.yaml",
    "law": "guides/laws/*.yaml",
    "roadmap": "guides/roadmaps/*.yaml",
    "policy": "guides/policies/*.yaml",
    "notice": "guides/notices/*.yaml",
    "calendar": "guides/calendar/*.yaml",
    "retired": "guides/retired.yaml",
    "reserved": "guides/reserved.yaml",
    "card": "cards/*.yaml",
}


class Loader(yaml.SafeLoader):
    """YAML as editors see it: dates stay words."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def main() -> None:
    schemas, tree = map(pathlib.Path, sys.argv[1:3])
    count = 0
    for kind, place in PLACES.items():
        schema = json.loads((schemas / f"{kind}.schema.json").read_text(encoding="utf-8"))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        for path in sorted(tree.glob(place)):
            count += 1
            value = yaml.load(path.read_text(encoding="utf-8"), Loader=Loader)
            for error in validator.iter_errors(value):
                print(f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message[:200]}")
    print(f"validated {count} files")


if __name__ == "__main__":
    main()
