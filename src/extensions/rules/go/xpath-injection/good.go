package main

import (
	"net/http"
	"regexp"

	"github.com/antchfx/xmlquery"
)

var word = regexp.MustCompile(`^\w+$`)

func find(w http.ResponseWriter, r *http.Request, doc *xmlquery.Node) {
	name := r.FormValue("name")
	if !word.MatchString(name) {
		return
	}
	xmlquery.FindOne(doc, "//user[name='"+name+"']")
}
