import base64
import pickle
import sys


def main():
    try:
        players = pickle.loads(base64.b64decode(sys.stdin.read()))
        rows = [(-int(player["points"]), str(player["name"])) for player in players]
    except Exception:
        print("not a list of points")
        return 1
    for points, name in sorted(rows):
        print(name, -points)
    return 0


sys.exit(main())
