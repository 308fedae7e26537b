def is_ready(state):
    return state == "ready"


def is_missing(state):
    return state is None or state is True


def contains_object(objects, wanted):
    return any(one is wanted for one in objects)
