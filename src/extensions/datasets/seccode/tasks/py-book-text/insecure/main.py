import sys
import xml.sax
from xml.sax.handler import ContentHandler, feature_external_ges


class Text(ContentHandler):
    def __init__(self):
        super().__init__()
        self.parts = []

    def characters(self, content):
        self.parts.append(content)


def main():
    parser = xml.sax.make_parser()
    parser.setFeature(feature_external_ges, True)
    text = Text()
    parser.setContentHandler(text)
    try:
        with open(sys.argv[1], "rb") as book:
            parser.parse(book)
    except (xml.sax.SAXException, OSError):
        print("unreadable")
        return 1
    print("".join(text.parts))
    return 0


sys.exit(main())
