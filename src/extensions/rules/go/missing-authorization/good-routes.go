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
	r.GET("/admin/status", health)
	api := r.Group("/api", requireUser)
	api.GET("/orders", listOrders)
	users := api.Group("/users")
	users.DELETE("/users/:id", deleteUser)
	r.DELETE("/users/:id", requireUser, deleteUser)
}

func router(s *server) http.Handler {
	r := chi.NewRouter()
	r.Group(func(r chi.Router) {
		r.Use(s.authenticate)
		r.Get("/profile", s.profile)
		r.Route("/admin", func(r chi.Router) {
			r.Post("/admin/reset", s.adminReset)
		})
	})
	r.Post("/admin/own", s.ownCheck)
	return r
}

func (s *server) ownCheck(w http.ResponseWriter, r *http.Request) {
	if s.sessionOf(r) == nil {
		w.WriteHeader(http.StatusForbidden)
		return
	}
	s.reset()
}

func auth() gin.HandlerFunc {
	return func(c *gin.Context) {
		if !valid(c.GetHeader("Authorization")) {
			c.AbortWithStatus(401)
		}
		c.Next()
	}
}

func (a *ACL) mayRead(user *User, path string) bool {
	for _, dir := range user.Folders {
		if strings.HasPrefix(path, strings.TrimSuffix(dir, "/")+"/") {
			return true
		}
	}
	return false
}
