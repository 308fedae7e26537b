import json
import sys


def main():
    events = json.load(sys.stdin)
    with open("door.log", "a", encoding="utf-8") as log:
        for event in events:
            log.write(f"{event['name']} {event['action']}\n")
    with open("door.log", encoding="utf-8") as log:
        print(f"door.log has {sum(1 for _ in log)} lines")


main()
