package main

import (
	"archive/tar"
	"archive/zip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

func unzip(source, target string) error {
	reader, err := zip.OpenReader(source)
	if err != nil {
		return err
	}
	for _, f := range reader.File {
		path := filepath.Join(target, f.Name)
		if !strings.HasPrefix(path, filepath.Clean(target)+string(os.PathSeparator)) {
			return fmt.Errorf("%s: illegal path", path)
		}
		os.Create(path)
	}
	return nil
}

func untar(r io.Reader, target string) error {
	tr := tar.NewReader(r)
	for {
		header, err := tr.Next()
		if err != nil {
			return err
		}
		if !filepath.IsLocal(header.Name) {
			continue
		}
		os.Create(filepath.Join(target, header.Name))
	}
}

func flat(f *zip.File, target string) {
	os.Create(filepath.Join(target, filepath.Base(f.Name)))
}
