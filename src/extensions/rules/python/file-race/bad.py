import os


def read(path):
    if os.access(path, os.R_OK):
        with open(path) as found:  # finding: checked before
            return found.read()
    return ""
