"""Values to text, and nothing else: no report decides anything."""
