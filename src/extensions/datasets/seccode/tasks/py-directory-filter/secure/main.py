import sys

SPECIAL = {"\\": r"\5c", "*": r"\2a", "(": r"\28", ")": r"\29", "\0": r"\00"}


def value(text):
    return "".join(SPECIAL.get(letter, letter) for letter in text)


def search_filter(uid, department=None):
    parts = [("objectClass", "person"), ("uid", uid)]
    if department is not None:
        parts.append(("ou", department))
    return "(&" + "".join(f"({name}={value(text)})" for name, text in parts) + ")"


print(search_filter(*sys.argv[1:3]))
