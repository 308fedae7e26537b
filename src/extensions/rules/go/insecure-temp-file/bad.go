package main

import (
	"os"
	"path/filepath"
)

func save(data []byte) {
	os.WriteFile("/tmp/report.txt", data, 0o600) // finding: writes a file with a fixed name
	os.Create(filepath.Join(os.TempDir(), "cache.db")) // finding: writes a file with a fixed name
}
