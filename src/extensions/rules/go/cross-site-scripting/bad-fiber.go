package main

import "github.com/gofiber/fiber/v2"

func routes(app *fiber.App) {
	app.Get("/search", func(c *fiber.Ctx) error {
		c.Set("Content-Type", "text/html; charset=utf-8")
		return c.SendString("<p>Nothing for " + c.Query("q") + "</p>") // finding: The query string becomes part of the page
	})
	app.Get("/echo", func(c *fiber.Ctx) error {
		return c.SendString("You said " + c.Query("q"))
	})
}
