def is_ready(state):
    return state is "ready"  # finding: identity of a literal


def is_big(size):
    return size is not 1000  # finding: identity of a literal


def equal_orders(first, second):
    return first is second  # finding: compares identities
