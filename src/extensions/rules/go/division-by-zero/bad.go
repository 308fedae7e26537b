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
