"""A page's text to an article: its own words apart from what stands around them."""

from dragoman.articles.article import read_article, read_articles
from dragoman.articles.plain import plain_text
from dragoman.articles.traced import Trace, trace

__all__ = ["Trace", "plain_text", "read_article", "read_articles", "trace"]
