package main

import (
	"crypto/aes"
	"database/sql"

	"github.com/golang-jwt/jwt/v5"
)

const apiKey = "8f2b1c9d7e6a5f4b3c2d1e0f" // finding: The key 'apiKey' is assigned a literal

var dbPassword = "hunter2-prod" // finding: The password 'dbPassword' is assigned a literal

type Config struct {
	Password string
}

func config() Config {
	return Config{Password: "S3cret!pass"} // finding: The password 'Password' is a literal
}

func sign(token *jwt.Token) (string, error) {
	return token.SignedString([]byte("kJ8s7d6f5g4h3j2k")) // finding: The key given to 'SignedString' is a literal
}

func open() (*sql.DB, error) {
	return sql.Open("mysql", "root:tr0ub4dor@tcp(127.0.0.1:3306)/shop") // finding: The address of the database holds a password
}

func encrypt() {
	aes.NewCipher([]byte("0123456789abcdef0123456789abcdef")) // finding: The key given to 'NewCipher'
}

func verify(text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(token *jwt.Token) (interface{}, error) {
		return []byte("kX8v-2mQ-tokens-2024"), nil // finding: checks tokens with is a literal
	}, jwt.WithValidMethods([]string{"HS256"}))
}
