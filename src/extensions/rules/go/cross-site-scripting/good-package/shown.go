package greet

import (
	"html"
	"net/http"
)

func shown(r *http.Request, name string) string {
	return html.EscapeString(r.FormValue(name))
}
