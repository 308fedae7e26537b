package main

import (
	"crypto/x509"
	"encoding/pem"
)

type item struct{ price int }

type index struct {
	items map[string]*item
	count map[string]int
}

func newIndex() *index { return &index{map[string]*item{}, map[string]int{}} }

func (i *index) add(name string) { i.count[name] = 1 }

func count(words []string) map[string]int {
	found := map[string]int{}
	for _, word := range words {
		found[word]++
	}
	return found
}

var plugins = map[string]*plugin{}

func dispatch(name string, message []byte) error {
	if _, ok := plugins[name]; !ok {
		return errUnknown
	}
	return plugins[name].handle(message)
}

func all(message []byte) {
	for name := range plugins {
		plugins[name].handle(message)
	}
}

func (s *shop) find(id string) *item {
	for _, one := range s.items {
		if one.id == id {
			return one
		}
	}
	return nil
}

func (s *shop) price(id string) int {
	found := s.find(id)
	if found == nil {
		return 0
	}
	return found.price
}

func load(data []byte) (*x509.Certificate, error) {
	block, _ := pem.Decode(data)
	if block == nil {
		return nil, errPEM
	}
	return x509.ParseCertificate(block.Bytes)
}
