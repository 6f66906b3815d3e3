"""The report and its tables on paper and as PDF."""
