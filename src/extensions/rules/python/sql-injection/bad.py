import sqlite3
import pymysql
from flask import Flask, request
from sqlalchemy import text

app = Flask(__name__)


@app.route("/item")
def item():
    connection = sqlite3.connect("shop.db")
    cursor = connection.cursor()
    code = request.args.get("code")
    cursor.execute("SELECT * FROM items WHERE code = '" + code + "'")  # finding: The query string becomes part
    return "ok"


@app.route("/sorted")
def by_column():
    connection = sqlite3.connect("shop.db")
    column = request.args["by"]
    return str(connection.execute(f"SELECT * FROM items ORDER BY {column}").fetchall())  # finding: The query string


def by_name(cursor, name):
    cursor.execute("SELECT * FROM users WHERE name = '%s'" % name)  # finding: a value put into it as text


def by_id(cursor, user_id):
    query = "DELETE FROM users WHERE id = {}".format(user_id)
    cursor.execute(query)  # finding: a value put into it


class Store:
    def __init__(self, path):
        self.connection = pymysql.connect(host=path)

    def add(self, name, price):
        with self.connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO items (name, price) VALUES ('{name}', {price})")  # finding: a value put

    def rename(self, old, new):
        sql = "UPDATE items SET name = '" + new + "'"
        sql += " WHERE name = '" + old + "'"
        self.run_query(sql)  # finding: 'run_query' runs has a value


def with_text(session, mail):
    return session.execute(text("SELECT id FROM people WHERE mail LIKE '%" + mail + "%'"))  # finding: a value put


def from_elsewhere(db):
    for row in db.rows():
        db.execute("UPDATE t SET seen = 1 WHERE name = '%s'" % row.name)  # finding: a value put
