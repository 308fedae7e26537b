package main

import (
	"fmt"
	"net/http"

	"github.com/antchfx/xmlquery"
)

func find(w http.ResponseWriter, r *http.Request, doc *xmlquery.Node) {
	expr := fmt.Sprintf("//user[name='%s']", r.FormValue("name"))
	xmlquery.FindOne(doc, expr) // finding: contains a form field
}
