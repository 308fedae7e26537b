import os


def read(path):
    try:
        with open(path) as found:
            return found.read()
    except OSError:
        return ""


def other(path, target):
    if os.path.exists(path):
        os.remove(target)
