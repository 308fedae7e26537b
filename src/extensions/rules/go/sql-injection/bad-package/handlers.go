package orders

import "net/http"

type Server struct {
	orders *Orders
}

func (s *Server) show(w http.ResponseWriter, r *http.Request) {
	rows, err := s.orders.ByCustomer(r.FormValue("customer"))
	if err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	defer rows.Close()
}
