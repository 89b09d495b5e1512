"""Quality and speed, measured on the development data beside the project, each with its floor.

One module a subject; each has `run() -> list[Measure]`. `python -m benchmarks` runs them all.
"""
