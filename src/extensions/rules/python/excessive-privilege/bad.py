import os


def as_root():
    os.setuid(0)  # finding: makes itself root


def make_home(name):
    try:
        raise_privileges()  # finding: stay raised
        os.mkdir("/home/" + name)
        lower_privileges()
    except OSError:
        return False
    return True


def set_id(path):
    os.system("chmod u+s /usr/local/bin/tool")  # finding: rights of its owner
