package main

import (
	"crypto/sha256"

	"golang.org/x/crypto/argon2"
	"golang.org/x/crypto/pbkdf2"
	"golang.org/x/crypto/scrypt"
)

func derive(password []byte) []byte {
	return pbkdf2.Key(password, []byte("a salt for all"), 600000, 32, sha256.New) // finding: The salt is the same
}

func named(password []byte) ([]byte, error) {
	salt := []byte("pepper and salt")
	return scrypt.Key(password, salt, 32768, 8, 1, 32) // finding: The salt is the same
}

func without(password []byte) []byte {
	return argon2.IDKey(password, nil, 1, 64*1024, 4, 32) // finding: The salt is the same
}

func drawn(password string) []byte {
	salt := make([]byte, 16)
	return argon2.IDKey([]byte(password), salt, 1, 64*1024, 4, 32) // finding: Nothing has been put into the salt.
}

func stored(password string) saved {
	var s saved
	s.Hash = pbkdf2.Key([]byte(password), s.Salt, 310000, 32, sha256.New) // finding: Nothing has been put into the salt.
	return s
}
