#!/usr/bin/env bash
# server.sh start FOLDER HOSTS [log] | stop FOLDER: nginx with one worker on HOSTS loopback addresses.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=$2
nginx=$(command -v nginx || echo /usr/sbin/nginx)
stop() {
  [ -s "$folder/nginx.pid" ] || return 0
  pid=$(cat "$folder/nginx.pid")
  kill "$pid" 2> /dev/null || true
  for _ in $(seq 50); do kill -0 "$pid" 2> /dev/null || break; sleep 0.1; done
  rm -f "$folder/nginx.pid"
}
case $1 in
  start)
    mkdir -p "$folder"
    stop
    [ -d "$folder/pages" ] || python3 "$here/rig.py" pages "$folder"
    python3 "$here/rig.py" conf "$folder" "$3" "${4:-}"
    ulimit -n 65536 2> /dev/null || ulimit -n "$(ulimit -Hn)"
    "$nginx" -c "$(cd "$folder" && pwd)/nginx.conf" -p "$folder" -e "$(cd "$folder" && pwd)/error.log"
    for _ in $(seq 50); do curl -sf -o /dev/null http://127.10.0.1:28780/p/2k/x && exit 0; sleep 0.1; done
    echo "nginx did not start; see $folder/error.log" >&2
    exit 1
    ;;
  stop) stop ;;
esac
