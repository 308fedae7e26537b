package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	sq "github.com/Masterminds/squirrel"
	"github.com/gin-gonic/gin"
)

func (s *Store) search(ctx context.Context, name, tag string) (*sql.Rows, error) {
	var conds []string
	if name != "" {
		conds = append(conds, "name LIKE '%"+name+"%'") // finding: A condition of the statement has a value put into it as text.
	}
	if tag != "" {
		conds = append(conds, fmt.Sprintf("tags @> '{%s}'", tag)) // finding: A condition of the statement has a value put into it as text.
	}
	return s.db.QueryContext(ctx, "SELECT id FROM items WHERE "+strings.Join(conds, " AND "))
}

func (r *Devices) page(ctx context.Context, term string) error {
	q := r.db.WithContext(ctx).Where("deleted_at IS NULL")
	if term != "" {
		q = q.Where("label LIKE '%" + term + "%'") // finding: has a value put into it as text
	}
	return q.Error
}

func (r *Devices) sorted(c *gin.Context) {
	order := c.Query("order")
	sq.Select("id").From("events").OrderBy(order).RunWith(r.db).Query() // finding: The query string becomes part of the SQL text that 'OrderBy' runs.
	r.DB.Order(order + " desc").Find(&r.out)                            // finding: The query string becomes part of the SQL text that 'Order' runs.
}

func byCustomer(customer string) sq.SelectBuilder {
	return sq.Select("id").From("orders").Where("customer = '" + customer + "'") // finding: has a value put into it as text
}
