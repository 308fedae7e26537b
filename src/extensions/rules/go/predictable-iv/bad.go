package main

import (
	"crypto/aes"
	"crypto/cipher"
)

func encrypt(key, data []byte) []byte {
	block, _ := aes.NewCipher(key)
	iv := []byte("0123456789abcdef")
	mode := cipher.NewCBCEncrypter(block, iv) // finding: the same for every message
	out := make([]byte, len(data))
	mode.CryptBlocks(out, data)
	return out
}

func zero(key, data []byte) []byte {
	block, _ := aes.NewCipher(key)
	gcm, _ := cipher.NewGCM(block)
	nonce := make([]byte, 12)
	return gcm.Seal(nil, nonce, data, nil) // finding: the same for every message
}

func fromKey(key, data []byte) cipher.Stream {
	block, _ := aes.NewCipher(key)
	return cipher.NewCTR(block, key[:aes.BlockSize]) // finding: a part of the key
}
