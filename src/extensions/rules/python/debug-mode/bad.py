from flask import Flask

app = Flask(__name__)
app.config["DEBUG"] = True  # finding: 'DEBUG' is on

if __name__ == "__main__":
    app.run(debug=True)  # finding: 'debug' on
