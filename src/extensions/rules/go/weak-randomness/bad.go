package main

import (
	"fmt"
	"math/rand"
	"time"
)

const letters = "abcdefghijklmnopqrstuvwxyz0123456789"

func newSessionID() string {
	return fmt.Sprintf("%x", rand.Int63()) // finding: comes from a generator that can be predicted
}

func generateToken(n int) string {
	b := make([]byte, n)
	for i := range b {
		b[i] = letters[rand.Intn(len(letters))] // finding: comes from a generator that can be predicted
	}
	return string(b)
}

func resetCode() int {
	r := rand.New(rand.NewSource(time.Now().UnixNano()))
	code := r.Intn(1000000) // finding: comes from a generator that can be predicted
	return code
}
