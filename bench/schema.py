#!/usr/bin/env python3
"""Check records with orjson and jsonschema-rs, as little as a schema can: schema.py RECORDS.jsonl

Required members, types and patterns only: no body is looked into, no place is known. For bench/offline.sh.
"""
import sys
import jsonschema_rs, orjson

TEXT, TEXTS = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
URL = {"type": "string", "pattern": "^https://[^ ]+$"}
DATE = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}.*(Z|[+-][0-9]{2}:[0-9]{2})$"}
SCHEMA = {
    "type": "object",
    "required": ["slug", "title", "body_md", "url", "published_at", "lang"],
    "properties": {
        "slug": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}, "title": TEXT, "summary": TEXT,
        "body_md": TEXT, "url": URL, "canonical_source": URL, "published_at": DATE, "updated_at": DATE,
        "lang": {"type": "string", "pattern": "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"}, "topics": TEXTS,
        "alternates": {"type": "object", "additionalProperties": URL},
    },
}


def main():
    validator, bad = jsonschema_rs.validator_for(SCHEMA), 0
    with open(sys.argv[1], "rb") as lines:
        for line in lines:
            bad += not validator.is_valid(orjson.loads(line))
    print(bad, "records are not valid")


main()
