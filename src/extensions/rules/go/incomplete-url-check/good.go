package main

import (
	"net/url"
	"regexp"
	"strings"
)

var host = regexp.MustCompile(`^https?://www\.example\.com/`)

func trusted(text string) bool {
	parsed, err := url.Parse(text)
	if err != nil {
		return false
	}
	return parsed.Hostname() == "example.com" || strings.HasSuffix(parsed.Hostname(), ".example.com")
}
