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


def count(path, names):
    is_there = os.access(path, os.R_OK)
    with open(path) as found:
        names.append(found.name)
    if is_there:
        print("It was there before.")
