package main

import (
	"net/http"
	"text/template"

	"github.com/robertkrimen/otto"
)

func eval(w http.ResponseWriter, r *http.Request) {
	vm := otto.New()
	vm.Set("value", r.FormValue("value"))
	vm.Run("value.length")
}

func show(w http.ResponseWriter, r *http.Request) {
	t, _ := template.New("t").Parse("Hello {{.}}")
	t.Execute(nil, r.FormValue("name"))
}
