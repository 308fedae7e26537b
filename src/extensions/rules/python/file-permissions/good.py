import os
import stat


def private(path):
    os.chmod(path, 0o600)


def program(path):
    os.chmod(path, 0o755)


def by_names(path):
    os.chmod(path, stat.S_IRUSR | stat.S_IWUSR)


def unknown(path, mode):
    os.chmod(path, mode)


def mask():
    os.umask(0o077)


def restored():
    before = os.umask(0)
    os.umask(before)
