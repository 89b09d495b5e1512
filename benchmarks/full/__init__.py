"""What takes too long for every change: `python -m benchmarks.full`."""
