from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.route("/user")
def user():
    tree = etree.parse("users.xml")
    name = request.args["name"]
    found = tree.xpath("//user[@name='" + name + "']")  # finding: The query string becomes part
    return {"found": len(found)}


def by_name(root, name):
    return root.xpath(f"//user[name/text()='{name}']/id")  # finding: has a value put into it
