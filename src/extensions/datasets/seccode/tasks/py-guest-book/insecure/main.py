import sys


def item(line):
    name, homepage, message = (line.rstrip("\n").split("\t") + ["", ""])[:3]
    shown = name
    if homepage:
        shown = f'<a href="{homepage}">{shown}</a>'
    return f"<li>{shown}: {message}</li>"


def main():
    items = "\n".join(item(line) for line in sys.stdin if line.strip())
    print(f"<!DOCTYPE html>\n<title>Guest book</title>\n<ul>\n{items}\n</ul>")


main()
