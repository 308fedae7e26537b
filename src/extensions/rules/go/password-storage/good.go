package main

import (
	"database/sql"

	"golang.org/x/crypto/bcrypt"
)

func register(db *sql.DB, name, password string) error {
	hashed, err := bcrypt.GenerateFromPassword([]byte(password), bcrypt.DefaultCost)
	if err != nil {
		return err
	}
	_, err = db.Exec("INSERT INTO users (name, password) VALUES (?, ?)", name, hashed)
	return err
}
