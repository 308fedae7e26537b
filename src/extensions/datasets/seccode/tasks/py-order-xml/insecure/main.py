import sys


def price_of(item):
    with open("prices.txt", encoding="utf-8") as file:
        prices = dict(line.strip().split("=", 1) for line in file if "=" in line)
    return prices.get(item, "10")


def main():
    item, note = sys.argv[1:3]
    print(f"<order><item>{item}</item><note>{note}</note><price>{price_of(item)}</price></order>")


main()
