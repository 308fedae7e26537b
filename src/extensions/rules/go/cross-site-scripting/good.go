package main

import (
	"encoding/json"
	"fmt"
	"html"
	"html/template"
	"net/http"
	"strconv"
	"strings"
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

func highlight(text, word string) template.HTML {
	text, word = html.EscapeString(text), html.EscapeString(word)
	return template.HTML(strings.ReplaceAll(text, word, "<mark>"+word+"</mark>"))
}

func website(c Comment) template.URL {
	if !strings.HasPrefix(c.Website, "https://") {
		return "#"
	}
	return template.URL(c.Website)
}

func (s *board) page(w http.ResponseWriter, r *http.Request) {
	for _, m := range s.store.Latest(50) {
		fmt.Fprintf(w, "<li>%s</li>", html.EscapeString(m.Text))
	}
	fmt.Fprintf(w, "<h1>%s</h1>", s.Title)
}
