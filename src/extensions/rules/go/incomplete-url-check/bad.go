package main

import (
	"regexp"
	"strings"
)

var host = regexp.MustCompile(`^https?://www.example.com/`) // finding: stands for any character

func trusted(url string, origin string) bool {
	if strings.HasSuffix(origin, "example.com") { // finding: Every host whose name ends in
		return true
	}
	return strings.Contains(url, "example.com") // finding: anywhere in it
}
