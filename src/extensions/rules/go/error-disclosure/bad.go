package main

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"net/http"
	"runtime"
	"runtime/debug"

	"github.com/gin-gonic/gin"
)

func list(db *sql.DB) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		rows, err := db.Query("SELECT id FROM items")
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError) // finding: The text of an internal error
			return
		}
		defer rows.Close()
	}
}

func store(c *gin.Context) {
	if err := save(c); err != nil {
		c.JSON(500, gin.H{"error": err.Error()}) // finding: The text of an internal error
	}
}

func show(w http.ResponseWriter, r *http.Request) {
	_, err := load()
	fmt.Fprintf(w, "failed: %v", err) // finding: The text of an internal error
}

func traced(w http.ResponseWriter, r *http.Request) {
	buffer := make([]byte, 4096)
	runtime.Stack(buffer, true)
	w.Write(buffer) // finding: The stack of the program
}

func dumped(w http.ResponseWriter, r *http.Request) {
	stack := debug.Stack()
	w.Write(stack) // finding: The stack of the program
}

func encoded(w http.ResponseWriter, r *http.Request) {
	if err := load(); err != nil {
		w.WriteHeader(500)
		json.NewEncoder(w).Encode(map[string]string{"error": err.Error()}) // finding: The text of an internal error
	}
}

func (s *items) chained(c *fiber.Ctx) error {
	item, err := s.db.Item(c.Context(), c.Params("id"))
	if err != nil {
		return c.Status(500).JSON(fiber.Map{"error": err.Error()}) // finding: The text of an internal error is sent
	}
	return c.JSON(item)
}
