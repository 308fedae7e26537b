import os
import sys

PRINT_KEY = os.environ.get("PRINT_KEY", "")


class Person:
    def __init__(self, name, city):
        self.name = name
        self.city = city


print(sys.argv[1].format(person=Person(*sys.argv[2:4])))
print(f"key: {len(PRINT_KEY)} letters")
