package main

import (
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"

	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/pbkdf2"
)

func keys(password, salt []byte) {
	rsa.GenerateKey(rand.Reader, 1024) // finding: An RSA key of 1024 bits is too short
	pbkdf2.Key(password, salt, 1000, 32, sha256.New) // finding: PBKDF2 runs only 1000 rounds
	bcrypt.GenerateFromPassword(password, bcrypt.MinCost) // finding: The cost of bcrypt is only 4
}
