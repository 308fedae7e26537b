package main

import "errors"

func share(total, people int) (int, error) {
	if people == 0 {
		return 0, errors.New("nobody")
	}
	return total / people, nil
}

func half(total float64, by float64) float64 {
	return total / by
}

func rounds(total, size int) int {
	if size < 1 {
		return 0
	}
	return total / size
}
