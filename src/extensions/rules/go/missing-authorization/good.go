package main

import (
	"database/sql"
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

func (s *server) show(c *gin.Context) {
	var doc document
	if err := s.db.First(&doc, c.Param("id")).Error; err != nil || doc.OwnerID != currentUser(c) {
		c.Status(404)
		return
	}
	c.JSON(200, doc)
}

func (s *server) drop(c *gin.Context) {
	s.db.Where("id = ? AND owner_id = ?", c.Param("id"), currentUser(c)).Delete(&document{})
	c.Status(204)
}

func (s *server) total(w http.ResponseWriter, r *http.Request) {
	userID := r.Context().Value("user")
	var total int
	err := s.store.QueryRow("SELECT total FROM orders WHERE id = $1 AND user_id = $2", mux.Vars(r)["id"], userID).Scan(&total)
	if err != nil {
		http.Error(w, "not found", 404)
	}
}

func (s *server) country(w http.ResponseWriter, r *http.Request) {
	var name string
	s.store.QueryRow("SELECT name FROM countries WHERE code = $1", mux.Vars(r)["code"]).Scan(&name)
}

func adminPage(w http.ResponseWriter, r *http.Request) {
	role, _ := r.Context().Value("role").(string)
	if role != "admin" {
		http.Error(w, "forbidden", http.StatusForbidden)
		return
	}
	w.WriteHeader(http.StatusOK)
}
