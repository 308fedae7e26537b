import sys
from html import escape
from urllib.parse import urlsplit


def item(line):
    name, homepage, message = (line.rstrip("\n").split("\t") + ["", ""])[:3]
    shown = escape(name)
    if homepage and urlsplit(homepage).scheme in ("http", "https"):
        shown = f'<a href="{escape(homepage)}">{shown}</a>'
    return f"<li>{shown}: {escape(message)}</li>"


def main():
    items = "\n".join(item(line) for line in sys.stdin if line.strip())
    print(f"<!DOCTYPE html>\n<title>Guest book</title>\n<ul>\n{items}\n</ul>")


main()
