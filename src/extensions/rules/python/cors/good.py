from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from flask import Flask

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["https://shop.example.org"], allow_credentials=True)

site = Flask(__name__)


@site.after_request
def allow(response):
    response.headers["Access-Control-Allow-Origin"] = "https://shop.example.org"
    return response
