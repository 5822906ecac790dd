"""What `make` runs: setting up, checks, the documentation's pictures. Nothing here is part of the program."""
