package main

import "github.com/golang-jwt/jwt/v5"

func claims(text string) (*jwt.Token, error) {
	token, _, err := jwt.NewParser().ParseUnverified(text, jwt.MapClaims{}) // finding: without a check of its signature
	return token, err
}

func parse(text string, key []byte) (*jwt.Token, error) {
	return jwt.Parse(text, func(token *jwt.Token) (interface{}, error) { // finding: whatever method the token names
		return key, nil
	})
}

func sign() *jwt.Token {
	return jwt.New(jwt.SigningMethodNone) // finding: makes every token genuine
}
