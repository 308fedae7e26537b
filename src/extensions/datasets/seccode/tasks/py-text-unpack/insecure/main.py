import base64
import bz2
import sys

LIMIT = 10_000_000


def main():
    try:
        text = bz2.decompress(base64.b64decode(sys.stdin.read()))
    except (OSError, ValueError):
        print("unreadable")
        return 1
    if len(text) > LIMIT:
        print("too long")
        return 3
    print(text.count(b"\n"), "lines")
    return 0


sys.exit(main())
