package main

import (
	"net/http"

	"golang.org/x/oauth2"
)

const state = "random-string"

func login(config *oauth2.Config, w http.ResponseWriter, r *http.Request) {
	url := config.AuthCodeURL(state) // finding: the same for everyone
	http.Redirect(w, r, url, http.StatusFound)
}
