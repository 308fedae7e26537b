package main

import "database/sql"

func register(db *sql.DB, name, password string) error {
	_, err := db.Exec("INSERT INTO users (name, password) VALUES (?, ?)", name, password) // finding: 'password' is stored as it is
	return err
}
