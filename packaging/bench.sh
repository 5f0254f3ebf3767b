#!/bin/sh
# Prints how fast PaperDesk is: every tests/bench/bench_*.py, or those that are
# named: `sh packaging/bench.sh reader search`. Let the machine be quiet.
set -eu
project=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
. "$project/packaging/setup.sh"

prepare check window screen
cd "$project"
failed=
for file in tests/bench/bench_*.py; do
    name=$(basename "$file" .py)
    name=${name#bench_}
    case " $* " in
        '  ' | *" $name "*) on_screen "$environment/bin/python" "$file" || failed="$failed $name" ;;
    esac
done
[ -z "$failed" ] || stop "not measured, or too slow:$failed"
