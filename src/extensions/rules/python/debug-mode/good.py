import os
from flask import Flask

app = Flask(__name__)
app.config["DEBUG"] = False
DEBUG = True

if __name__ == "__main__":
    app.run(debug=os.environ.get("APP_DEBUG") == "1")
    app.run(debug=False)
