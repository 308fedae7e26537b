package main

import (
	"crypto/aes"
	"database/sql"
	"fmt"
	"os"

	"github.com/golang-jwt/jwt/v5"
)

const passwordField = "password"

var apiKey = os.Getenv("API_KEY")

func sign(token *jwt.Token) (string, error) {
	return token.SignedString([]byte(os.Getenv("JWT_SECRET")))
}

func open() (*sql.DB, error) {
	return sql.Open("mysql", fmt.Sprintf("%s:%s@tcp(db)/shop", os.Getenv("USER"), os.Getenv("PASSWORD")))
}

func encrypt(key []byte) {
	aes.NewCipher(key)
}

func verifyWith(key []byte, text string) (*jwt.Token, error) {
	return jwt.Parse(text, func(token *jwt.Token) (interface{}, error) {
		return key, nil
	}, jwt.WithValidMethods([]string{"HS256"}))
}
