package main

import (
	"log"
	"log/slog"
	"net/http"
	"strconv"
	"strings"
)

func login(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	log.Printf("login of %q", user)
	log.Println("login of " + strings.ReplaceAll(strings.ReplaceAll(user, "\n", ""), "\r", ""))
	slog.Info("login", "user", user)
	id, err := strconv.Atoi(r.FormValue("id"))
	if err != nil {
		log.Printf("bad id: %v", err)
		return
	}
	log.Printf("login of %d", id)
	log.Panicf("no login of %q", user)
}
