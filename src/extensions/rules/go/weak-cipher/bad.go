package main

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/des"
	"crypto/rc4"
)

func old(key, data []byte) []byte {
	block, err := des.NewCipher(key) // finding: The cipher DES is broken
	if err != nil {
		return nil
	}
	out := make([]byte, len(data))
	block.Encrypt(out, data)
	return out
}

func stream(key []byte) {
	c, _ := rc4.NewCipher(key) // finding: The cipher RC4 is broken
	c.XORKeyStream(nil, nil)
}

func ecb(key, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil {
		return nil
	}
	out := make([]byte, len(data))
	for i := 0; i < len(data); i += block.BlockSize() {
		block.Encrypt(out[i:], data[i:]) // finding: A block cipher is used without a mode
	}
	return out
}

func pieces(block cipher.Block, data []byte) {
	size := block.BlockSize()
	for i := 0; i < len(data); i += size {
		block.Encrypt(data[i:i+size], data[i:i+size]) // finding: A block cipher is used without a mode
	}
}
