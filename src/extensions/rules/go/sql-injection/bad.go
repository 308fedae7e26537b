package main

import (
	"database/sql"
	"fmt"
	"net/http"

	"gorm.io/gorm"
)

var db *sql.DB

func byName(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	rows, err := db.Query("SELECT id FROM users WHERE name = '" + name + "'") // finding: The query string becomes part
	if err != nil {
		http.Error(w, "failed", 500)
		return
	}
	defer rows.Close()
}

func byID(w http.ResponseWriter, r *http.Request) {
	query := fmt.Sprintf("DELETE FROM users WHERE id = %s", r.FormValue("id"))
	if _, err := db.Exec(query); err != nil { // finding: A form field becomes part
		http.Error(w, "failed", 500)
	}
}

type Store struct {
	db *sql.DB
}

func (s *Store) Find(email string) (*sql.Row, error) {
	return s.db.QueryRow(fmt.Sprintf("SELECT id FROM users WHERE email = '%s'", email)), nil // finding: has a value put into it
}

func search(db *gorm.DB, term string) {
	db.Where("title LIKE '%" + term + "%'").Find(nil) // finding: has a value put into it
}

func ordered(w http.ResponseWriter, r *http.Request) {
	column := r.URL.Query().Get("sort")
	db.Query("SELECT * FROM items ORDER BY " + column) // finding: The query string
}

func sorted(db *sql.DB, limit int, sort string) (*sql.Rows, error) {
	query := "SELECT id FROM users"
	if sort != "" {
		query += " ORDER BY " + sort
	}
	return db.Query(query) // finding: The parameter 'sort' becomes part of the SQL text
}
