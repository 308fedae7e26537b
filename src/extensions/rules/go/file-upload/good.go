package main

import (
	"net/http"
	"os"
	"path/filepath"
)

var endings = map[string]bool{".png": true, ".jpg": true}

func upload(w http.ResponseWriter, r *http.Request) {
	file, header, err := r.FormFile("file")
	if err != nil {
		return
	}
	defer file.Close()
	if !endings[filepath.Ext(header.Filename)] {
		http.Error(w, "not allowed", 400)
		return
	}
	os.Create(filepath.Join("uploads", filepath.Base(header.Filename)))
}
