#!/bin/sh
# Puts the foreign readers that judge the reports into .build/venv (or STET_VENV), once.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
venv=${STET_VENV:-$root/.build/venv}
tools='check-jsonschema==0.39.0
cmarkgfm==2025.10.22
html5lib==1.1
junit2html==31.1.4
junitparser==5.0.3
prometheus-client==0.26.0
sarif-tools==3.0.5'

mkdir -p "$(dirname "$venv")"
# Tests run side by side: one sets up, the others wait.
exec 9>"$venv.lock"
flock 9
if [ "$(cat "$venv/tools" 2>/dev/null)" = "$tools" ]; then exit 0; fi
rm -rf "$venv"
python3 -m venv "$venv"
# shellcheck disable=SC2086
"$venv/bin/pip" install --quiet --disable-pip-version-check $tools
printf '%s\n' "$tools" >"$venv/tools"
