"""What the user decided and noted, kept beside the reports: the store, its backups and transfers."""
