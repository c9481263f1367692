#!/usr/bin/env bash
# Compares how fast pages are read for their facts with lxml, in one run: pages.sh [ROUNDS]   (20 by default)
# lxml is installed from PyPI when it is missing. Each is run three times, in turns.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-20} run=bench/run
mkdir -p "$run"
python=$run/venv/bin/python3
[ -x "$python" ] || python3 -m venv "$run/venv"
"$python" -c 'import lxml' 2> /dev/null || "$run/venv/bin/pip" install -q lxml==6.0.2
swift build -c release --product PageBench
[ -d "$run/pages" ] || python3 bench/rig.py pages "$run/pages"
mapfile -t files < <(find "$run/pages" -name '*.html' -size -400k | sort | head -50)
echo "${#files[@]} pages, $rounds rounds, $("$python" -c 'import lxml.etree as e; print("lxml", e.__version__, "libxml2", e.LIBXML_VERSION)')"
for _ in 1 2 3; do
  echo "stet  $(.build/release/PageBench "$rounds" "${files[@]}")"
  echo "lxml  $("$python" bench/pages.py "$rounds" "${files[@]}")"
done
