package main

import (
	"net/http"
	"plugin"
	"reflect"
	"text/template"

	"github.com/robertkrimen/otto"
)

func eval(w http.ResponseWriter, r *http.Request) {
	vm := otto.New()
	vm.Run(r.FormValue("script")) // finding: contains a form field
}

func load(w http.ResponseWriter, r *http.Request) {
	plugin.Open(r.FormValue("module")) // finding: contains a form field
}

func show(w http.ResponseWriter, r *http.Request) {
	template.New("t").Parse("Hello " + r.FormValue("name")) // finding: The text of the template contains
}

func call(w http.ResponseWriter, r *http.Request, api any) {
	reflect.ValueOf(api).MethodByName(r.FormValue("method")).Call(nil) // finding: chosen by a form field
}
