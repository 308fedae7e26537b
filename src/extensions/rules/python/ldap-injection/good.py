import re

import ldap
from flask import Flask, request
from ldap.filter import escape_filter_chars

app = Flask(__name__)


@app.route("/person")
def person():
    connection = ldap.initialize("ldap://localhost")
    name = escape_filter_chars(request.args["name"])
    return {"found": len(connection.search_s("dc=example", ldap.SCOPE_SUBTREE, "(cn=" + name + ")"))}


def find(connection, name):
    return connection.search_s("dc=example", 2, "(uid=%s)" % escape_filter_chars(name))


def constant(connection):
    return connection.search_s("dc=example", 2, "(objectClass=person)")


def text_search(pattern, name):
    return re.compile("(a=b)").search("(cn=" + name)
