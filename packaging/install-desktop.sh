#!/bin/sh
# Puts PaperDesk into the desktop's menu, for this user; `--remove` takes it out.
# What it starts is the frozen build where there is one, else this checkout.
set -eu
project=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
data=${XDG_DATA_HOME:-${HOME:?}/.local/share}
entry=$data/applications/paperdesk.desktop
icon=$data/icons/hicolor/scalable/apps/paperdesk.svg
metainfo=$data/metainfo/org.paperdesk.PaperDesk.metainfo.xml

# The desktop takes up changes by itself; where this tool is, links work at once.
refresh() {
    update-desktop-database -q "$data/applications" 2>/dev/null || :
}

if [ "${1-}" = --remove ]; then
    rm -f "$entry" "$icon" "$metainfo"
    refresh
    exit 0
fi

program=$project/dist/paperdesk/paperdesk
[ -x "$program" ] || program=$project/packaging/run.sh

# https://specifications.freedesktop.org/desktop-entry-spec/latest/: the path of
# Exec is quoted; backslashes are escaped twice, once more as all strings are.
plain=$(printf '%s' "$program" | sed 's/\\/\\\\/g')
quoted=\"$(printf '%s' "$program" | sed 's/[\\"`$]/\\&/g; s/%/%%/g; s/\\/\\\\/g')\"

# Text for the right side of sed's s|||.
literal() {
    printf '%s' "$1" | sed 's/[\\&|]/\\&/g'
}

mkdir -p "$(dirname "$entry")" "$(dirname "$icon")" "$(dirname "$metainfo")"
cp "$project/resources/icons/paperdesk.svg" "$icon"
cp "$project/packaging/desktop/paperdesk.metainfo.xml" "$metainfo"
sed "s|@EXEC@|$(literal "$quoted")|; s|@PROGRAM@|$(literal "$plain")|" \
    "$project/packaging/desktop/paperdesk.desktop" >"$entry.new"
mv "$entry.new" "$entry"
refresh
echo "PaperDesk is in your menu; it starts $program" >&2
