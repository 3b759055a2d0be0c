"""Judgement: findings about what the files say, and the verdict of the gate."""
