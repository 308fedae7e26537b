def series(limit):
    first, second = 1, 1
    count = 2
    while count < limit:  # finding: 'count' or 'limit'
        first, second = second, first + second
    return second
