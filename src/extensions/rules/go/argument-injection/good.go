package main

import (
	"net/http"
	"os/exec"
	"strings"
)

func clone(w http.ResponseWriter, r *http.Request) {
	address := r.FormValue("address")
	exec.Command("git", "clone", "--", address).Run()
}

func cloneChecked(w http.ResponseWriter, r *http.Request) {
	address := r.FormValue("address")
	if strings.HasPrefix(address, "-") {
		return
	}
	exec.Command("git", "clone", address).Run()
}

func echo(w http.ResponseWriter, r *http.Request) {
	exec.Command("echo", r.FormValue("text")).Run()
}
