package main

import "crypto/tls"

func config() *tls.Config {
	return &tls.Config{
		MinVersion: tls.VersionTLS10, // finding: before 1.2
	}
}

func lower(config *tls.Config) {
	config.MinVersion = tls.VersionSSL30 // finding: before 1.2
}
