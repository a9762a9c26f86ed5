"""Control of the wall from the console: its screen, its pictures and pages, what is put forward on it."""
