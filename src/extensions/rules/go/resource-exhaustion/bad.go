package main

import (
	"compress/gzip"
	"io"
	"net/http"
	"os"
	"strconv"
)

func read(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body) // finding: The body of the request is read as a whole
	if err != nil {
		return
	}
	w.Write(body)
}

func fill(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil {
		return
	}
	buffer := make([]byte, n) // finding: A form field decides how much 'make' makes
	w.Write(buffer)
}

func unpack(source io.Reader, out *os.File) error {
	reader, err := gzip.NewReader(source)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, reader) // finding: What is unpacked may be of any size
	return err
}

func reply(resp *http.Response) ([]byte, error) {
	return io.ReadAll(io.LimitReader(resp.Body, 1<<20))
}
