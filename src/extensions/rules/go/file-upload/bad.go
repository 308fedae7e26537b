package main

import (
	"io"
	"net/http"
	"os"
	"path/filepath"

	"github.com/gin-gonic/gin"
)

func upload(w http.ResponseWriter, r *http.Request) {
	file, header, err := r.FormFile("file")
	if err != nil {
		return
	}
	defer file.Close()
	out, err := os.Create(filepath.Join("uploads", filepath.Base(header.Filename))) // finding: The name of an uploaded file is kept
	if err != nil {
		return
	}
	defer out.Close()
	io.Copy(out, file)
}

func ginUpload(c *gin.Context) {
	file, _ := c.FormFile("file")
	c.SaveUploadedFile(file, "uploads/"+file.Filename) // finding: The name of an uploaded file is kept
}
