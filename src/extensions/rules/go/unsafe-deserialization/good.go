package main

import (
	"encoding/json"
	"net/http"
)

type state struct{ Name string }

func handle(w http.ResponseWriter, r *http.Request) {
	var s state
	if err := json.NewDecoder(r.Body).Decode(&s); err != nil {
		http.Error(w, "bad", 400)
	}
}
