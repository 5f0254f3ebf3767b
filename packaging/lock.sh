#!/bin/sh
# Writes the two lock files from pyproject.toml; needs uv. Pins stay as they are
# where they can; `--upgrade` renews all, `--upgrade-package NAME` one.
set -eu
cd "$(dirname -- "$(dirname -- "$(readlink -f -- "$0")")")"
export UV_CUSTOM_COMPILE_COMMAND='sh packaging/lock.sh'

compile() {
    uv pip compile --quiet --universal --python-version 3.11 --only-binary :all: \
        --generate-hashes --no-annotate --no-emit-index-url "$@" pyproject.toml
}

compile "$@" -o packaging/requirements.txt
compile "$@" -c packaging/requirements.txt --group test --group build -o packaging/requirements-dev.txt
