package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
)

func authorised(r *http.Request, apiToken string) bool {
	return r.Header.Get("X-Api-Token") == apiToken // finding: is compared in variable time
}

func genuine(key, message, signature []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(message)
	return bytes.Equal(mac.Sum(nil), signature) // finding: is compared in variable time
}

func encoded(key, body []byte, sent string) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	return hex.EncodeToString(mac.Sum(nil)) == sent // finding: is compared in variable time
}
