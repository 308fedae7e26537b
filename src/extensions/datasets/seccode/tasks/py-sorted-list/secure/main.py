import subprocess
import sys


def main():
    result = subprocess.run(["sort", "--", sys.argv[1]], capture_output=True, text=True)
    if result.returncode != 0:
        print("cannot read the list")
        return 2
    print(result.stdout, end="")
    return 0


sys.exit(main())
