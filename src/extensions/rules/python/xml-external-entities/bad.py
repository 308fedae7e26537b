import xml.sax
from xml.dom import minidom
from xml.sax.handler import feature_external_ges

from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.route("/xml", methods=["POST"])
def xml_document():
    tree = etree.fromstring(request.data)  # finding: The body of the request is parsed by 'fromstring'
    return {"tag": tree.tag}


@app.route("/dom", methods=["POST"])
def dom():
    return {"n": len(minidom.parseString(request.data).childNodes)}  # finding: is parsed by 'parseString'


def with_entities(path):
    parser = etree.XMLParser(resolve_entities=True)  # finding: resolves entities
    return etree.parse(path, parser)  # finding: The parameter 'path' is parsed


def with_network():
    return etree.XMLParser(no_network=False)  # finding: from the network


def sax(handler):
    parser = xml.sax.make_parser()
    parser.setFeature(feature_external_ges, True)  # finding: reads external entities
    parser.setContentHandler(handler)
    return parser
