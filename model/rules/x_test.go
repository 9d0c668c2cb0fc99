package rules
import "testing"
func TestX(t *testing.T){ m:=map[string]int{}; for _,c:=range Ground(busy(),Options{}).Clashes(){m[c.Rule]++}; t.Log(m)}
