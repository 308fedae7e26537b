import sqlite3

connection = sqlite3.connect("shop.db")


def by_name(name):
    cursor = connection.cursor()
    cursor.execute(f"SELECT * FROM users WHERE name = '{name}'")  # finding: a value put into it
    cursor.execute("SELECT * FROM users WHERE name = '" + name + "' AND active = 1")  # finding: a value put into it
    cursor.execute("SELECT * FROM users WHERE name = '%s' AND town = %s" % (name, name.town))  # finding: a value put
    cursor.execute("INSERT INTO users VALUES ('{}', {})".format(name, 1))  # finding: a value put into it
    connection.execute("DELETE FROM users WHERE name = " + str(name))  # finding: a value put into it


def by_part(name):
    connection.execute(f"SELECT * FROM users WHERE name LIKE '%{name}%'")  # finding: a value put into it


def lines(name):
    connection.execute(  # finding: a value put into it
        f"""
        SELECT *
        FROM users
        WHERE name = '{name}'
        """
    )


def through_a_variable(name, town):
    query = "SELECT * FROM users WHERE name = '%s' AND town = '%s'" % (name, town)
    cursor = connection.cursor()
    cursor.execute(query)  # finding: a value put into it
    query = f"SELECT * FROM towns WHERE name = '{town}'"
    name = cursor.fetchone()
    return name


def changed(name):
    query = f"SELECT * FROM users WHERE name = '{name}'"
    name = name.upper()
    connection.execute(query)  # finding: a value put into it
    return name


def once(name):
    query = f"SELECT * FROM users WHERE name = '{name}'"
    return connection.execute(query)  # finding: a value put into it


def lists(names, ids):
    connection.execute("DELETE FROM users WHERE name IN (%s)" % ",".join(names))  # finding: a value put into it
    connection.execute(f"DELETE FROM users WHERE number IN ({ids})")  # finding: a value put into it
    connection.execute(f"INSERT INTO users (name, town) VALUES ({ids})")  # finding: a value put into it


def columns(name, town):
    connection.execute(f"INSERT INTO users (name, town) VALUES ('{name}', '{town}')")  # finding: a value put into it
