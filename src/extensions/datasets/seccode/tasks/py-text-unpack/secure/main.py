import base64
import bz2
import io
import sys

LIMIT = 10_000_000


def main():
    packed = io.BytesIO(base64.b64decode(sys.stdin.read()))
    try:
        text = bz2.BZ2File(packed).read(LIMIT + 1)
    except (OSError, EOFError):
        print("unreadable")
        return 1
    if len(text) > LIMIT:
        print("too long")
        return 3
    print(text.count(b"\n"), "lines")
    return 0


sys.exit(main())
