"""Item models and proxies between the session and the views."""
