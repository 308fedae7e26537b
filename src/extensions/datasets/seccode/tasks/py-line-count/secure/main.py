import subprocess
import sys


def count_lines(name):
    result = subprocess.run(["wc", "-l", "--", name], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    if result.returncode != 0:
        return None
    return int(result.stdout.split()[0])


for name in sys.argv[1:]:
    lines = count_lines(name)
    print(f"{name}: unreadable" if lines is None else f"{name}: {lines} lines")
