"""The few operations on single files that changes are made of. All of them are wholly done or not at all, but for
writing a temporary file. None follows a link.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import os
import stat
from contextlib import suppress
from functools import cache

from refertext.text import MOST_BYTES

ABSENT = ""
"""What stands for the content of a file that is not there."""
SOMETHING_ELSE = "?"
"""What stands for the content of what is no plain file, or larger than anything we write."""

_READING = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_WRITING = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_NO_LINKS = frozenset({errno.EPERM, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EMLINK})
_NO_EXCHANGE = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP})
_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE in Linux


def content(path: str, most: int = MOST_BYTES) -> bytes | None:
    """The bytes of a plain file; None where there is nothing. ValueError for anything else, and for larger files."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            raise ValueError(path)
        descriptor = os.open(path, _READING)
    except FileNotFoundError:
        return None
    with open(descriptor, "rb") as stream:
        data = stream.read(most + 1)
    if len(data) > most:
        raise ValueError(path)
    return data


def print_of(data: bytes | None) -> str:
    """A short text that stands for a content: different contents have different ones."""
    return ABSENT if data is None else hashlib.sha256(data).hexdigest()


def look(path: str) -> str:
    """What `print_of` says of the content of a file now."""
    try:
        return print_of(content(path))
    except ValueError:
        return SOMETHING_ELSE


def write_new(path: str, data: bytes, mode: int = 0o666, like: os.stat_result | None = None) -> None:
    """Writes a file that must not exist, on disk when this returns. `like` is the file whose permissions and, where
    the system allows it, owner it gets. What went wrong half-way is removed, if the system still can.
    """
    descriptor = os.open(path, _WRITING, 0o600 if like else mode)
    try:
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(descriptor, left) :]
            if like:
                _take_after(descriptor, like)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except BaseException:
        drop(path)
        raise


def sync_folder(path: str) -> None:
    """Sees to it that the names in a folder are on disk. Windows cannot, and does without."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network disks cannot either
            raise
    finally:
        os.close(descriptor)


def drop(path: str) -> None:
    """Removes one of our own files, if the system can; what stays is removed by the next command."""
    with suppress(OSError):
        os.unlink(path)


def put(temporary: str, target: str) -> bool:
    """Gives a file its second name, which must be free; whether it was. Where files cannot have two names, the first
    is given up, and whether the name is free is looked at just before.
    """
    try:
        os.link(temporary, target)
    except FileExistsError:
        return False
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(target):
            return False
        os.rename(temporary, target)
    return True


def swap_in(temporary: str, target: str, expected: str) -> bool:
    """Puts a temporary file in the place of one with the expected content; whether it was that.

    Where the system can exchange two files, what was in the place has the temporary name afterwards: nothing is lost,
    even if somebody saved between looking and exchanging. Else that last moment remains.
    """
    if look(target) != expected:
        return False
    ours = look(temporary)
    try:
        if not exchange(temporary, target):
            os.replace(temporary, target)
            return True
    except FileNotFoundError:  # somebody has just removed it
        return False
    if look(temporary) == expected:
        return True
    exchange(temporary, target)
    if look(temporary) != ours:  # and somebody saved once more: the newest save belongs in the place
        exchange(temporary, target)
    return False


def take_away(target: str, temporary: str, expected: str) -> bool:
    """Moves a file with the expected content to a temporary name; whether it was that. Else it stays in its place."""
    if look(target) != expected:
        return False
    with suppress(FileNotFoundError):
        os.unlink(temporary)  # it may be a second name of the same file; renaming would do nothing then
    try:
        os.rename(target, temporary)
    except FileNotFoundError:
        return False
    if look(temporary) == expected:
        return True
    if put(temporary, target):
        drop(temporary)
    return False


def exchange(one: str, other: str) -> bool:
    """Exchanges two files in one moment; False, and nothing done, where the system cannot."""
    rename = _renameat2()
    if rename is None:
        return False
    if rename(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _NO_EXCHANGE:
        return False
    raise OSError(number, os.strerror(number), other)


@cache
def _renameat2() -> ctypes._NamedFuncPointer | None:
    try:
        function = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):  # another system, or an old one
        return None
    function.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]
    return function


def _take_after(descriptor: int, like: os.stat_result) -> None:
    own = os.fstat(descriptor)
    if hasattr(os, "fchown") and (own.st_uid, own.st_gid) != (like.st_uid, like.st_gid):
        with suppress(PermissionError):
            os.fchown(descriptor, like.st_uid, like.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, stat.S_IMODE(like.st_mode))
