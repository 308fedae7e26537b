package main

import (
	"database/sql"
	"net/http"
)

func status(url string) (int, error) {
	resp, err := http.Get(url) // finding: Nothing closes 'resp'
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, nil
}

func names(db *sql.DB) error {
	rows, err := db.Query("SELECT name FROM users") // finding: Nothing closes 'rows'
	if err != nil {
		return err
	}
	for rows.Next() {
	}
	return nil
}

func readAll(address string) ([]byte, error) {
	resp, err := http.Get(address) // finding: Nothing closes 'resp'
	if err != nil {
		return nil, err
	}
	return io.ReadAll(io.LimitReader(resp.Body, 1<<20))
}
