import csv
import sqlite3
import sys


def load():
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE orders (customer TEXT, item TEXT, price TEXT)")
    with open("orders.csv", newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            database.execute("INSERT INTO orders VALUES (?, ?, ?)", (row["customer"], row["item"], row["price"]))
    return database


def find(database, customer, text):
    query = f"SELECT item, price FROM orders WHERE customer = '{customer}' AND item LIKE '%{text}%' ORDER BY item"
    return database.execute(query).fetchall()


found = find(load(), sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else "")
for item, price in found:
    print(item, price)
if not found:
    print("no orders")
