package main

import (
	"fmt"
	"os"
)

func save(data []byte) error {
	file, err := os.CreateTemp("", "report-*.txt")
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = file.Write(data)
	return err
}

func fresh() {
	os.OpenFile("/tmp/lock", os.O_CREATE|os.O_EXCL, 0o600)
	os.WriteFile("/var/lib/app/report.txt", nil, 0o600)
}

func scratch() (*os.File, error) {
	return os.CreateTemp("", fmt.Sprintf("scratch-%d-*.txt", os.Getpid()))
}
