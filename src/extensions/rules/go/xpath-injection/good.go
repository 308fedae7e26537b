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

func refused(doc *xmlquery.Node, name string) *xmlquery.Node {
	if strings.ContainsAny(name, `'"`) {
		return nil
	}
	return xmlquery.FindOne(doc, "//user[name='"+name+"']")
}

func (d *document) ofDealer(dealer string) *xmlquery.Node {
	return xmlquery.FindOne(d.root, "//part[@dealer='"+dealer+"']")
}

func (d *document) own(ctx context.Context) *xmlquery.Node {
	return d.ofDealer(dealerOf(ctx).Code)
}
