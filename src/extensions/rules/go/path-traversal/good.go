package main

import (
	"errors"
	"net/http"
	"os"
	"path/filepath"
	"strings"
)

const base = "/srv/files"

func joined(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join(base, filepath.Clean("/"+r.FormValue("file")))
	os.ReadFile(path)
}

func prefixed(w http.ResponseWriter, r *http.Request) {
	path := filepath.Join(base, r.FormValue("file"))
	if !strings.HasPrefix(path, base+string(os.PathSeparator)) {
		http.Error(w, "bad", 400)
		return
	}
	os.ReadFile(path)
}

func baseOnly(w http.ResponseWriter, r *http.Request) {
	os.Open(filepath.Join(base, filepath.Base(r.FormValue("file"))))
}

func local(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("file")
	if !filepath.IsLocal(name) {
		return
	}
	os.Open(filepath.Join(base, name))
}

func withoutSteps(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("file")
	if strings.Contains(name, "..") || strings.ContainsAny(name, "/\\") {
		return
	}
	os.Open(filepath.Join(base, name))
}

func relative(w http.ResponseWriter, r *http.Request) {
	path, err := filepath.Abs(filepath.Join(base, r.FormValue("file")))
	if err != nil {
		return
	}
	rel, err := filepath.Rel(base, path)
	if err != nil || strings.HasPrefix(rel, "..") {
		return
	}
	os.Open(path)
}

func safeJoin(name string) (string, error) {
	path := filepath.Join(base, name)
	if !strings.HasPrefix(path, base+"/") {
		return "", errors.New("outside")
	}
	return path, nil
}

func helped(w http.ResponseWriter, r *http.Request) {
	path, err := safeJoin(r.FormValue("file"))
	if err != nil {
		http.Error(w, "bad", 400)
		return
	}
	os.ReadFile(path)
}

func configured() ([]byte, error) {
	return os.ReadFile(os.Getenv("CONFIG"))
}
