IS_ADMIN = False


def sign_in(request):
    global IS_ADMIN
    if matches(request.POST.get("name"), request.POST.get("password")):
        IS_ADMIN = True  # finding: for every caller
    return IS_ADMIN
