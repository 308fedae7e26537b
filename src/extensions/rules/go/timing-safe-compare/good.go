package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"net/http"
)

func authorised(r *http.Request, apiToken string) bool {
	given := r.Header.Get("X-Api-Token")
	return subtle.ConstantTimeCompare([]byte(given), []byte(apiToken)) == 1
}

func genuine(key, message, signature []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(message)
	return hmac.Equal(mac.Sum(nil), signature)
}

func missing(token string) bool {
	return token == ""
}

func same(password, confirmPassword string) bool {
	return password == confirmPassword
}
