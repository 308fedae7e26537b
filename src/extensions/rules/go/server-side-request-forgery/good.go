package main

import (
	"net/http"
	"net/url"
)

var hosts = map[string]bool{"api.example.com": true}

func fetch(w http.ResponseWriter, r *http.Request) {
	target, err := url.Parse(r.URL.Query().Get("url"))
	if err != nil || !hosts[target.Hostname()] {
		http.Error(w, "not allowed", 400)
		return
	}
	http.Get(target.String())
}

func item(w http.ResponseWriter, r *http.Request) {
	http.Get("https://api.example.com/items/" + url.PathEscape(r.FormValue("id")))
}

func fixed(w http.ResponseWriter, r *http.Request) {
	http.Get("https://api.example.com/items?q=" + r.FormValue("q"))
}
