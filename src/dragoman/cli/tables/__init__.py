"""Records as tables and lines: for people (rich) and for spreadsheets (CSV)."""
