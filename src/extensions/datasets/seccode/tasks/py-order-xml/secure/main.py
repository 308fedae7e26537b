import sys
from xml.sax.saxutils import escape


def price_of(item):
    with open("prices.txt", encoding="utf-8") as file:
        prices = dict(line.strip().split("=", 1) for line in file if "=" in line)
    return prices.get(item, "10")


def main():
    item, note = sys.argv[1:3]
    parts = [("item", item), ("note", note), ("price", price_of(item))]
    print("<order>" + "".join(f"<{name}>{escape(text)}</{name}>" for name, text in parts) + "</order>")


main()
