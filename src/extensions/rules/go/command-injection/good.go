package main

import (
	"errors"
	"net/http"
	"os/exec"
	"regexp"
	"strconv"
)

var hostPattern = regexp.MustCompile(`^[a-z0-9.-]+$`)

func ping(w http.ResponseWriter, r *http.Request) {
	host := r.URL.Query().Get("host")
	if !hostPattern.MatchString(host) {
		http.Error(w, "bad host", 400)
		return
	}
	exec.Command("sh", "-c", "ping -c 1 "+host).Run()
}

func pingDirect(w http.ResponseWriter, r *http.Request) {
	host := r.URL.Query().Get("host")
	exec.Command("ping", "-c", "1", "--", host).Run()
}

func validateHost(host string) error {
	if !hostPattern.MatchString(host) {
		return errors.New("bad host")
	}
	return nil
}

func pingValid(w http.ResponseWriter, r *http.Request) {
	host := r.FormValue("host")
	if err := validateHost(host); err != nil {
		http.Error(w, "bad host", 400)
		return
	}
	exec.Command("sh", "-c", "ping -c 1 "+host).Run()
}

func count(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil {
		return
	}
	exec.Command("sh", "-c", "seq "+strconv.Itoa(n)).Run()
}

var programs = map[string]string{"date": "/bin/date"}

func tool(w http.ResponseWriter, r *http.Request) {
	path, ok := programs[r.FormValue("tool")]
	if !ok {
		return
	}
	exec.Command(path).Run()
}

type runner struct{ Shell string }

func (r *runner) list() ([]byte, error) {
	return exec.Command(r.Shell, "-c", "ls -l").CombinedOutput()
}
