package main

import (
	"crypto/rand"

	"golang.org/x/crypto/argon2"
)

func derive(password []byte) ([]byte, []byte, error) {
	salt := make([]byte, 16)
	if _, err := rand.Read(salt); err != nil {
		return nil, nil, err
	}
	return salt, argon2.IDKey(password, salt, 1, 64*1024, 4, 32), nil
}

func again(password, salt []byte) []byte {
	return argon2.IDKey(password, salt, 1, 64*1024, 4, 32)
}

func drawn(password string) []byte {
	salt := make([]byte, 16)
	if _, err := rand.Read(salt); err != nil {
		panic(err)
	}
	return argon2.IDKey([]byte(password), salt, 1, 64*1024, 4, 32)
}

func stored(password string) saved {
	var s saved
	if _, err := rand.Read(s.Salt); err != nil {
		panic(err)
	}
	s.Hash = pbkdf2.Key([]byte(password), s.Salt, 310000, 32, sha256.New)
	return s
}
