package main

import (
	"compress/gzip"
	"io"
	"net/http"
	"os"
	"strconv"
)

func read(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	w.Write(body)
}

func fill(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil || n < 0 || n > 1024 {
		return
	}
	w.Write(make([]byte, n))
}

func unpack(source io.Reader, out *os.File) error {
	reader, err := gzip.NewReader(source)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, io.LimitReader(reader, 1<<30))
	return err
}
