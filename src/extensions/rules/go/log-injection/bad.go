package main

import (
	"log"
	"net/http"

	"github.com/sirupsen/logrus"
)

func login(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	log.Printf("login of %s", user) // finding: contains a form field
	logrus.Info("login of " + user) // finding: contains a form field
	log.Panicf("no login of %s", user) // finding: contains a form field
}
