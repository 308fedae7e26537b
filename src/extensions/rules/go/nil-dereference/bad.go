package main

import (
	"fmt"
	"io"
	"net/http"
	"os"
)

func fetch(url string) ([]byte, error) {
	resp, err := http.Get(url)
	defer resp.Body.Close() // finding: 'resp' is used before it is known whether 'Get' failed
	if err != nil {
		return nil, err
	}
	return io.ReadAll(resp.Body)
}

func show(path string) {
	info, _ := os.Stat(path)
	fmt.Println(info.Size()) // finding: 'info' is used before it is known whether 'Stat' failed
}

type visitor struct{ name string }

type registry struct{ visitors map[string]*visitor }

func (r *registry) nameOf(id string) string {
	found := r.visitors[id]
	return found.name // finding: 'found' is nil when 'visitors' has no such key
}
