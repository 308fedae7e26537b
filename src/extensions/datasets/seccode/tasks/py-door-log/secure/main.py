import json
import sys


def one_line(text):
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in text)


def main():
    events = json.load(sys.stdin)
    with open("door.log", "a", encoding="utf-8") as log:
        for event in events:
            log.write(f"{one_line(event['name'])} {one_line(event['action'])}\n")
    with open("door.log", encoding="utf-8") as log:
        print(f"door.log has {sum(1 for _ in log)} lines")


main()
