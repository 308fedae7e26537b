package main

import (
	"errors"
	"math"
	"strconv"
)

func port(text string) (uint16, error) {
	n, err := strconv.ParseUint(text, 10, 16)
	if err != nil {
		return 0, err
	}
	return uint16(n), nil
}

func size(text string) (int32, error) {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, err
	}
	if n < math.MinInt32 || n > math.MaxInt32 {
		return 0, errors.New("out of range")
	}
	return int32(n), nil
}

func small(text string) int32 {
	n, _ := strconv.ParseInt(text, 10, 32)
	return int32(n)
}

func positive(text string) int32 {
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil || n <= 0 {
		return 0
	}
	return int32(n)
}

func limited(text string) int32 {
	n, err := strconv.Atoi(text)
	if err != nil || n <= 0 || n > 1000 {
		return 0
	}
	return int32(n)
}
