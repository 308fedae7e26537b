package main

import "strconv"

func share(total, people int) int {
	return total / people // finding: the divisor 'people' is not zero
}

func page(text string, size int) int {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return 100 % n // finding: the divisor 'n' is not zero
}

func rounds(total, size int) int {
	if size < 0 {
		return 0
	}
	return total / size // finding: the divisor 'size' is not zero
}

type planRequest struct {
	Rows      int
	ChunkSize int
}

func plan(req planRequest) (int, error) {
	if req.ChunkSize < 0 {
		return 0, errNegative
	}
	return req.Rows / req.ChunkSize, nil // finding: Nothing says that the divisor 'ChunkSize' is not zero.
}
