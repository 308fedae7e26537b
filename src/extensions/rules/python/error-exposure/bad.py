import traceback

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.route("/divide")
def divide():
    try:
        return {"result": 1 / int(request.args["by"])}
    except ZeroDivisionError as error:
        return str(error), 400  # finding: The answer to the request contains
    except ValueError as error:
        return jsonify({"error": f"failed: {error}"}), 400  # finding: The answer to the request contains
    except Exception:
        return traceback.format_exc(), 500  # finding: contains a stack trace
