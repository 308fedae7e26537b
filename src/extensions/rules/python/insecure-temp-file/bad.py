import os
import tempfile
from tempfile import mktemp as name_of


def report(lines):
    path = tempfile.mktemp(suffix=".txt")  # finding: before the file is created
    with open(path, "w") as out:
        out.writelines(lines)


def aliased():
    return name_of()  # finding: before the file is created


def known_name(lines):
    with open("/tmp/report.txt", "w") as out:  # finding: can be known in advance
        out.writelines(lines)


def known_name_elsewhere(lines):
    path = os.path.join(tempfile.gettempdir(), "report.txt")
    with open(path, "w") as out:  # finding: can be known in advance
        out.writelines(lines)
