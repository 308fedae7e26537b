package main

import (
	"crypto/md5"
	"crypto/sha256"

	"golang.org/x/crypto/bcrypt"
)

func sign(data []byte) []byte {
	sum := sha256.Sum256(data)
	return sum[:]
}

func hashPassword(password string) ([]byte, error) {
	return bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
}

func etag(body []byte) []byte {
	checksum := md5.Sum(body)
	return checksum[:]
}
