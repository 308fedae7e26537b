import os
import stat

MODE = 0o666


def open_to_all(path):
    os.chmod(path, 0o777)  # finding: Every user may write


def by_constant(path):
    os.chmod(path, MODE)  # finding: Every user may write


def by_names(path):
    os.chmod(path, stat.S_IRWXU | stat.S_IRWXO)  # finding: Every user may write


def directory(path):
    os.makedirs(path, mode=0o777)  # finding: Every user may write


def created(path):
    return os.open(path, os.O_WRONLY | os.O_CREAT, 0o777)  # finding: Every user may write


def no_mask():
    os.umask(0)  # finding: every permission


def too_late(path, key):
    with open(path, "w") as out:
        out.write(key)
    os.chmod(path, 0o600)  # finding: Until its permissions are changed


def by_command(path):
    os.system("chmod -R 777 " + path)  # finding: Every user may write
