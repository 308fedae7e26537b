import json
import sys


def main():
    mail = json.load(sys.stdin)
    print("To: support@shop.example")
    print("From: " + mail["from"])
    print("Subject: " + (mail["subject"] or "(none)"))
    print()
    print(mail["text"])


main()
