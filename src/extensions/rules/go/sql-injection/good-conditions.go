package store

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	sq "github.com/Masterminds/squirrel"
	"github.com/gin-gonic/gin"
)

func (s *Store) search(ctx context.Context, name string, ids []int) (*sql.Rows, error) {
	conds := []string{"deleted_at IS NULL"}
	args := []any{}
	if name != "" {
		args = append(args, "%"+name+"%")
		conds = append(conds, fmt.Sprintf("name LIKE $%d", len(args)))
	}
	kind := "public"
	conds = append(conds, "kind = '"+kind+"'")
	conds = append(conds, fmt.Sprintf("owner = '%d'", len(ids)))
	return s.db.QueryContext(ctx, "SELECT id FROM items WHERE "+strings.Join(conds, " AND "), args...)
}

func attributes(name string) string {
	var parts []string
	parts = append(parts, "<input name='"+name+"'>")
	return strings.Join(parts, " ")
}

func (r *Devices) sorted(c *gin.Context) {
	order := c.Query("order")
	switch order {
	case "name", "created_at":
	default:
		order = "id"
	}
	sq.Select("id").From("events").OrderBy(order).RunWith(r.db).Query()
}

func byCustomer(customer string) sq.SelectBuilder {
	return sq.Select("id").From("orders").Where(sq.Eq{"customer": customer}).Where("kind = ?", customer)
}
