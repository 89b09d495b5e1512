"""HTML to an article: the markup says what a text dump only lets one guess."""
