// A Redis for Argo CD's cache: in memory, in one process, nothing to install.
package main

import (
	"log"
	"os"
	"time"

	"github.com/alicebob/miniredis/v2"
)

func main() {
	server := miniredis.NewMiniRedis()
	if err := server.StartAddr(os.Args[1]); err != nil {
		log.Fatal(err)
	}
	// Miniredis has no clock of its own: keys expire only as time is told to it.
	for range time.Tick(time.Second) {
		server.FastForward(time.Second)
	}
}
