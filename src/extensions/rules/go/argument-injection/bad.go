package main

import (
	"net/http"
	"os/exec"
)

func clone(w http.ResponseWriter, r *http.Request) {
	address := r.FormValue("address")
	exec.Command("git", "clone", address).Run() // finding: A form field may be an option to 'git'
}

func Mirror(repoURL string) error {
	return exec.Command("git", "clone", repoURL).Run() // finding: The parameter 'repoURL' may be an option to 'git'
}
