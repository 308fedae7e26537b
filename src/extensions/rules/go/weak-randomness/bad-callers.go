package accounts

import (
	"encoding/hex"
	"math/rand"
	"time"
)

func pick(set string) (byte, error) {
	return set[rand.Intn(len(set))], nil // finding: comes from a generator that can be predicted
}

func generate(length int) (string, error) {
	out := make([]byte, length)
	for i := range out {
		c, err := pick("abcdefghjkmnpqrstuvwxyz23456789")
		if err != nil {
			return "", err
		}
		out[i] = c
	}
	return string(out), nil
}

func first(u *User) error {
	p, err := generate(16)
	if err != nil {
		return err
	}
	u.Password = p
	return nil
}

func helper(n int) []byte {
	out := make([]byte, n)
	r := rand.New(rand.NewSource(time.Now().UnixNano()))
	r.Read(out) // finding: comes from a generator that can be predicted
	return out
}

func apiKey() string {
	return "sk_" + hex.EncodeToString(helper(20))
}
