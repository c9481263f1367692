#!/usr/bin/env bash
# Prints peak memory and time of stet as a table: memory.sh [FOLDER]   (bench/run by default)
# Offline at 10 000 and 100 000 records; online at 10 000, 50 000 and 100 000 targets, then again from the store.
# STET and HOSTS may be set; everything stays on loopback.
set -euo pipefail
cd "$(dirname "$0")/.."
stet=${STET:-.build/release/stet} hosts=${HOSTS:-500} run=${1:-bench/run}
mkdir -p "$run"
links=(--only 'links/*' --allow-address 127.0.0.0/8 --rate off --quiet --fail-on error)

row() { # LABEL COMMAND...
  local label=$1 status=0
  shift
  /usr/bin/time -q -f '%M %e %U %S' -o "$run/time" "$@" > /dev/null || status=$?
  [ "$status" -le 1 ] || { echo "$label: exit $status" >&2; exit 1; }
  awk -v label="$label" '{ printf "| %s | %.0f | %.2f | %.2f |\n", label, $1 / 1024, $2, $3 + $4 }' "$run/time"
}

printf '| %s, %s cores | peak MiB | wall s | CPU s |\n|---|--:|--:|--:|\n' "$("$stet" --version | head -1)" "$(nproc)"
for count in 10000 100000; do
  [ -s "$run/c$count/records.jsonl" ] || python3 bench/rig.py corpus "$run/c$count" "$count"
  row "offline, $count records" "$stet" check "$run/c$count/records.jsonl" --offline --quiet
done
ulimit -n 65536 2> /dev/null || ulimit -n "$(ulimit -Hn)"
bench/server.sh start "$run/server" "$hosts"
trap 'bench/server.sh stop "$run/server"' EXIT
for count in 10000 50000 100000; do
  records=$run/t$count/records.jsonl store=$run/t$count/links.sqlite
  [ -s "$records" ] || python3 bench/rig.py targets "$run/t$count" "$count" "$hosts"
  rm -f "$store"*
  row "online, $count targets" "$stet" check "$records" "${links[@]}" --no-store
  row "the same, with a new store" "$stet" check "$records" "${links[@]}" --store "$store"
  row "again, from the store" "$stet" check "$records" "${links[@]}" --store "$store"
done
