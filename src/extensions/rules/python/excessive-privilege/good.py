import os


def as_nobody(uid):
    os.setuid(uid)


def make_home(name):
    try:
        raise_privileges()
        os.mkdir("/home/" + name)
    except OSError:
        return False
    finally:
        lower_privileges()
    return True


def executable():
    os.system("chmod +x /usr/local/bin/tool")


def touch_nothing():
    raise_privileges()
    lower_privileges()
