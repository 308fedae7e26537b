import threading


def add(account, amount):
    lock = threading.Lock()  # finding: Every call of 'add'
    lock.acquire()
    account.balance += amount
    lock.release()
