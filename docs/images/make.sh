#!/usr/bin/env bash
# Makes the pictures of the README from the demo's newest week: make.sh [folder of pages]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
home=$here/../..
largest=300000

fail() {
    printf 'make.sh: %s\n' "$1" >&2
    exit 1
}

browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
[ -n "$browser" ] || fail "no Chromium found (Debian: apt install chromium)"

newest() {
    find "$home/work/demo/published" -mindepth 1 -maxdepth 1 -type d -name '????-W??' 2>/dev/null | sort | tail -n 1
}

if [ $# -eq 0 ]; then
    [ -n "$(newest)" ] || (cd "$home" && ./vigie demo)
    pages=$(newest)/pages
else
    pages=$1
fi
pages=$(cd "$pages" && pwd -P)

# The first residence that the page of the week names has an alert, if any has.
site=$(grep -o 'site/[A-Za-z0-9_-]*\.html' "$pages/index.html" | head -n 1)
list=$(grep -c 'class="l-stop"' "$pages"/liste/*.html | sort -t : -k 2 -n -r | head -n 1 | cut -d : -f 1)

profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
options=(--headless --disable-gpu --no-first-run --disable-background-networking --disable-component-update
    --disable-sync --hide-scrollbars --user-data-dir="$profile")
[ "$(id -u)" -ne 0 ] || options+=(--no-sandbox)

picture() {
    local page=$1 name=$2 height=$3
    "$browser" "${options[@]}" --window-size=1280,"$height" --screenshot="$here/$name.png" "file://$page" 2>/dev/null
    [ "$(wc -c <"$here/$name.png")" -le "$largest" ] || fail "$name.png is larger than $largest bytes"
    printf '%s.png\n' "$name"
}

picture "$pages/index.html" week 1300
picture "$pages/$site" site 1500
picture "$list" list 1200
picture "$pages/quartiers.html" areas 1300
