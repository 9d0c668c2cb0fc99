package bolt

import (
	"context"
	"testing"

	"muster/store/kv"
	"muster/store/kv/kvtest"
)

func TestSuite(t *testing.T) {
	kvtest.Run(t, func(t *testing.T) func() kv.Engine {
		path := quickPath(t)
		return func() kv.Engine { return opened(t, path) }
	})
}

// opened opens the database at path, which it makes if need be.
func opened(t testing.TB, path string) *Engine {
	t.Helper()
	e, err := Open(context.Background(), path, Options{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return e
}

// put writes keys and values given in turn.
func put(e *Engine, pairs ...string) error {
	_, err := e.Update(context.Background(), func(kv.Reader) (kv.Batch, error) {
		var b kv.Batch
		for i := 0; i < len(pairs); i += 2 {
			b.Ops = append(b.Ops, kv.Put([]byte(pairs[i]), []byte(pairs[i+1])))
		}
		return b, nil
	})
	return err
}

// contents reads everything.
func contents(e *Engine) (map[string]string, error) {
	m := map[string]string{}
	err := e.View(context.Background(), func(r kv.Reader) error {
		return r.Scan(nil, nil, func(it kv.Item) (bool, error) {
			m[string(it.Key)] = string(it.Value)
			return true, nil
		})
	})
	return m, err
}
