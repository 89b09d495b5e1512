"""A page's text to an article: its own words apart from what stands around them."""

from dragoman.articles.article import read_article, read_articles
from dragoman.articles.plain import plain_text

__all__ = ["plain_text", "read_article", "read_articles"]
