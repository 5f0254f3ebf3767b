#!/bin/sh
# Opens PaperDesk, or runs one of its verbs; sets up what that takes, once.
#
#     sh packaging/run.sh [--demo] [FILE | paperdesk://LINK]...
#     sh packaging/run.sh VERB [ARGUMENT]...
set -eu
project=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
. "$project/packaging/setup.sh"

# As paperdesk/app/main.py decides; a bare word is taken for a verb.
wants_window() {
    case ${1-} in
        '' | --demo | paperdesk:* | file:*) return 0 ;;
        *[!a-z]*) [ -e "$1" ] ;;
        *) return 1 ;;
    esac
}

if wants_window "$@"; then
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ] || stop \
        "there is no display to open a window on. Log in to a desktop, or put 'xvfb-run' before the command" \
        "(Debian: apt-get install xvfb xauth); the verbs ('sh packaging/run.sh --help' lists them) need no display."
    prepare run window
else
    prepare run
fi
exec "$environment/bin/python" -m paperdesk "$@"
