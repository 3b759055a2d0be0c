"""Facts about difference. No opinion, no severity, no sentence."""
