LIMITS = {
    "guest": 10,
    "user": 100,
    1: "one",
    "1": "text",
}
