package main

import (
	"errors"
	"os"
)

func create(path string, data []byte) error {
	if _, err := os.Stat(path); os.IsNotExist(err) {
		return os.WriteFile(path, data, 0o600) // finding: 'path' may be another file by now
	}
	return nil
}

func remove(path string) error {
	info, err := os.Lstat(path)
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return errors.New("not a file")
	}
	return os.Remove(path) // finding: 'path' may be another file by now
}

func read(path string) ([]byte, error) {
	info, err := os.Lstat(path)
	if err != nil || info.Mode()&os.ModeSymlink != 0 {
		return nil, errors.New("not a file")
	}
	return os.ReadFile(path) // finding: 'path' may be another file by now
}
