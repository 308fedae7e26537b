package game

import "math/rand"

func pick(set []string) (string, error) {
	return set[rand.Intn(len(set))], nil
}

func greet(names []string) string {
	name, err := pick(names)
	if err != nil {
		return ""
	}
	return "hello " + name
}

func roll(sides int) int {
	return rand.Intn(sides) + 1
}

func turn() int {
	return roll(6) + roll(6)
}
