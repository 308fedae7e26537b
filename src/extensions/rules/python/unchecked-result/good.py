def split(text):
    if text is None:
        return None
    return text.split(",")


def always(text):
    return text.split(",")


def count(request):
    names = split(request.form["names"])
    if names is None:
        return 0
    return len(names)


def first(request):
    return always(request.form["names"])[0]


def hand_on(request):
    return split(request.form["names"])
