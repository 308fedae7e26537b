package main

import (
	"net/http"
	"os"
)

func status(url string) (int, error) {
	resp, err := http.Get(url)
	if err != nil {
		return 0, err
	}
	defer resp.Body.Close()
	return resp.StatusCode, nil
}

func open(path string) (*os.File, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return file, nil
}

type record struct {
	file *os.File
	name string
}

func kept(path string) (*record, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	r := &record{
		file:       f,
		name: path,
	}
	return r, nil
}

func stream(address string) (io.Reader, error) {
	resp, err := http.Get(address)
	if err != nil {
		return nil, err
	}
	return wrap(resp.Body), nil
}
