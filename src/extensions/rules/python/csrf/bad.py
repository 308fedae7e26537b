from django.views.decorators.csrf import csrf_exempt
from flask import Flask

app = Flask(__name__)
app.config["WTF_CSRF_ENABLED"] = False  # finding: 'WTF_CSRF_ENABLED' is off


@csrf_exempt  # finding: takes forged requests
def transfer(request):
    return move_money(request.POST["to"], request.POST["amount"])
