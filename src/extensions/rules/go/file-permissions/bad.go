package main

import "os"

func save(data []byte) {
	os.WriteFile("/tmp/state", data, 0666) // finding: Every user may write the file
	os.MkdirAll("/var/lib/app", 0o777) // finding: Every user may write the file
	os.Chmod("/etc/app.conf", os.FileMode(0777)) // finding: Every user may write the file
}

func keepKey(privateKey []byte) error {
	return os.WriteFile("server.key", privateKey, 0o644) // finding: Every user may read the secret
}

func openToAll(path string) error {
	return os.Chmod(path, os.ModePerm) // finding: Every user may write the file
}
