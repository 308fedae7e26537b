import cgi
import time


def measure():
    return time.clock()  # finding: 'time.clock' is obsolete


def escape(text):
    return cgi.escape(text)  # finding: html.escape
