package main

import "os"

func save(data []byte) {
	os.WriteFile("/var/lib/app/state", data, 0o600)
	os.MkdirAll("/var/lib/app", 0750)
	os.Chmod("/etc/app.conf", 0644)
}

func keepKey(privateKey, publicKey []byte) error {
	if err := os.WriteFile("server.pub", publicKey, 0o644); err != nil {
		return err
	}
	return os.WriteFile("server.key", privateKey, 0o600)
}
