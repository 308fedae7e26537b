package main

import (
	"log"

	"github.com/sirupsen/logrus"
)

func login(user, password string, apiKey string) {
	log.Printf("login of %s with %s", user, password) // finding: 'password' is written to the log
	logrus.Debug("key " + apiKey) // finding: 'apiKey' is written to the log
}
