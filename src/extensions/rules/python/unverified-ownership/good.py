import os
import signal


def stop(pid):
    if owner_of(pid) != os.getuid():
        raise PermissionError(pid)
    os.kill(pid, signal.SIGKILL)


def stop_self():
    os.kill(os.getpid(), signal.SIGTERM)


def is_running(pid):
    os.kill(pid, 0)
    return True
