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

func suites() *tls.Config {
	return &tls.Config{
		MinVersion:   tls.VersionTLS12,
		CipherSuites: []uint16{tls.TLS_RSA_WITH_RC4_128_SHA}, // finding: a cipher suite that is broken
	}
}
