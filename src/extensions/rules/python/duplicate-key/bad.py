LIMITS = {
    "guest": 10,
    "user": 100,
    "guest": 1000,  # finding: The key 'guest'
}
