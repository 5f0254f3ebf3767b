# What every script here starts with: system packages, the isolated environment
# from the lock file, the demo's papers. To be sourced with $project set.
#
#     prepare SET GROUP...   SET: run or check, a lock file; GROUP: window, screen, build
#
# leaves $environment/bin/python ready to use, or says why not and exits with 1.
# All that it says goes to stderr: stdout belongs to the program.
# shellcheck shell=sh disable=SC2154

base_python= # an interpreter to build on, instead of the first that fits
suffix=      # what tells its environment from the usual one

say() {
    printf 'paperdesk: %s\n' "$*" >&2
}

stop() {
    say "$@"
    exit 1
}

prepare() {
    set_name=$1
    shift
    groups=$*
    choose_environment
    if ! is_ready || [ -n "$(missing_packages)" ]; then
        # One set-up at a time; whoever waited finds it done. The lock is on this
        # very file, so that none is left behind, and dies with its holder.
        (flock 9 || :; set_up) 9<"$project/packaging/setup.sh" || exit 1
        choose_environment
    fi
    use_environment
}

set_up() {
    packages=$(missing_packages)
    # shellcheck disable=SC2086 # a list of words
    [ -z "$packages" ] || install_packages $packages
    choose_environment
    is_ready || build_environment
}

# --- system packages ---------------------------------------------------------

# What Qt loads, by file and by Debian package. Fonts come with libfontconfig1.
window_libraries='libglib-2.0.so.0 libglib2.0-0
libEGL.so.1 libegl1
libGL.so.1 libgl1
libX11.so.6 libx11-6
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libxkbcommon.so.0 libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-shape.so.0 libxcb-shape0
libxcb-xkb.so.1 libxcb-xkb1'

# What tests of the real window use, by command and by Debian package.
screen_commands='Xvfb xvfb
xauth xauth
xdotool xdotool
openbox openbox
import imagemagick'

# What the frozen build uses.
build_commands='objdump binutils'

# Prints the Debian packages that lack for $set_name and $groups, in one line.
missing_packages() {
    {
        is_ready || find_python >/dev/null || echo python3-venv
        for group in $groups; do
            case $group in
                window) missing_libraries ;;
                screen) missing_commands "$screen_commands" ;;
                build) missing_commands "$build_commands" && missing_interpreter ;;
            esac
        done
    } | xargs
}

missing_libraries() {
    # Where there is no list of libraries, Qt itself will say what it lacks.
    known=$(PATH=$PATH:/usr/sbin:/sbin ldconfig -p 2>/dev/null) || return 0
    echo "$window_libraries" | while read -r library package; do
        case $known in
            *"	$library ("*) ;;
            *) echo "$package" ;;
        esac
    done
}

missing_commands() {
    echo "$1" | while read -r command package; do
        command -v "$command" >/dev/null || echo "$package"
    done
}

# The frozen build takes the interpreter along as a library, which Debian packs apart.
missing_interpreter() {
    interpreter=$(readlink -f "$environment/bin/python")
    case $interpreter in
        /usr/bin/python3.*) ;;
        *) return ;;
    esac
    package=lib${interpreter#/usr/bin/}
    [ -n "$(find /usr/lib -name "$package.so.1*" -print -quit)" ] || echo "$package"
}

install_packages() {
    command -v apt-get >/dev/null || stop "this needs what Debian calls: $*. Install it and start again."
    if [ "$(id -u)" = 0 ]; then
        say "installing system packages: $*"
        apt_install env "$@"
    elif command -v sudo >/dev/null; then
        say "system packages are missing. With sudo, which may ask for your password, this will run:"
        say "    sudo $(install_command "$@")"
        apt_install sudo "$@"
    else
        say "system packages are missing. Let an administrator run this, then start again:"
        stop "    apt-get update && $(install_command "$@")"
    fi
}

install_command() {
    echo "apt-get install --no-install-recommends --yes $*"
}

# The lists of packages may be old, or not there at all: then they are fetched.
apt_install() {
    as=$1
    shift
    try_install "$@" || {
        "$as" apt-get -q update </dev/null >&2 && try_install "$@"
    } || stop "that did not work. Let an administrator run: apt-get update && $(install_command "$@")"
}

try_install() {
    # shellcheck disable=SC2046 # the command is words
    "$as" DEBIAN_FRONTEND=noninteractive $(install_command "$@") -q -o DPkg::Lock::Timeout=300 </dev/null >&2
}

# --- the environment ---------------------------------------------------------

# Prints the interpreter to build on: the system's own, if it is one of ours.
find_python() {
    for name in ${base_python:-python3 python3.13 python3.12 python3.11}; do
        "$name" -c '
import ensurepip, os, sys, venv
if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    sys.exit(1)
print(os.path.realpath(sys.executable))' 2>/dev/null && return
    done
    return 1
}

# The project's own folder, or the user's cache where that cannot be written.
choose_environment() {
    case $set_name in
        run) lock=$project/packaging/requirements.txt ;;
        check) lock=$project/packaging/requirements-dev.txt ;;
    esac
    environment=$project/.venv$suffix
    is_ready || { [ -w "$project" ] && { [ ! -e "$environment" ] || [ -w "$environment" ]; }; } || {
        number=$(printf '%s' "$project" | cksum | cut -d ' ' -f 1)
        environment=${XDG_CACHE_HOME:-${HOME:?}/.cache}/paperdesk/venv-$number$suffix
    }
}

# Whether the environment holds just what the lock file and the demo ask for.
# The marks are copies of what it was made from, written last: an interrupted
# set-up has none.
is_ready() {
    is_installed "$set_name" "$lock" && points_here && has_demo
}

is_installed() {
    [ -x "$environment/bin/python" ] && cmp -s "$2" "$environment/installed-$1"
}

points_here() {
    [ "$(cat "$environment"/lib/python3*/site-packages/paperdesk.pth 2>/dev/null)" = "$project" ]
}

has_demo() {
    demo_sources | cmp -s - "$environment/demo-made-by"
}

# What the demo is made from, and which files there are of it.
demo_sources() {
    cat "$project"/packaging/*demo*.py "$project"/resources/demo/*.json "$project"/resources/demo/*.md
    LC_ALL=C ls "$project/resources/demo"
}

build_environment() {
    is_installed "$set_name" "$lock" || install_libraries
    use_environment
    # The environment sees the checkout itself: no install, nothing to fetch.
    echo "$project" >"$(echo "$environment"/lib/python3*/site-packages)/paperdesk.pth"
    compile "$project/paperdesk"
    make_demo
}

# Into the project's folder; where that cannot be written, it has one or does without.
make_demo() {
    [ ! -w "$project" ] || run_script "$project/packaging/make_demo.py" >&2 ||
        stop "the papers of the demo could not be made."
    demo_sources >"$environment/demo-made-by"
}

install_libraries() {
    say "setting up in $environment; this happens once and takes a minute or two."
    # The check set holds the run set, so it may be added to it; anything else
    # that is there is old or half done.
    is_installed run "$project/packaging/requirements.txt" || {
        rm -rf "$environment"
        python=$(find_python) || stop "this needs Python 3.11, 3.12 or 3.13 with its venv module. Install one and start again."
        mkdir -p "$environment"
        "$python" -m venv "$environment" >&2 || stop "no environment could be made in $environment."
    }
    quiet=--quiet
    [ -t 2 ] && quiet=
    # shellcheck disable=SC2086 # one word or none
    PIP_USER=0 "$environment/bin/python" -m pip install $quiet --disable-pip-version-check --no-input \
        --require-hashes --no-deps --only-binary :all: --no-compile -r "$lock" </dev/null >&2 ||
        stop "the libraries could not be installed; what pip says above tells why. Start again to retry."
    use_environment
    compile "$environment/lib"
    cp "$lock" "$environment/installed-$set_name"
    cp "$project/packaging/requirements.txt" "$environment/installed-run"
}

# On all cores; on one where a sandbox forbids that. What does not compile
# (libraries carry a few such templates) is found out by whoever imports it.
compile() {
    "$environment/bin/python" -m compileall -q -j 0 "$1" >/dev/null 2>&1 ||
        "$environment/bin/python" -m compileall -q "$1" >/dev/null 2>&1 || :
}

# Nothing from outside may be imported in place of what the lock file names.
use_environment() {
    unset PYTHONHOME PYTHONPATH
    export PYTHONSAFEPATH=1
    case $environment in
        "$project"/*) ;;
        *) export PYTHONPYCACHEPREFIX="$environment/bytecode" ;;
    esac
}

# Runs a script that finds its neighbours beside it.
run_script() {
    PYTHONSAFEPATH='' "$environment/bin/python" "$@"
}

# Runs a command before a screen of its own, with a window manager on it.
on_screen() {
    # shellcheck disable=SC2016 # for the inner shell
    QT_QPA_PLATFORM=xcb xvfb-run -a -s '-screen 0 1440x900x24' sh -c '
        openbox >/dev/null 2>&1 &
        status=0
        "$@" || status=$?
        kill $!
        exit $status' sh "$@"
}
