import psycopg2


def rename(connection, old, new):
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE users SET name = '{new}' WHERE name = '{old}'")  # finding: a value put into it
        cursor.execute(f"SELECT * FROM users WHERE name = '{old!r}'")  # finding: a value put into it


def connect():
    return psycopg2.connect("dbname=shop")
