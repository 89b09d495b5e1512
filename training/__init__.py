"""Makes the small models that come with Dragoman, each with a script and its cross-validation."""
