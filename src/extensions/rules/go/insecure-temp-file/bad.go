package main

import (
	"fmt"
	"os"
	"path/filepath"
)

func save(data []byte) {
	os.WriteFile("/tmp/report.txt", data, 0o600) // finding: writes a file with a fixed name
	os.Create(filepath.Join(os.TempDir(), "cache.db")) // finding: writes a file with a fixed name
}

func scratch() (*os.File, error) {
	name := filepath.Join(os.TempDir(), fmt.Sprintf("scratch-%d.txt", os.Getpid()))
	return os.Create(name) // finding: with a fixed name
}
