from xml.dom import minidom

from flask import Flask, request

app = Flask(__name__)


@app.route("/order", methods=["POST"])
def order():
    name = request.form["name"]
    text = "<order><customer>" + name + "</customer></order>"
    document = minidom.parseString(text)  # finding: The form of the request is put into the XML text
    with open("order.xml", "w") as file:
        file.write('<?xml version="1.0"?><order>%s</order>' % name)  # finding: The form of the request
    return {"n": len(document.childNodes)}
