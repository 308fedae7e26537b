package main

import "log"

func login(user, password string) {
	log.Printf("login of %s", user)
	log.Printf("password has %d characters", len(password))
	log.Println("wrong password")
}
