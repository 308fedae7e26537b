import sqlite3
from flask import Flask, request
from sqlalchemy import select, text

app = Flask(__name__)
TABLE = "items"


@app.route("/item")
def item():
    connection = sqlite3.connect("shop.db")
    code = request.args.get("code")
    connection.execute("SELECT * FROM items WHERE code = ?", (code,))
    number = int(request.args["number"])
    connection.execute(f"SELECT * FROM items WHERE number = {number}")
    return "ok"


@app.route("/sorted")
def by_column():
    connection = sqlite3.connect("shop.db")
    column = request.args["by"]
    if column not in ("name", "price"):
        return "no"
    return str(connection.execute(f"SELECT * FROM items ORDER BY {column}").fetchall())


def constant_table(cursor, name):
    cursor.execute("SELECT * FROM " + TABLE + " WHERE name = %s", (name,))
    cursor.execute("SELECT * FROM {} WHERE name = %s".format(TABLE), (name,))


def several(cursor, names):
    marks = ", ".join(["%s"] * len(names))
    cursor.execute(f"SELECT * FROM users WHERE name IN ({marks})", names)
    cursor.execute("SELECT * FROM users WHERE name IN (%s)" % ",".join("?" for _ in names), names)


def by_number(cursor, number):
    cursor.execute("SELECT * FROM users WHERE number = %d" % number)


def built(session, model, name):
    session.execute(select(model).where(model.name == name))
    session.execute(text("SELECT * FROM users WHERE name = :name"), {"name": name})


def not_sql(logger, pool, name):
    logger.info(f"select a name = '{name}'")
    pool.execute(f"say hello to {name}")


class Table:
    def count(self, cursor):
        cursor.execute(f"SELECT COUNT(*) FROM {self.table}")

    def run(self, cursor, sql):
        cursor.execute(sql)
