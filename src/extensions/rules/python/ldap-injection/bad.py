import ldap
import ldap3
from flask import Flask, request

app = Flask(__name__)


@app.route("/person")
def person():
    connection = ldap.initialize("ldap://localhost")
    name = request.args["name"]
    found = connection.search_s("ou=people,dc=example", ldap.SCOPE_SUBTREE, "(cn=" + name + ")")  # finding: The query string
    return {"found": len(found)}


@app.route("/other")
def other():
    connection = ldap3.Connection("localhost")
    connection.search(f"dc={request.args['dc']}", "(objectClass=*)")  # finding: The query string becomes part
    return {}


def find(connection, name):
    return connection.search_s("dc=example", 2, "(&(objectClass=person)(uid=%s))" % name)  # finding: has a value put into it
