package main

import (
	"encoding/json"
	"fmt"
	"html"
	"html/template"
	"net/http"
	"strconv"
)

var page = template.Must(template.New("p").Parse("<p>{{.}}</p>"))

func hello(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintf(w, "<h1>Hello %s</h1>", html.EscapeString(r.FormValue("name")))
}

func templated(w http.ResponseWriter, r *http.Request) {
	page.Execute(w, r.FormValue("name"))
}

func plain(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	fmt.Fprintf(w, "Hello %s", r.FormValue("name"))
}

func encoded(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(map[string]string{"name": r.FormValue("name")})
}

func number(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil {
		http.Error(w, "bad", 400)
		return
	}
	fmt.Fprintf(w, "<b>%d</b>", n)
}

func logged(r *http.Request) {
	fmt.Println("<b>" + r.FormValue("name"))
}

func respond(w http.ResponseWriter, text string) {
	w.Header().Set("Content-Type", "text/plain")
	w.Write([]byte(text))
}

func send(w http.ResponseWriter, page []byte) {
	w.Write(page)
}

func notFound(w http.ResponseWriter, r *http.Request) {
	text := "No such page"
	respondWith(w, text)
}

func respondWith(w http.ResponseWriter, text string) {
	w.Write([]byte(text))
}

func act(w http.ResponseWriter, r *http.Request) {
	if err := store.Remove(r.FormValue("id")); err != nil {
		w.Write([]byte(err.Error()))
	}
}

func refuse(w http.ResponseWriter, text string) {
	http.Error(w, text, http.StatusBadRequest)
}
