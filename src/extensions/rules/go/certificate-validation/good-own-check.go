package main

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"errors"
)

func pinned(pin []byte) *tls.Config {
	return &tls.Config{
		MinVersion:         tls.VersionTLS12,
		InsecureSkipVerify: true,
		VerifyPeerCertificate: func(raw [][]byte, chains [][]*x509.Certificate) error {
			if len(raw) == 0 || !bytes.Equal(raw[0], pin) {
				return errors.New("unknown certificate")
			}
			return nil
		},
	}
}
