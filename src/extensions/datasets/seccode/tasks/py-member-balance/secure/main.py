import sys
import xml.etree.ElementTree as ElementTree


def find(members, name, pin):
    for member in members.iterfind("member"):
        if member.get("name") == name and member.get("pin") == pin:
            return member
    return None


def main():
    name, pin = sys.argv[1:3]
    member = find(ElementTree.parse("members.xml").getroot(), name, pin)
    if member is None:
        print("wrong name or PIN")
        return 1
    print(member.findtext("balance"))
    return 0


sys.exit(main())
