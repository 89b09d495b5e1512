"""Hand checks: which claims are taken, and what a filled sheet says of all of them."""
