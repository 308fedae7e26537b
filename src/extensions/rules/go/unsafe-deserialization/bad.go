package main

import (
	"encoding/gob"
	"net/http"
)

func handle(w http.ResponseWriter, r *http.Request) {
	var state map[string]interface{}
	decoder := gob.NewDecoder(r.Body) // finding: read from the body of the request
	if err := decoder.Decode(&state); err != nil {
		return
	}
}
