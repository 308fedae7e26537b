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
	invoice, err := h.store.FindByID(r.Context(), chi.URLParam(r, "id")) // finding: The request names the object by a part of the path, whoever it belongs to.
	if err == nil {
		writeJSON(w, invoice)
	}
}

func document(c *gin.Context) {
	userID := c.GetUint("userID")
	var doc Document
	db.Where("id = ?", c.Param("id")).First(&doc) // finding: The request names the object by a part of the path
	audit(userID, "read", doc.ID)
	c.JSON(http.StatusOK, doc)
}
