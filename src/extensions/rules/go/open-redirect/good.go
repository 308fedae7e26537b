package main

import (
	"net/http"
	"net/url"
	"strings"
)

var allowed = map[string]bool{"/home": true, "/account": true}

func login(w http.ResponseWriter, r *http.Request) {
	next := r.URL.Query().Get("next")
	if !allowed[next] {
		next = "/home"
	}
	http.Redirect(w, r, next, http.StatusFound)
}

func local(w http.ResponseWriter, r *http.Request) {
	next := r.URL.Query().Get("next")
	if !strings.HasPrefix(next, "/") || strings.HasPrefix(next, "//") {
		next = "/"
	}
	http.Redirect(w, r, next, http.StatusFound)
}

func parsed(w http.ResponseWriter, r *http.Request) {
	target, err := url.Parse(r.FormValue("next"))
	if err != nil || target.Hostname() != "" {
		http.Redirect(w, r, "/", 302)
		return
	}
	http.Redirect(w, r, target.String(), 302)
}

func secure(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "https://"+r.Host+r.URL.Path, http.StatusMovedPermanently)
}

func query(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "/search?q="+url.QueryEscape(r.FormValue("q")), 302)
}

func back(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, r.Referer(), http.StatusFound)
}
