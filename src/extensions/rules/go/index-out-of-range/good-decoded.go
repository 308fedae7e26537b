package frames

import "encoding/binary"

func decode(b []byte) []byte {
	n := binary.BigEndian.Uint32(b[:4])
	if uint64(n) > uint64(len(b)-4) {
		return nil
	}
	return b[4 : 4+n]
}

func (s *server) track(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.PathValue("n"))
	if err != nil || n < 0 || n >= len(s.tracks) {
		return
	}
	show(w, s.tracks[n])
}
