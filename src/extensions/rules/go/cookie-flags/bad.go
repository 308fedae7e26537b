package main

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func login(w http.ResponseWriter, token string) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: token, Path: "/"}) // finding: without Secure and HttpOnly
}

func half(w http.ResponseWriter, token string) {
	cookie := &http.Cookie{Name: "session", Value: token, HttpOnly: true, Secure: false} // finding: without Secure
	http.SetCookie(w, cookie)
}

func ginLogin(c *gin.Context, token string) {
	c.SetCookie("session", token, 3600, "/", "", false, true) // finding: without Secure
}
