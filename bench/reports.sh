#!/bin/sh
# Time and peak memory of each report format, from a native report of 200,000 findings (or FINDINGS).
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
stet=${STET:-$root/.build/release/stet}
count=${FINDINGS:-200000}
run=$(mktemp -d)
trap 'rm -rf "$run"' EXIT

python3 - "$count" >"$run/result.jsonl" <<'END'
import json, sys
count = int(sys.argv[1])
write = lambda **line: print(json.dumps(line, separators=(",", ":")))
rule = dict(id="dates/not-utc", summary="The time is not in UTC.", severity="error", scope="record",
            why="Readers elsewhere see another day.", mend="Write the time in UTC.")
write(type="run", schema=1, tool="stet", version="0", failOn="error", packsRun=["dates"],
      packsNotRun=[], rules=[rule])
place = dict(columnInUTF8=5, endLine=1, endColumn=30, endColumnInUTF8=30, offset=4, endOffset=29)
for number in range(count // 4):
  file = f"articles/{number // 1000}/{number}.json"
  write(type="record", record=f"record-{number}", file=file, line=1, column=1, columnInUTF8=1,
        offset=0, isRecord=True, isReadable=True, findingCount=4, links=[])
  for index in range(4):
    write(type="finding", rule=rule["id"], severity="error",
          message=f"'published_at' is not in UTC: record {number}, {index}. Write it in UTC.",
          record=f"record-{number}", file=file, field="/published_at", line=1, column=5, **place,
          excerpt=dict(text='"published_at": "2026-06-25T12:00:00+02:00"', markStart=16, markEnd=43,
                       isCutBefore=False, isCutAfter=False),
          evidence="2026-06-25T12:00:00+02:00", related=[], suggestion=None, suppressed=None,
          fingerprint=f"{number:032x}{index:032x}")
write(type="summary", records=count // 4, unchanged=0, findings=dict(error=count, warning=0, note=0),
      suppressed=0, suppressedBy=dict(record=0, markdown=0, configuration=0, baseline=0), links=dict(alive=0, moved=0, dead=0, doubtful=0, unchecked=0), occurrences=0,
      requests=0, exceeded=[], complete=True, exit=1)
END

printf '%-12s %8s %8s %10s\n' format seconds MiB 'report MiB'
for format in checkstyle ctrf github gitlab html json jsonl junit markdown prometheus rdjson sarif tap text; do
  /usr/bin/time -f '%e %M' -o "$run/time" "$stet" report "$run/result.jsonl" --quiet \
    --report "$format=$run/out/report.$format"
  read -r seconds memory <"$run/time"
  size=$(du -ck "$run/out"/report* | tail -1 | cut -f1)
  printf '%-12s %8s %8s %10s\n' "$format" "$seconds" "$((memory / 1024))" "$((size / 1024))"
  rm -rf "$run/out"
done
