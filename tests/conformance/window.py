"""Talks with a program in a window: waits for each text, and types the line that comes after it. Codes of the window are left out.
Usage: window.py [TEXT LINE]... -- PROGRAM...; ends with what the program ends with, or with 99 where a text does not come."""

import os
import pty
import re
import select
import sys
import time

CODES = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]|\x1b\][^\x07]*\x07|\x1b[=>]")
SECONDS = 120


def main() -> int:
    here = sys.argv.index("--")
    talk, program = sys.argv[1:here], sys.argv[here + 1 :]
    child, window = pty.fork()
    if child == 0:
        os.execvp(program[0], program)
    turns = list(zip(talk[::2], talk[1::2], strict=True))
    seen, at, until = b"", 0, time.monotonic() + SECONDS
    while time.monotonic() < until:
        ready, _, _ = select.select([window], [], [], 0.5)
        if ready:
            try:
                more = os.read(window, 65536)
            except OSError:
                more = b""
            if not more:
                break
            seen += more
        plain = flat(seen)
        if turns and (found := plain.find(flat(turns[0][0].encode()), at)) >= 0:
            at = found + 1
            time.sleep(0.5)
            os.write(window, turns.pop(0)[1].encode() + b"\r")
            until = time.monotonic() + SECONDS
    print(CODES.sub(b"", seen).decode(errors="replace"))
    if turns:
        os.kill(child, 9)
        print(f"this did not come: {turns[0][0]}")
        return 99
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status)


def flat(text: bytes) -> bytes:
    """Without codes and spaces: a window breaks lines and moves the cursor where a space would be."""
    return b"".join(CODES.sub(b"", text).split())


sys.exit(main())
