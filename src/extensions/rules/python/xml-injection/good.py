from xml.dom import minidom
from xml.sax.saxutils import escape

from flask import Flask, request

app = Flask(__name__)


@app.route("/order", methods=["POST"])
def order():
    name = escape(request.form["name"])
    document = minidom.parseString("<order><customer>" + name + "</customer></order>")
    with open("order.xml", "w") as file:
        file.write("<order>%d</order>" % int(request.form["number"]))
    return {"n": len(document.childNodes)}
