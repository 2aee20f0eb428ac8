#!/bin/sh
# Sees to it that there is a Chromium for the browser tests, where this can be done without asking.
# Always exits 0: without a browser those tests skip and say so.
set -u

find_browser() {
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
        [ -n "$name" ] && command -v "$name" && return 0
    done
    return 1
}

give_up() {
    echo "No Chromium: $1. The browser tests are skipped." >&2
    exit 0
}

find_browser >/dev/null && exit 0
[ -z "${NO_BROWSER_INSTALL:-}" ] || give_up "NO_BROWSER_INSTALL is set"
command -v apt-get >/dev/null && command -v timeout >/dev/null || give_up "install one by hand"
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif sudo -n true 2>/dev/null; then
    as_root="sudo -n"
else
    give_up "installing one needs root (apt-get install chromium)"
fi

echo "Installing Chromium for the browser tests (once) ..." >&2
apt() { # seconds, apt-get arguments
    seconds=$1
    shift
    $as_root timeout --kill-after=10 "$seconds" env DEBIAN_FRONTEND=noninteractive \
        apt-get --quiet --quiet --yes \
        -o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o DPkg::Lock::Timeout=60 \
        "$@" </dev/null >/dev/null 2>&1
}
apt 120 update
apt 420 install --no-install-recommends chromium
find_browser >/dev/null || give_up "apt-get could not install it"
