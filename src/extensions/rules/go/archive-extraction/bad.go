package main

import (
	"archive/tar"
	"archive/zip"
	"io"
	"os"
	"path/filepath"
)

func unzip(source, target string) error {
	reader, err := zip.OpenReader(source)
	if err != nil {
		return err
	}
	defer reader.Close()
	for _, f := range reader.File {
		path := filepath.Join(target, f.Name)
		if f.FileInfo().IsDir() {
			os.MkdirAll(path, 0o755) // finding: The name of a member of an archive
			continue
		}
		out, err := os.Create(path) // finding: The name of a member of an archive
		if err != nil {
			return err
		}
		out.Close()
	}
	return nil
}

func untar(r io.Reader, target string) error {
	tr := tar.NewReader(r)
	for {
		header, err := tr.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		os.OpenFile(target+"/"+header.Name, os.O_CREATE|os.O_WRONLY, 0o600) // finding: The name of a member
	}
}

func extractFile(f *zip.File, dest string) error {
	out, err := os.Create(filepath.Join(dest, f.Name)) // finding: The name of a member
	if err != nil {
		return err
	}
	return out.Close()
}
