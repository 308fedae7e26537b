package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
)

func fetch(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	return io.ReadAll(resp.Body)
}

func show(path string) {
	info, _ := os.Stat(path)
	if info != nil {
		fmt.Println(info.Size())
	}
	file, err := os.Open(path)
	if os.IsNotExist(err) {
		return
	}
	defer file.Close()
}

type visitor struct{ name string }

type registry struct{ visitors map[string]*visitor }

func (r *registry) nameOf(id string) string {
	found := r.visitors[id]
	if found == nil {
		return ""
	}
	return found.name
}
