import os
import sys
from flask import request

sys.path.insert(0, "/tmp/plugins")  # finding: everyone may write


def run():
    os.environ["PATH"] = request.args["path"]  # finding: looked for in what comes from
