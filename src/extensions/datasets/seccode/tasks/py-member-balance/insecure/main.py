import sys
import xml.etree.ElementTree as ElementTree


def find(members, name, pin):
    return members.find(f"./member[@name='{name}'][@pin='{pin}']")


def main():
    name, pin = sys.argv[1:3]
    member = find(ElementTree.parse("members.xml").getroot(), name, pin)
    if member is None:
        print("wrong name or PIN")
        return 1
    print(member.findtext("balance"))
    return 0


sys.exit(main())
