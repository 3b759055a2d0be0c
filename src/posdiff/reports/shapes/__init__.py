"""The shapes of the JSON, declared once: writers fill them, mypy holds writers to them, schemas are derived of them."""
