"""The commands: thin, and quick to say `--help`. What is heavy is imported where it is used."""
