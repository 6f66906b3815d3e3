"""From findings to files; the only door to openpyxl."""
