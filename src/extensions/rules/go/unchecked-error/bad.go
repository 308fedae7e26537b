package main

import (
	"crypto/rand"
	"encoding/json"
	"net/http"
	"strconv"
	"syscall"
)

func key() []byte {
	b := make([]byte, 32)
	rand.Read(b) // finding: The error of 'Read' is thrown away
	return b
}

func drop() {
	syscall.Setuid(1000) // finding: The error of 'Setuid' is thrown away
}

func handle(w http.ResponseWriter, r *http.Request) {
	var item struct{ ID int }
	json.NewDecoder(r.Body).Decode(&item) // finding: The error of 'Decode' is thrown away
	n, _ := strconv.Atoi(r.FormValue("n")) // finding: The error of 'Atoi' is thrown away
	use(item, n)
}
