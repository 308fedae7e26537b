package orders

import "database/sql"

type Orders struct {
	db *sql.DB
}
