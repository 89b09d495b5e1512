"""Dragoman reads press pages and keeps a sourced record of what states, their leaders and their
organisations do with, to and say about each other."""

__version__ = "0.1.0"
