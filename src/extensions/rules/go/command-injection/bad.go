package main

import (
	"context"
	"fmt"
	"net/http"
	"os/exec"

	"github.com/gin-gonic/gin"
)

func ping(w http.ResponseWriter, r *http.Request) {
	host := r.URL.Query().Get("host")
	out, err := exec.Command("sh", "-c", "ping -c 1 "+host).CombinedOutput() // finding: The query string becomes part
	if err != nil {
		http.Error(w, "failed", 500)
		return
	}
	w.Write(out)
}

func convert(name string) error {
	line := fmt.Sprintf("convert %s out.png", name)
	return exec.CommandContext(context.Background(), "/bin/bash", "-c", line).Run() // finding: The parameter 'name' becomes part
}

func run(c *gin.Context) {
	program := c.Query("program")
	exec.Command(program, "--version").Run() // finding: The query string decides which program
}

func runLater(c *gin.Context) {
	args := []string{"-c", "echo " + c.Param("name")}
	exec.Command("bash", args...).Run() // finding: A part of the path becomes part
}

type runner struct{ Shell string }

func (r *runner) run(command string) ([]byte, error) {
	return exec.Command(r.Shell, "-c", "echo "+command).CombinedOutput() // finding: becomes part of the command line
}
