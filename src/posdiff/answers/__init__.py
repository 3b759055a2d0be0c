"""What each command answers: one frozen record a command, filtered, with all searching done."""
