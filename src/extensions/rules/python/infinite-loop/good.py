def series(limit):
    first, second = 1, 1
    count = 2
    while count < limit:
        first, second = second, first + second
        count += 1
    return second


def read(source, limit):
    while limit > 0:
        if source.done():
            break
        source.step()


def wait(job):
    while job.state != "done":
        job.poll()
