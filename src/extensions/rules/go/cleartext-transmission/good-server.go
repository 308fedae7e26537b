package main

import (
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/login", login)
	log.Fatal(http.ListenAndServeTLS(":8443", "cert.pem", "key.pem", nil))
}

func login(w http.ResponseWriter, r *http.Request) {
	if !check(r.FormValue("user"), r.FormValue("password")) {
		http.Error(w, "no", http.StatusUnauthorized)
	}
}
