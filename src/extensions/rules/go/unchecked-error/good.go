package main

import (
	"crypto/rand"
	"encoding/json"
	"net/http"
)

func key() ([]byte, error) {
	b := make([]byte, 32)
	if _, err := rand.Read(b); err != nil {
		return nil, err
	}
	return b, nil
}

func handle(w http.ResponseWriter, r *http.Request) {
	var item struct{ ID int }
	if err := json.NewDecoder(r.Body).Decode(&item); err != nil {
		http.Error(w, "bad request", http.StatusBadRequest)
		return
	}
}
