package main

import "unsafe"

func read(data []byte, offset int) byte {
	if offset < 0 || offset >= len(data) {
		return 0
	}
	return data[offset]
}

func text(data []byte) string {
	return unsafe.String(unsafe.SliceData(data), len(data))
}
