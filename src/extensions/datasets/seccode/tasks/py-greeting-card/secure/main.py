import os
import sys

PRINT_KEY = os.environ.get("PRINT_KEY", "")
PLACES = ("{person.name}", "{person.city}")


def fill(template, values):
    """Goes through the template once, so that a name may hold a place."""
    card = ""
    while template:
        place = next((place for place in PLACES if template.startswith(place)), None)
        card += template[0] if place is None else values[PLACES.index(place)]
        template = template[1 if place is None else len(place):]
    return card


print(fill(sys.argv[1], sys.argv[2:4]))
print(f"key: {len(PRINT_KEY)} letters")
