import sys
import xml.etree.ElementTree as ElementTree


def main():
    try:
        feed = ElementTree.fromstring(sys.stdin.buffer.read())
    except ElementTree.ParseError:
        print("not a feed")
        return 1
    for title in feed.iterfind("entry/title"):
        print(title.text)
    return 0


sys.exit(main())
