def add_one(values):
    place = 0
    while place < len(values):
        values[place] += 1
        place += 1


def show(values):
    for place in range(len(values) + 1):
        print(values[:place])


def last(values):
    return values[len(values) - 1]
