#!/bin/sh
# Runs every check, and ends with the test runner's own summary.
#
#     sh packaging/test.sh [--long] [--all-pythons] [PYTEST ARGUMENT]...
#
# --long adds the crash and corpus drills, and the other Pythons; --all-pythons
# only these. With arguments for pytest (paths count from the project's folder)
# just those tests run.
set -eu
project=$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")
. "$project/packaging/setup.sh"

speed='not long'
pythons=one
for argument; do
    shift
    case $argument in
        --long) speed='(long or not long)' pythons=all ;;
        --all-pythons) pythons=all ;;
        *) set -- "$@" "$argument" ;;
    esac
done

failed=
ran=no

check() {
    say "$1 ..."
    name=$1
    shift
    "$@" || {
        say "$name FAILED"
        failed="$failed [$name]"
    }
}

# No test at all is fine here and there, when one was asked for by name.
run_pytest() {
    status=0
    "$@" || status=$?
    case $status in
        0) ran=yes ;;
        5) ;;
        *) return 1 ;;
    esac
}

# Those that need a screen bring their own, so that all of them share the cores.
run_tests() {
    which=$1
    shift
    QT_QPA_PLATFORM=offscreen run_pytest "$environment/bin/python" -m pytest \
        -n auto --dist worksteal -m "$which" "$@"
}

other_pythons() {
    mine=$("$environment/bin/python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    for version in 3.11 3.12 3.13; do
        for base_python in "python$version" "${PYENV_ROOT:-$HOME/.pyenv}/versions/$version".*/bin/python3; do
            [ $version != "$mine" ] && find_python >/dev/null || continue
            suffix=-$version
            prepare check
            check "tests on Python $version" run_tests "$speed and not screen" "$@"
            break
        done
    done
    base_python= suffix=
    prepare check
}

cd "$project"
prepare check window screen
export LC_ALL=C.UTF-8
if [ $# -eq 0 ]; then
    check 'ruff check' "$environment/bin/python" -m ruff check
    check 'ruff format' "$environment/bin/python" -m ruff format --check
    check 'mypy' "$environment/bin/python" -m mypy
    check 'import contracts' "$environment/bin/python" -c \
        'from importlinter.cli import lint_imports_command; lint_imports_command()' --no-logo
fi
[ $pythons = one ] || other_pythons "$@"
[ -z "$failed" ] || say "so far this failed:$failed"
run_tests "$speed" "$@" || failed=tests
[ -z "$failed" ] || exit 1
[ $ran = yes ] || exit 5
