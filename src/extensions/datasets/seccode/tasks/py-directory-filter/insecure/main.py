import sys


def search_filter(uid, department=None):
    parts = [("objectClass", "person"), ("uid", uid)]
    if department is not None:
        parts.append(("ou", department))
    return "(&" + "".join(f"({name}={text})" for name, text in parts) + ")"


print(search_filter(*sys.argv[1:3]))
