#!/usr/bin/env bash
# Installs what a build needs (no argument), and what the tests or the demo need (`test`, `demo`), where it is missing.
set -euo pipefail

missing=()
for pair in libcrypto:libssl-dev libcurl:libcurl4-openssl-dev libidn2:libidn2-dev libxml-2.0:libxml2-dev \
  md4c:libmd4c-dev re2:libre2-dev sqlite3:libsqlite3-dev zlib:zlib1g-dev; do
  if ! command -v pkg-config > /dev/null || ! pkg-config --exists "${pair%%:*}"; then missing+=("${pair##*:}"); fi
done
command -v pkg-config > /dev/null || missing+=(pkg-config)

need() { # need PROGRAM PACKAGE
  command -v "$1" > /dev/null || [ -x "/usr/sbin/$1" ] || missing+=("$2")
}
case ${1:-build} in
  build) ;;
  demo) need python3 python3; need openssl openssl ;;
  test)
    need python3 python3; need openssl openssl; need nginx nginx-light; need xmllint libxml2-utils; need unshare util-linux
    need ip iproute2
    python3 -c 'import venv, ensurepip' 2> /dev/null || missing+=(python3-venv)
    ;;
  *) echo "usage: scripts/setup.sh [build|demo|test]" >&2; exit 2 ;;
esac

[ ${#missing[@]} -eq 0 ] && exit 0
if ! command -v apt-get > /dev/null; then
  echo "Missing: ${missing[*]}. Install the like of these Debian packages and try again." >&2
  exit 1
fi
sudo=$([ "$(id -u)" = 0 ] || echo sudo)
echo "Installing ${missing[*]}"
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -qq
$sudo apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
