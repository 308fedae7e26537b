from fastapi import FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from flask import Flask, request

app = FastAPI()
app.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True)  # finding: with the credentials

site = Flask(__name__)


@site.after_request
def allow(response):
    response.headers["Access-Control-Allow-Origin"] = request.headers.get("Origin")  # finding: whatever it is
    return response
