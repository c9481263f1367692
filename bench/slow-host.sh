#!/usr/bin/env bash
# When 500 fast links are answered that stand behind 400 one-second links of one host: slow-host.sh
# Default manners; everything stays on loopback. STET, MAX_TIME and RIG_PORT may be set; lychee is run too where it is.
set -euo pipefail
cd "$(dirname "$0")/.."
stet=${STET:-.build/release/stet} seconds=${MAX_TIME:-10} port=${RIG_PORT:-28790} run=bench/run/slow-host
lychee=${LYCHEE:-bench/run/venv/bin/lychee}
mkdir -p "$run"
ulimit -n 65536 2> /dev/null || ulimit -n "$(ulimit -Hn)"
python3 bench/slow_host.py records "$run/records.jsonl" "$port"

measure() { # LABEL COMMAND...
  local label=$1 status=0
  shift
  python3 bench/slow_host.py serve "$port" "$run/log" &
  local server=$!
  trap 'kill $server' EXIT
  for _ in $(seq 50); do python3 -c "import socket; socket.create_connection(('127.0.0.1', $port))" 2> /dev/null && break; sleep 0.1; done
  "$@" > "$run/out" 2>&1 || status=$?
  kill "$server"
  wait "$server" 2> /dev/null || true
  trap - EXIT
  printf '\n%s, exit %s\n\n' "$label" "$status"
  python3 bench/slow_host.py table "$run/log"
}

measure "$("$stet" --version | head -1), default manners, stopped after $seconds s" \
  "$stet" check "$run/records.jsonl" --only 'links/*' --allow-address "127.0.0.0/8:$port" --max-time "${seconds}s" --no-store --quiet
if [ -x "$lychee" ]; then
  jq -r .body_md "$run/records.jsonl" > "$run/body.md"
  measure "$("$lychee" --version), default manners" "$lychee" --no-progress -q "$run/body.md"
fi
