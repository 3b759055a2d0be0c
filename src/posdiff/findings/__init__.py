"""The words every room speaks: a place in a file, a finding, a failure."""
