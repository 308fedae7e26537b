IS_ADMIN = False
COUNT = 0


def sign_in(request):
    global COUNT
    COUNT += 1
    is_admin = matches(request.POST.get("name"), request.POST.get("password"))
    request.session["is_admin"] = is_admin
    return is_admin


def refresh(request):
    # A local variable of the same name.
    IS_ADMIN = request.POST.get("admin")
    return IS_ADMIN
