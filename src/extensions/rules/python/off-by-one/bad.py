def add_one(values):
    place = 0
    while place <= len(values):  # finding: length of 'values'
        values[place] += 1
        place += 1


def show(values):
    for place in range(len(values) + 1):  # finding: one beyond
        print(values[place])


def last(values):
    return values[len(values)]  # finding: is no index of it
