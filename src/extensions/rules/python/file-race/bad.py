import os


def read(path):
    if os.access(path, os.R_OK):
        with open(path) as found:  # finding: checked before
            return found.read()
    return ""


def show(path):
    is_readable = os.access(path, os.R_OK)
    if not is_readable:
        print("There is nothing.")
        return
    with open(path) as found:  # finding: checked before
        print(found.read())
