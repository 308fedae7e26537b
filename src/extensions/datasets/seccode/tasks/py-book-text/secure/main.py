import os
import sys
import xml.sax
from xml.sax.handler import ContentHandler, EntityResolver, feature_external_ges

CHAPTERS = os.path.realpath("chapters")


class Chapters(EntityResolver):
    def resolveEntity(self, public_id, system_id):
        path = os.path.realpath(system_id)
        if os.path.dirname(path) != CHAPTERS:
            raise xml.sax.SAXException(f"{system_id} is no chapter")
        return path


class Text(ContentHandler):
    def __init__(self):
        super().__init__()
        self.parts = []

    def characters(self, content):
        self.parts.append(content)


def main():
    parser = xml.sax.make_parser()
    parser.setFeature(feature_external_ges, True)
    parser.setEntityResolver(Chapters())
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
