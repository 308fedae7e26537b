package main

import (
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
)

func (h *invoices) get(w http.ResponseWriter, r *http.Request) {
	user := auth.UserFromContext(r.Context())
	if user == nil {
		http.Error(w, "unauthorized", http.StatusUnauthorized)
		return
	}
	invoice, err := h.store.FindByID(r.Context(), chi.URLParam(r, "id"))
	if err != nil || invoice.CustomerID != user.ID {
		http.NotFound(w, r)
		return
	}
	writeJSON(w, invoice)
}

func document(c *gin.Context) {
	userID := c.GetUint("userID")
	var doc Document
	db.Where("id = ? AND created_by = ?", c.Param("id"), userID).First(&doc)
	c.JSON(http.StatusOK, doc)
}
