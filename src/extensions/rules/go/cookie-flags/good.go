package main

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func login(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{
		Name:     "session",
		Value:    token,
		Secure:   true,
		HttpOnly: true,
		SameSite: http.SameSiteStrictMode,
	})
}

func logout(w http.ResponseWriter) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: "", MaxAge: -1})
}

func ginLogin(c *gin.Context, token string) {
	c.SetCookie("session", token, 3600, "/", "", true, true)
}

func ask(req *http.Request, token string) {
	req.AddCookie(&http.Cookie{Name: "session", Value: token})
}
