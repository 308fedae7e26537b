import os
import sys

sys.path.insert(0, "/usr/share/app/plugins")
sys.path.append(os.path.dirname(__file__))


def run():
    os.environ["PATH"] = "/usr/bin:/bin"
