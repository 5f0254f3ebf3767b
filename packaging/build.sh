#!/bin/sh
# Freezes PaperDesk into dist/paperdesk, and lets it show that it works.
set -eu
project=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
. "$project/packaging/setup.sh"

prepare check window screen
prepare check build # which depends on the interpreter that was found
cd "$project"
say "building dist/paperdesk ..."
"$environment/bin/python" -m PyInstaller --noconfirm --log-level WARN \
    --distpath dist --workpath build packaging/paperdesk.spec >&2 || stop "the build failed."
on_screen "$environment/bin/python" packaging/smoke.py dist/paperdesk/paperdesk >&2 || stop "the build does not work."
say "done: dist/paperdesk/paperdesk ($(du -sh dist/paperdesk | cut -f 1))." \
    "'sh packaging/install-desktop.sh' puts it into your menu."
