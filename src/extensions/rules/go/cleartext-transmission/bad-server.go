package main

import (
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/login", login)
	log.Fatal(http.ListenAndServe(":8080", nil)) // finding: Passwords are asked for over connections without encryption.
}

func login(w http.ResponseWriter, r *http.Request) {
	if !check(r.FormValue("user"), r.FormValue("password")) {
		http.Error(w, "no", http.StatusUnauthorized)
	}
}
