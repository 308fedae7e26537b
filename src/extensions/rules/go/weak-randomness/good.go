package main

import (
	"crypto/rand"
	"encoding/hex"
	"math/big"
	mrand "math/rand"
	"time"
)

func newSessionID() (string, error) {
	b := make([]byte, 32)
	if _, err := rand.Read(b); err != nil {
		return "", err
	}
	return hex.EncodeToString(b), nil
}

func code() (*big.Int, error) {
	return rand.Int(rand.Reader, big.NewInt(1000000))
}

func backoff() time.Duration {
	return time.Duration(mrand.Intn(100)) * time.Millisecond
}

func pick(items []int) int {
	return items[mrand.Intn(len(items))]
}
