package main

import (
	"database/sql"
	"encoding/json"
	"log"
	"net/http"
	"strconv"
)

func list(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		rows, err := db.Query("SELECT id FROM items")
		if err != nil {
			log.Printf("list: %v", err)
			http.Error(w, "internal error", http.StatusInternalServerError)
			return
		}
		defer rows.Close()
	}
}

func read(w http.ResponseWriter, r *http.Request) {
	var item struct{ ID int }
	if err := json.NewDecoder(r.Body).Decode(&item); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	if _, err := strconv.Atoi(r.FormValue("n")); err != nil {
		http.Error(w, err.Error(), 400)
	}
}

func encoded(w http.ResponseWriter, r *http.Request) {
	if err := load(); err != nil {
		log.Print(err)
		w.WriteHeader(500)
		json.NewEncoder(w).Encode(map[string]string{"error": "internal error"})
	}
}

func refused(w http.ResponseWriter, r *http.Request) {
	if err := load(); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		json.NewEncoder(w).Encode(map[string]string{"error": err.Error()})
	}
}

func (s *items) chained(c *fiber.Ctx) error {
	item, err := s.db.Item(c.Context(), c.Params("id"))
	if err != nil {
		return c.Status(404).JSON(fiber.Map{"error": err.Error()})
	}
	return c.JSON(item)
}
