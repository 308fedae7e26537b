package main

import (
	"fmt"
	"html/template"
	"io"
	"net/http"
	"strings"
	ttemplate "text/template"
)

func hello(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	fmt.Fprintf(w, "<h1>Hello %s</h1>", name) // finding: The query string becomes part of the page
}

func plainHello(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte("Hello " + r.FormValue("name"))) // finding: A form field becomes part of the page
}

func written(w http.ResponseWriter, r *http.Request) {
	io.WriteString(w, "<p>"+r.FormValue("q")+"</p>") // finding: A form field becomes part
}

func marked(w http.ResponseWriter, r *http.Request) {
	page := template.Must(template.New("p").Parse("<p>{{.}}</p>"))
	page.Execute(w, template.HTML(r.FormValue("bio"))) // finding: A form field is declared to be safe markup
}

func text(w http.ResponseWriter, r *http.Request) {
	t, _ := ttemplate.New("p").Parse("<p>{{.}}</p>")
	t.Execute(w, r.FormValue("name")) // finding: A form field becomes part of the page
}

func fail(w http.ResponseWriter, code int, text string) {
	w.WriteHeader(code)
	w.Write([]byte(text)) // finding: The parameter 'text' becomes part of the page
}

func failed(w *http.ResponseWriter, err error) {
	fmt.Fprintf(*w, "It did not work: %v", err) // finding: The parameter 'err' becomes part of the page
}

func article(w http.ResponseWriter, r *http.Request) {
	title := params.Text(r, "title")
	w.Write([]byte(fmt.Sprintf("No article %s was found", title))) // finding: Something of the request becomes part
}

func highlight(text, word string) template.HTML {
	return template.HTML(strings.ReplaceAll(text, word, "<mark>"+word+"</mark>")) // finding: is declared to be safe markup by 'template.HTML'
}

func website(c Comment) template.URL {
	return template.URL(c.Website) // finding: is declared to be safe markup by 'template.URL'
}

func (s *board) page(w http.ResponseWriter, r *http.Request) {
	var b strings.Builder
	for _, m := range s.store.Latest(50) {
		b.WriteString("<li>" + m.Text + "</li>")
	}
	io.WriteString(w, "<ul>"+b.String()+"</ul>") // finding: The field 'Text' is put into the page as it was stored.
}
