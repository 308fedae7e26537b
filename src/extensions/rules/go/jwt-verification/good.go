package main

import (
	"fmt"

	"github.com/golang-jwt/jwt/v5"
)

func parse(text string, key []byte) (*jwt.Token, error) {
	return jwt.Parse(text, func(token *jwt.Token) (interface{}, error) {
		if _, ok := token.Method.(*jwt.SigningMethodHMAC); !ok {
			return nil, fmt.Errorf("unexpected method %v", token.Header["alg"])
		}
		return key, nil
	})
}

func sign() *jwt.Token {
	return jwt.New(jwt.SigningMethodHS256)
}
