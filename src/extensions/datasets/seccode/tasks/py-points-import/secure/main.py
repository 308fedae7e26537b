import base64
import io
import pickle
import sys


class PlainUnpickler(pickle.Unpickler):
    """Lists, dictionaries, text and numbers need no class."""

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"{module}.{name} is not expected")


def main():
    try:
        players = PlainUnpickler(io.BytesIO(base64.b64decode(sys.stdin.read()))).load()
        rows = [(-int(player["points"]), str(player["name"])) for player in players]
    except Exception:
        print("not a list of points")
        return 1
    for points, name in sorted(rows):
        print(name, -points)
    return 0


sys.exit(main())
