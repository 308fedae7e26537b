import tempfile


def report(lines):
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as out:
        out.writelines(lines)


def by_handle():
    handle, path = tempfile.mkstemp()
    return handle, path


def read_only():
    with open("/tmp/report.txt") as report_file:
        return report_file.read()


def elsewhere(lines):
    with open("/var/lib/app/report.txt", "w") as out:
        out.writelines(lines)
