package main

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"

	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/pbkdf2"
)

func keys(password, salt []byte) {
	rsa.GenerateKey(rand.Reader, 3072)
	pbkdf2.Key(password, salt, 600000, 32, sha256.New)
	bcrypt.GenerateFromPassword(password, 12)
}
