from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.route("/user")
def user():
    tree = etree.parse("users.xml")
    found = tree.xpath("//user[@name=$name]", name=request.args["name"])
    other = tree.xpath("//user[@number=%d]" % int(request.args["number"]))
    return {"found": len(found) + len(other)}


def by_tag(root, tag):
    return root.xpath(".//" + tag)


@app.route("/refused")
def refused():
    tree = etree.parse("users.xml")
    name = request.args["name"]
    if "'" in name:
        return "no"
    return {"found": len(tree.xpath("//user[@name='" + name + "']"))}
