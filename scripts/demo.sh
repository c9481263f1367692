#!/usr/bin/env bash
# demo.sh STET: serves the demo site on loopback and checks examples/records against it.
set -euo pipefail
cd "$(dirname "$0")/.."
stet=$1
port=${DEMO_PORT:-8443}
plain=$((port + 1))
folder=.build/demo
scripts/demo-certificate.sh "$folder"
mkdir -p demo-out

python3 examples/serve.py "$port" "$plain" "$folder/site.pem" "$folder/site.key" > "$folder/ready" 2> "$folder/log" &
server=$!
# SIGKILL: whoever starts this may have SIGTERM blocked, and children have it blocked then too.
trap 'kill -KILL $server 2> /dev/null || true' EXIT
for _ in $(seq 100); do
  [ -s "$folder/ready" ] && break
  kill -0 $server 2> /dev/null || { echo "The demo site did not start; is port $port or $plain in use? Try DEMO_PORT=9443 make demo." >&2; exit 1; }
  sleep 0.1
done

command=("$stet" check examples/records examples/pages --no-store --connect-to "gazette.test:443:127.0.0.1:$port"
  --connect-to "archive.test:443:127.0.0.1:$port" --connect-to "gazette.test:80:127.0.0.1:$plain"
  --allow-address "127.0.0.1:$port" --allow-address "127.0.0.1:$plain" --ca-file "$folder/ca.pem"
  --sitemap https://gazette.test/sitemap.xml
  --report text --report junit=demo-out/stet.xml --report jsonl=demo-out/stet.jsonl)
printf '$ %s\n\n' "${command[*]}"
status=0
"${command[@]}" || status=$?
printf '\nExit status %s. The JUnit file is demo-out/stet.xml, the native report demo-out/stet.jsonl.\n' "$status"
[ "$status" -le 1 ]
