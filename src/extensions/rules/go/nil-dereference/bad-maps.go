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

func newIndex() *index { return &index{items: map[string]*item{}} }

func (i *index) add(name string) {
	i.count[name] = 1 // finding: The map 'count' has not been made when something is put into it.
}

func count(words []string) map[string]int {
	var totals map[string]int
	for _, word := range words {
		totals[word]++ // finding: The map 'totals' has not been made
	}
	return totals
}

var plugins = map[string]*plugin{}

func dispatch(name string, message []byte) error {
	return plugins[name].handle(message) // finding: What 'plugins' gives is nil when it has no such key.
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
	return found.price // finding: 'found' is nil when 'find' finds nothing.
}

func load(data []byte) (*x509.Certificate, error) {
	block, _ := pem.Decode(data)
	return x509.ParseCertificate(block.Bytes) // finding: 'block' is used before it is known whether 'Decode' failed.
}
