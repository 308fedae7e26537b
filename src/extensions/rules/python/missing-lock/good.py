import threading

LOCK = threading.Lock()


def add(account, amount):
    with LOCK:
        account.balance += amount


def start(worker):
    lock = threading.Lock()
    threads = [threading.Thread(target=worker, args=(lock,)) for _ in range(4)]
    with lock:
        return threads


def shared(account):
    global ACCOUNT_LOCK
    ACCOUNT_LOCK = threading.Lock()
    with ACCOUNT_LOCK:
        account.balance += 1
