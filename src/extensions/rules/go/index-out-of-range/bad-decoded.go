package frames

import "encoding/binary"

func decode(b []byte) []byte {
	n := binary.BigEndian.Uint32(b[:4])
	return b[4 : 4+n] // finding: 'n' was read from the data and is not compared with how much there is.
}

func (s *server) track(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.PathValue("n"))
	if err != nil || n >= len(s.tracks) {
		return
	}
	show(w, s.tracks[n]) // finding: The index comes from the request and may be negative.
}
