import os
import sys

NOTES = "notes"


def path_of(name):
    path = os.path.join(NOTES, name)
    if not os.path.isfile(path):
        return None
    return path


def main():
    path = path_of(sys.argv[1])
    if path is None:
        print("no such note")
        return 1
    with open(path, encoding="utf-8") as note:
        print(note.read(), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
