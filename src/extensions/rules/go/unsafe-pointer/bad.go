package main

import "unsafe"

func read(data []byte, offset int) byte {
	p := unsafe.Pointer(&data[0])
	return *(*byte)(unsafe.Pointer(uintptr(p) + uintptr(offset))) // finding: checked by nothing
}
