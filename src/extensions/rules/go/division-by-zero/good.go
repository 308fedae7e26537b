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

type planRequest struct {
	Rows      int
	ChunkSize int
}

func plan(req planRequest) (int, error) {
	if req.ChunkSize < 1 {
		return 0, errNegative
	}
	return req.Rows / req.ChunkSize, nil
}
