import sys
import xml.etree.ElementTree as ElementTree
from xml.parsers import expat


class Refused(Exception):
    pass


def refuse(*_):
    raise Refused


def main():
    text = sys.stdin.buffer.read()
    check = expat.ParserCreate()
    check.StartDoctypeDeclHandler = refuse
    try:
        check.Parse(text, True)
        feed = ElementTree.fromstring(text)
    except (expat.ExpatError, ElementTree.ParseError, Refused):
        print("not a feed")
        return 1
    for title in feed.iterfind("entry/title"):
        print(title.text)
    return 0


sys.exit(main())
