#!/usr/bin/env bash
# Measures the rules without network, in one run: offline.sh [COUNT...]   (records; 10000 100000 by default)
# All rules, all but those over the corpus, one rule, and orjson with jsonschema-rs doing the least that a schema can.
# STET and ROUNDS may be set; the Python packages are installed from PyPI when they are missing.
set -euo pipefail
cd "$(dirname "$0")/.."
stet=${STET:-.build/release/stet} rounds=${ROUNDS:-3} run=bench/run
[ $# -gt 0 ] || set -- 10000 100000
mkdir -p "$run"
python=$run/venv-schema/bin/python
if [ ! -x "$python" ]; then
  python3 -m venv "$run/venv-schema"
  "$run/venv-schema/bin/pip" install -q orjson jsonschema-rs
fi

echo "stet $("$stet" --version | head -1), $("$run/venv-schema/bin/pip" freeze | tr '\n' ' '), $(nproc) cores"
for count in "$@"; do
  records=$run/records-$count.jsonl
  [ -s "$records" ] || python3 bench/records.py "$records" "$count" > /dev/null
  megabytes=$(($(stat -c %s "$records") / 1000000))
  python3 bench/alt.py -n "$rounds" --units "$count" --title "$count records, $megabytes MB" --jsonl "$run/offline.jsonl" \
    "all rules" "$stet check --offline --quiet $records" \
    "but corpus/*" "$stet check --offline --quiet --skip corpus/* $records" \
    "one rule" "$stet check --offline --quiet --only required/missing $records" \
    "orjson + jsonschema-rs" "$python bench/schema.py $records" | tee "$run/offline.md"
  awk -v mb="$megabytes" -F ' [|] ' '/^[|] [a-z]/ && $3 + 0 > 0 { sub(/^[|] /, "", $1); printf "%s: %.0f MB/s a core\n", $1, mb / $3 }' "$run/offline.md"
done
