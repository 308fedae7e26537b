package main

import (
	"io/ioutil"
	"net/http"
	"os"
	"path/filepath"

	"github.com/gin-gonic/gin"
)

func read(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("file")
	data, err := os.ReadFile(filepath.Join("/srv/files", name)) // finding: The query string decides which path
	if err != nil {
		http.Error(w, "not found", 404)
		return
	}
	w.Write(data)
}

func serve(w http.ResponseWriter, r *http.Request) {
	http.ServeFile(w, r, "./static/"+r.FormValue("page")) // finding: A form field decides which path
}

func download(c *gin.Context) {
	path := "uploads/" + c.Param("name")
	c.File(path) // finding: A part of the path decides
}

func load(filename string) ([]byte, error) {
	return ioutil.ReadFile("data/" + filename) // finding: The parameter 'filename' is put below a folder
}

func cleaned(w http.ResponseWriter, r *http.Request) {
	path := filepath.Clean(r.FormValue("path"))
	os.Remove(path) // finding: A form field decides
}

func save(w http.ResponseWriter, r *http.Request) {
	file, header, err := r.FormFile("file")
	if err != nil {
		return
	}
	defer file.Close()
	os.Create("/tmp/uploads/" + header.Filename) // finding: The name of an uploaded file decides
}
