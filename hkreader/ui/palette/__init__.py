"""Go anywhere (Ctrl+K): headings, indicators, terms, reports, paragraphs and commands."""
