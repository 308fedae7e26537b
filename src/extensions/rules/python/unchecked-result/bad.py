def split(text):
    if text is None:
        return None
    return text.split(",")


def count(request):
    return len(split(request.form["names"]))  # finding: 'split' may give back None


def first(request):
    names = split(request.form["names"])  # finding: 'split' may give back None
    return names[0]
