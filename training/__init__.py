"""Makers of the files of numbers and words that the package ships."""
