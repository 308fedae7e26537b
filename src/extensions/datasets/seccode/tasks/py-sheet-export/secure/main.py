import csv
import json
import sys


def cell(text):
    """Spreadsheet programs take a cell for text when it begins with an apostrophe."""
    return "'" + text if text[:1] in tuple("=+-@\t\r") else text


def main():
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(["name", "comment"])
    for answer in json.load(sys.stdin):
        rows.writerow([cell(answer["name"]), cell(answer["comment"])])


main()
