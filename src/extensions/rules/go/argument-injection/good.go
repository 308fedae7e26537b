package main

import (
	"errors"
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

func Mirror(repoURL string) error {
	return exec.Command("git", "clone", "--", repoURL).Run()
}

func Checked(repoURL string) error {
	if strings.HasPrefix(repoURL, "-") {
		return errors.New("not an address")
	}
	return exec.Command("git", "clone", repoURL).Run()
}
