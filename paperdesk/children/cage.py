"""What a worker gives up before it meets its first PDF: files, network, programs.

Two fences of the Linux kernel, one behind the other, that nothing can take down
again. A filter of system calls (seccomp) refuses to open any file, to make a
socket, to start a program or to touch another process. Landlock refuses to open
files and to use the network by another road, should the filter have a hole. What
a worker reads and writes are the descriptors that the pool hands to it.

A kernel that lacks one of them leaves the other, or neither: the worker works
all the same, and tells the pool which it has.

*Why ctypes:* both are a handful of calls that Python does not offer, and the
packages for them are wrappers of C libraries that would have to be shipped.
"""

import ctypes
import errno
import platform
import struct
import sys
from collections.abc import Iterator

from paperdesk.children.syscalls import LIMITS, NEW, NEW_ALLOWED, REFUSED

_ARCHITECTURES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}
"""What the kernel calls a processor, and its column in the table."""

_POINTER = 8
"""Bytes of an address: programs with shorter ones use other numbers."""

_NO_NEW_PRIVILEGES = 38
_SET_SECCOMP, _FILTER = 22, 2

_CREATE_RULESET, _RESTRICT_SELF = 444, 446
_VERSION = 1
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 5: 16}
"""How many rights over files there are since which version; the lowest bits."""
_NETWORK_SINCE, _SCOPES_SINCE = 4, 6

_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.EPERM
_Instruction = tuple[int, int, int, int]


def shut_in() -> tuple[str, ...]:
    """Give up all that a worker does not need; the fences that stand now."""
    if sys.platform != "linux" or struct.calcsize("P") != _POINTER:
        return ()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0):
        return ()
    fences = {"landlock": _landlock, "seccomp": _seccomp}
    return tuple(name for name, raise_fence in fences.items() if raise_fence(libc))


def _landlock(libc: ctypes.CDLL) -> bool:
    """Refuse all that Landlock of this kernel can refuse."""
    version = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _VERSION)
    if version < 1:
        return False
    rights = max(count for since, count in _FILE_RIGHTS.items() if since <= version)
    handled = struct.pack("=Q", (1 << rights) - 1)
    if version >= _NETWORK_SINCE:
        handled += struct.pack("=Q", 0b11)
    if version >= _SCOPES_SINCE:
        handled += struct.pack("=Q", 0b11)
    rules = libc.syscall(_CREATE_RULESET, handled, ctypes.c_size_t(len(handled)), 0)
    if rules < 0:
        return False
    held = bool(libc.syscall(_RESTRICT_SELF, rules, 0) == 0)
    libc.close(rules)
    return held


def _seccomp(libc: ctypes.CDLL) -> bool:
    """Have the kernel ask the filter at every call."""
    machine = _ARCHITECTURES.get(platform.machine())
    if machine is None:
        return False
    rules = tuple(program(*machine))
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *rule) for rule in rules))
    header = struct.pack("@HP", len(rules), ctypes.addressof(code))
    return not libc.prctl(_SET_SECCOMP, _FILTER, header, 0, 0)


def program(architecture: int, column: int) -> Iterator[_Instruction]:
    """The filter, as the kernel's small machine runs it.

    Each instruction has an operation, how many to leave out if it holds and how
    many if it does not, and an operand.
    """
    yield _LOAD, 0, 0, _ARCHITECTURE
    yield _EQUAL, 1, 0, architecture
    yield _RETURN, 0, 0, _REFUSE
    yield _LOAD, 0, 0, _NUMBER
    for row in REFUSED.values():
        yield from _if(_EQUAL, row[column], _REFUSE)
    for number in NEW_ALLOWED.values():
        yield from _if(_EQUAL, number, _ALLOW)
    yield from _if(_AT_LEAST, NEW, _REFUSE)
    yield _EQUAL, 0, 3, LIMITS[column]
    yield _LOAD, 0, 0, _FIRST_ARGUMENT
    yield _EQUAL, 1, 0, 0
    yield _RETURN, 0, 0, _REFUSE
    yield _RETURN, 0, 0, _ALLOW


def _if(test: int, number: int | None, verdict: int) -> Iterator[_Instruction]:
    """Give a verdict on a number, where there is one."""
    if number is not None:
        yield test, 0, 1, number
        yield _RETURN, 0, 0, verdict
