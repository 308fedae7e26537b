package main

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func login(w http.ResponseWriter, r *http.Request) {
	next := r.URL.Query().Get("next")
	http.Redirect(w, r, next, http.StatusFound) // finding: is the query string
}

func back(c *gin.Context) {
	c.Redirect(302, c.Query("to")) // finding: is the query string
}

func header(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Location", r.FormValue("to")) // finding: is a form field
	w.WriteHeader(302)
}

func sanitize(redir string) string {
	if len(redir) > 0 && redir[0] == '/' { // finding: begin with two slashes
		return redir
	}
	return "/"
}
