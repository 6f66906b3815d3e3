#!/bin/sh
# Put the program that lies beside this file into the desktop's menu, for this user only.
# Run it again after the folder was moved; with --remove it takes the entry away.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
menu=${XDG_DATA_HOME:-$HOME/.local/share}/applications
entry=$menu/hkreader.desktop
if [ "${1:-}" = --remove ]; then
    rm -f "$entry"
    echo "removed $entry"
    exit 0
fi
mkdir -p "$menu"
# In Exec a quoted path writes \ " ` $ behind a backslash, each backslash doubled once more; % is doubled.
program=$(printf '%s' "$here/hkreader" | sed -e 's/[\\"`$]/\\\\&/g' -e 's/%/%%/g')
{
    grep -v -e '^Exec=' -e '^Icon=' "$here/hkreader.desktop"
    printf 'Exec="%s" %%F\n' "$program"
    printf 'Icon=%s\n' "$here/_internal/resources/icons/hkreader.png"
} >"$entry"
update-desktop-database "$menu" 2>/dev/null || true
echo "installed $entry"
