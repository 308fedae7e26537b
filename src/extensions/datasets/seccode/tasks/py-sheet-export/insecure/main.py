import csv
import json
import sys


def main():
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow(["name", "comment"])
    for answer in json.load(sys.stdin):
        rows.writerow([answer["name"], answer["comment"]])


main()
