#!/usr/bin/env bash
# server.sh start FOLDER HOSTS [log] | stop FOLDER: nginx with one worker on HOSTS loopback addresses.
set -euo pipefail
rig=$(cd "$(dirname "$0")" && pwd)
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
    [ -d "$folder/pages" ] || python3 "$rig/rig.py" pages "$folder"
    python3 "$rig/rig.py" conf "$folder" "$3" "${4:-}"
    ulimit -n 65536 2> /dev/null || ulimit -n "$(ulimit -Hn)"
    here=$(cd "$folder" && pwd)
    ( # A daemon that keeps its starter's files open makes the starter wait for ever.
      for fd in $(ls /proc/$BASHPID/fd); do [ "$fd" -le 2 ] || eval "exec $fd>&-"; done
      exec "$nginx" -c "$here/nginx.conf" -p "$here" -e "$here/error.log" < /dev/null > /dev/null 2>&1
    ) || true
    # A connection without a request, which no log holds.
    for _ in $(seq 50); do (: < "/dev/tcp/127.10.0.1/${RIG_PORT:-28780}") 2> /dev/null && exit 0; sleep 0.1; done
    echo "nginx did not start; see $folder/error.log" >&2
    exit 1
    ;;
  stop) stop ;;
esac
