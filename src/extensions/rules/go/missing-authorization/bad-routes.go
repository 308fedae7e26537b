package main

import (
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
)

func routes() {
	r := gin.Default()
	r.POST("/login", login)
	api := r.Group("/api", requireUser)
	api.GET("/orders", listOrders)
	r.DELETE("/api/users/:id", deleteUser) // finding: Nothing asks who it is before '/api/users/:id', as it does before other routes.
}

func router(s *server) http.Handler {
	r := chi.NewRouter()
	r.Group(func(r chi.Router) {
		r.Use(s.authenticate)
		r.Get("/profile", s.profile)
	})
	r.Post("/admin/reset", s.adminReset) // finding: Nothing asks who it is before '/admin/reset'
	return r
}

func (s *server) remove(w http.ResponseWriter, r *http.Request) {
	if !s.isAdmin(r) {
		http.Error(w, "forbidden", http.StatusForbidden) // finding: The request is refused, and what it asks for is done all the same.
	}
	s.store.Delete(r.Context(), chi.URLParam(r, "id"))
}

func auth() gin.HandlerFunc {
	return func(c *gin.Context) {
		if !valid(c.GetHeader("Authorization")) {
			c.JSON(401, gin.H{"error": "unauthorized"}) // finding: The request is refused
		}
		c.Next()
	}
}

func (a *ACL) mayRead(user *User, path string) bool {
	for _, dir := range user.Folders {
		if strings.HasPrefix(path, dir) { // finding: Whatever begins with the same letters passes, not only what lies below.
			return true
		}
	}
	return false
}
