import xml.etree.ElementTree as ElementTree
import xml.sax
from xml.sax.handler import feature_external_ges

import defusedxml.ElementTree
from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.route("/xml", methods=["POST"])
def xml_document():
    tree = defusedxml.ElementTree.fromstring(request.data)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    other = etree.fromstring(request.data, parser)
    return {"tag": tree.tag, "other": other.tag}


def constant():
    return etree.fromstring("<a/>")


def settings():
    return ElementTree.parse("settings.xml").getroot()


def sax():
    parser = xml.sax.make_parser()
    parser.setFeature(feature_external_ges, False)
    return parser
