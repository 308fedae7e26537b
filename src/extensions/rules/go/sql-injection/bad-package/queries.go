package orders

import "database/sql"

func (o *Orders) ByCustomer(customer string) (*sql.Rows, error) {
	return o.db.Query("SELECT id, total FROM orders WHERE customer = '" + customer + "'") // finding: A form field becomes part of the SQL text
}

func (o *Orders) ByID(id string) *sql.Row {
	return o.db.QueryRow("SELECT id, total FROM orders WHERE id = ?", id)
}
