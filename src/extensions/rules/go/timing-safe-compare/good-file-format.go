package archive

import (
	"bytes"
	"errors"
	"io"
)

var directorySignature = []byte{'D', 'I', 'R', '1'}

func checkHead(r io.ReaderAt) error {
	signature := make([]byte, 4)
	if _, err := r.ReadAt(signature, 0); err != nil {
		return err
	}
	if !bytes.Equal(signature, directorySignature) {
		return errors.New("not a directory file")
	}
	return nil
}
