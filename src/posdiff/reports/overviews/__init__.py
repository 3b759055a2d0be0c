"""The overviews that commands show first, as documents: what fits a screen, a line for each thing, red lines first."""
