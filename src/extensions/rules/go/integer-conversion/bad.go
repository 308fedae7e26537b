package main

import "strconv"

func port(text string) (uint16, error) {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, err
	}
	return uint16(n), nil // finding: is cut to 'uint16'
}

func size(text string) int32 {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0
	}
	return int32(n) // finding: is cut to 'int32'
}

func positive(text string) int32 {
	n, err := strconv.Atoi(text)
	if err != nil || n <= 0 {
		return 0
	}
	return int32(n) // finding: parsed with 64 bits is cut to 'int32'
}
