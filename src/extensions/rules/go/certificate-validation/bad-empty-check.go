package main

import (
	"crypto/tls"
	"crypto/x509"
)

func pinned() *tls.Config {
	return &tls.Config{ // finding: The certificate of the other side is not checked
		MinVersion:         tls.VersionTLS12,
		InsecureSkipVerify: true,
		VerifyPeerCertificate: func(raw [][]byte, chains [][]*x509.Certificate) error {
			return nil
		},
	}
}
