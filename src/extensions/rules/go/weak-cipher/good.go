package main

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"io"
)

func seal(key, data []byte) ([]byte, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil, err
	}
	gcm, err := cipher.NewGCM(block)
	if err != nil {
		return nil, err
	}
	nonce := make([]byte, gcm.NonceSize())
	if _, err := io.ReadFull(rand.Reader, nonce); err != nil {
		return nil, err
	}
	return gcm.Seal(nonce, nonce, data, nil), nil
}

func chained(block cipher.Block, data, last []byte) {
	size := block.BlockSize()
	for i := 0; i < len(data); i += size {
		for j := range last {
			last[j] ^= data[i+j]
		}
		block.Encrypt(last[0:size], last[0:size])
	}
}
