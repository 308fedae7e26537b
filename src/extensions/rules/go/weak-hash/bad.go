package main

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
)

func sign(data []byte) []byte {
	sum := sha1.Sum(data) // finding: SHA1 has known collisions
	return sum[:]
}

func token(user string) string {
	h := md5.New() // finding: MD5 has known collisions
	h.Write([]byte(user))
	return hex.EncodeToString(h.Sum(nil))
}

func hashPassword(password string) string {
	sum := sha256.Sum256([]byte(password)) // finding: 'password' is hashed with SHA256
	return hex.EncodeToString(sum[:])
}
