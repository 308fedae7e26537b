import sys


def main():
    try:
        result = eval(sys.argv[1])
        print(int(result) if isinstance(result, float) and result == int(result) else result)
    except Exception:
        print("error")
        return 1
    return 0


sys.exit(main())
