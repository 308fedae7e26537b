package main

import (
	"database/sql"
	"encoding/json"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/gorilla/mux"
	"gorm.io/gorm"
)

type server struct {
	db    *gorm.DB
	store *sql.DB
}

type document struct {
	ID      uint
	OwnerID uint
}

func currentUser(c *gin.Context) uint { return c.GetUint("user_id") }

func (s *server) list(c *gin.Context) {
	var docs []document
	s.db.Where("owner_id = ?", currentUser(c)).Find(&docs)
	c.JSON(200, docs)
}

func (s *server) show(c *gin.Context) {
	var doc document
	if err := s.db.First(&doc, c.Param("id")).Error; err != nil { // finding: The request names the object by a part of the path
		c.Status(404)
		return
	}
	c.JSON(200, doc)
}

func (s *server) drop(c *gin.Context) {
	s.db.Where("id = ?", c.Param("id")).Delete(&document{}) // finding: The request names the object
	c.Status(204)
}

func (s *server) total(w http.ResponseWriter, r *http.Request) {
	id := mux.Vars(r)["id"]
	var total int
	err := s.store.QueryRowContext(r.Context(), "SELECT total FROM orders WHERE id = $1", id).Scan(&total) // finding: The request names
	if err != nil {
		http.Error(w, "not found", 404)
		return
	}
	json.NewEncoder(w).Encode(total)
}

func adminPage(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Role") != "admin" { // finding: What the caller may do is decided by a header
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusOK)
}
