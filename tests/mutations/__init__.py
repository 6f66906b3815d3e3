"""Damaged documents of every format: whatever is in them, they end in a text or in one sentence.

    python -m tests.mutations [--count N] [--seed S] [FORMAT …]

Prints for each format how many inputs ended in a text, in which typed errors the others, the
slowest, the most memory, and every input that did neither. `doc` and `rtf` need LibreOffice.
"""
