#!/bin/sh
# Prints how fast PaperDesk is: every tests/bench/bench_*.py, or those that are
# named: `sh packaging/bench.sh reader search`. Let the machine be quiet.
set -eu
project=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
. "$project/packaging/setup.sh"

# They share what is beside them, so they are started as parts of the project.
bench() {
    on_screen env PYTHONSAFEPATH= "$environment/bin/python" -m "tests.bench.bench_$1"
}

prepare check window screen
cd "$project"
failed=
for file in tests/bench/bench_*.py; do
    name=$(basename "$file" .py)
    name=${name#bench_}
    case " $* " in
        '  ' | *" $name "*) bench "$name" || failed="$failed $name" ;;
    esac
done
[ -z "$failed" ] || stop "not measured, or too slow:$failed"
