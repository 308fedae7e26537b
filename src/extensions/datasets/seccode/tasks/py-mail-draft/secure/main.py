import json
import sys


def header(text):
    return " ".join(text.split())


def main():
    mail = json.load(sys.stdin)
    print("To: support@shop.example")
    print("From: " + header(mail["from"]))
    print("Subject: " + (header(mail["subject"]) or "(none)"))
    print()
    print(mail["text"])


main()
