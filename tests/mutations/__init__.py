"""Damaged documents of every format: whatever is in them, they end in a text or in one sentence.

    python -m tests.mutations [--count N] [--seed S] [FORMAT …]

Prints for each format how many inputs ended in a text, in which typed errors the others, the
slowest, and every input that did neither or took a process over its memory or 10 seconds.
Old Word documents and RTF are LibreOffice's to take apart: they are run where it is installed.
"""
