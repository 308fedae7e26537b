package main

import (
	"net"
	"crypto/tls"
	"net/http"

	"golang.org/x/crypto/ssh"
)

func client() *http.Client {
	transport := &http.Transport{
		TLSClientConfig: &tls.Config{InsecureSkipVerify: true}, // finding: is not checked
	}
	return &http.Client{Transport: transport}
}

func late(config *tls.Config) {
	config.InsecureSkipVerify = true // finding: is not checked
}

func remote(user string) *ssh.ClientConfig {
	return &ssh.ClientConfig{User: user, HostKeyCallback: ssh.InsecureIgnoreHostKey()} // finding: The key of the SSH server
}

func lenient(user string) *ssh.ClientConfig {
	return &ssh.ClientConfig{
		User: user,
		HostKeyCallback: func(host string, remote net.Addr, key ssh.PublicKey) error { return nil }, // finding: The key of the SSH server
	}
}

type settings struct{ InsecureSkipVerify bool }

func fromSettings(s settings) *tls.Config {
	return &tls.Config{MinVersion: tls.VersionTLS12, InsecureSkipVerify: s.InsecureSkipVerify} // finding: A setting switches
}

func laterFromSettings(s settings) *tls.Config {
	config := &tls.Config{MinVersion: tls.VersionTLS12}
	config.InsecureSkipVerify = s.InsecureSkipVerify // finding: A setting switches
	return config
}
