package main

import (
	"context"
	"database/sql"
	"fmt"
	"net/http"
	"strconv"
	"strings"

	"gorm.io/gorm"
)

var db *sql.DB

var columns = map[string]string{"name": "name", "age": "age"}

func byName(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	rows, err := db.Query("SELECT id FROM users WHERE name = ?", name)
	if err != nil {
		http.Error(w, "failed", 500)
		return
	}
	defer rows.Close()
}

func byID(ctx context.Context, w http.ResponseWriter, r *http.Request) {
	id, err := strconv.Atoi(r.FormValue("id"))
	if err != nil {
		http.Error(w, "bad", 400)
		return
	}
	query := fmt.Sprintf("DELETE FROM users WHERE id = %d", id)
	db.ExecContext(ctx, query)
}

func ordered(w http.ResponseWriter, r *http.Request) {
	column, ok := columns[r.URL.Query().Get("sort")]
	if !ok {
		column = "name"
	}
	db.Query("SELECT * FROM items ORDER BY " + column)
}

func sorted(w http.ResponseWriter, r *http.Request) {
	allowed := map[string]bool{"name": true, "age": true}
	column := r.URL.Query().Get("sort")
	if !allowed[column] {
		http.Error(w, "bad", 400)
		return
	}
	db.Query("SELECT * FROM items ORDER BY " + column)
}

func direction(w http.ResponseWriter, r *http.Request) {
	order := r.URL.Query().Get("order")
	switch order {
	case "asc", "desc":
	default:
		order = "asc"
	}
	db.Query("SELECT * FROM items ORDER BY name " + order)
}

func many(ids []int) {
	marks := strings.TrimSuffix(strings.Repeat("?,", len(ids)), ",")
	db.Query("SELECT * FROM items WHERE id IN (" + marks + ")")
}

func search(db *gorm.DB, term string) {
	db.Where("title LIKE ?", "%"+term+"%").Find(nil)
	db.Where(map[string]interface{}{"title": term}).Find(nil)
}

const table = "users"

func count() {
	db.QueryRow("SELECT count(*) FROM " + table + " WHERE a = 1")
}

func picked(context *Context) {
	ids := context.Request.Form["ids"]
	context.GetDB().Where(fmt.Sprintf("%s IN (?)", context.Resource.PrimaryKey()), ids)
	context.GetDB().Where(user.NameIs(context.Request.Form.Get("name")))
	context.Document.Where(context.Request.Form.Get("selector"))
}

var sortColumns = map[string]string{"name": "name", "age": "age"}

func sorted(db *sql.DB, sort string) (*sql.Rows, error) {
	column, ok := sortColumns[sort]
	if !ok {
		column = "id"
	}
	return db.Query("SELECT id FROM users ORDER BY " + column)
}

func sortedByCase(db *sql.DB, sort string) (*sql.Rows, error) {
	switch sort {
	case "name", "age":
	default:
		sort = "id"
	}
	return db.Query("SELECT id FROM users ORDER BY " + sort)
}
